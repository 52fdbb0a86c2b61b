package read_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"papergraph/graph/graphtest"
	"papergraph/graph/read"
)

func BenchmarkFile(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	g := graphtest.Reweigh(graphtest.Preferential(5000, 10, rng), rng.Float64)
	var table, named, xml strings.Builder
	xml.WriteString("<graphml><graph edgedefault='undirected'>")
	for u := range g.Order() {
		fmt.Fprintf(&xml, "<node id='n%d'/>\n", u)
	}
	for _, e := range g.Edges() {
		fmt.Fprintf(&table, "%d\t%d\t%g\n", e.U, e.V, e.Weight)
		fmt.Fprintf(&named, "n%d\tn%d\t%g\n", e.U, e.V, e.Weight)
		fmt.Fprintf(&xml, "<edge source='n%d' target='n%d'><data key='weight'>%g</data></edge>\n", e.U, e.V, e.Weight)
	}
	xml.WriteString("</graph></graphml>")
	for _, tt := range []struct{ name, text string }{{"numbers", table.String()}, {"names", named.String()}, {"graphml", xml.String()}} {
		b.Run(fmt.Sprintf("%s/n=5000", tt.name), func(b *testing.B) {
			b.SetBytes(int64(len(tt.text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := read.File(b.Context(), strings.NewReader(tt.text)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(g.Size()*b.N)/b.Elapsed().Seconds(), "edges/s")
		})
	}
}
