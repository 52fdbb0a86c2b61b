package community_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"papergraph/graph"
	"papergraph/graph/community"
)

func BenchmarkLeiden(b *testing.B) {
	for _, n := range []int{274, 5000, 20000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			g := nearest(n)
			var labels []int32
			b.ReportAllocs()
			for b.Loop() {
				var err error
				if labels, err = community.Leiden(b.Context(), g, community.DefaultLeiden); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(community.Modularity(g, labels, 1), "modularity")
			b.ReportMetric(float64(g.Size()*community.DefaultLeiden.Starts*b.N)/b.Elapsed().Seconds(), "edges/s")
		})
	}
}

// nearest returns a graph on n nodes with about ten edges a node, seven of ten inside one of √n communities.
func nearest(n int) *graph.CSR {
	rng := rand.New(rand.NewPCG(1, 1))
	clumps := 1
	for clumps*clumps < n {
		clumps++
	}
	seen := map[[2]int32]bool{}
	var edges []graph.Edge
	for u := range int32(n) {
		for range 10 {
			v := rng.Int32N(int32(n))
			if rng.Float64() < 0.7 {
				v = min(v/int32(clumps)*int32(clumps)+u%int32(clumps), int32(n-1))
			}
			pair := [2]int32{min(u, v), max(u, v)}
			if u != v && !seen[pair] {
				seen[pair] = true
				edges = append(edges, graph.Edge{U: pair[0], V: pair[1], Weight: 0.1 + 0.3*rng.Float64()})
			}
		}
	}
	return mustNew(n, edges)
}
