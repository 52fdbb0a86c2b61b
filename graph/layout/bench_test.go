package layout_test

import (
	"fmt"
	"testing"

	"papergraph/graph/layout"
)

func BenchmarkForce(b *testing.B) {
	for _, n := range []int{274, 5000, 20000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			g, groups := paperLike(n, 1)
			var points []layout.Point
			b.ReportAllocs()
			for b.Loop() {
				var err error
				if points, err = layout.Force(b.Context(), g, groups, nil, layout.Default); err != nil {
					b.Fatal(err)
				}
			}
			if n <= 5000 { // OwnNear looks at all pairs
				b.ReportMetric(layout.OwnNear(points, groups, 5, 8), "own-near")
			}
			b.ReportMetric(layout.HullFill(points, 1.4), "hull-fill")
			b.ReportMetric(edgeRatio(g, points), "edge/pair")
		})
	}
}
