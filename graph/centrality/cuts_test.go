package centrality_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// without returns g without an edge, and without all edges of a node; below 0 for none.
func without(t *testing.T, g *graph.CSR, node int32, edge [2]int32) *graph.CSR {
	t.Helper()
	var left []graph.Edge
	for _, e := range g.Edges() {
		if e.U != node && e.V != node && [2]int32{e.U, e.V} != edge {
			left = append(left, e)
		}
	}
	smaller, err := graph.New(g.Order(), left)
	if err != nil {
		t.Fatal(err)
	}
	return smaller
}

func cuts(t *testing.T, g *graph.CSR) *centrality.Cut {
	t.Helper()
	cut, err := centrality.Cuts(t.Context(), g)
	if err != nil {
		t.Fatal(err)
	}
	return cut
}

// Cuts by taking out each node and each edge.
func TestCutsAgainstTakingOut(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			cut := cuts(t, g)
			_, whole := centrality.Components(g)
			want := make([]float64, g.Order())
			for u := range want {
				_, parts := centrality.Components(without(t, g, int32(u), [2]int32{-1, -1}))
				want[u] = max(0, float64(parts-1-whole)) // u itself is one more
			}
			near(t, "pieces", cut.Pieces, want)
			var edges [][2]int32
			for _, e := range g.Edges() {
				if _, parts := centrality.Components(without(t, g, -1, [2]int32{e.U, e.V})); parts > whole {
					edges = append(edges, [2]int32{e.U, e.V})
				}
			}
			if diff := cmp.Diff(edges, cut.Edges); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCutsOfNamedGraphs(t *testing.T) {
	tests := []struct {
		name  string
		g     *graph.CSR
		nodes []float64
		edges int
	}{
		{"a star falls into its points", graphtest.Star(5), []float64{3, 0, 0, 0, 0}, 4},
		{"a ring holds", graphtest.Cycle(5), []float64{0, 0, 0, 0, 0}, 0},
		{"two triangles and an edge", graphtest.TwoCliques(3), []float64{0, 0, 1, 1, 0, 0}, 1},
		{"none", graphtest.Path(0), []float64{}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cut := cuts(t, tt.g)
			near(t, "pieces", cut.Pieces, tt.nodes)
			if len(cut.Edges) != tt.edges {
				t.Errorf("cut edges %v, want %d", cut.Edges, tt.edges)
			}
		})
	}
	long := cuts(t, graphtest.Path(200_000)) // as deep as it has nodes
	if len(long.Edges) != 199_999 {
		t.Errorf("%d cut edges in a long path", len(long.Edges))
	}
}

// Coefficients by looking at each pair of neighbours.
func TestClusteringAgainstPairs(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			c, err := centrality.Clustering(t.Context(), g)
			if err != nil {
				t.Fatal(err)
			}
			local, mean := make([]float64, g.Order()), 0.0
			for u := range local {
				targets, _ := g.Arcs(u)
				closed, pairs := 0.0, 0.0
				for i, v := range targets {
					for _, w := range targets[:i] {
						pairs++
						if _, ok := g.Weight(int(v), int(w)); ok {
							closed++
						}
					}
				}
				local[u] = closed / max(pairs, 1)
				mean += local[u] / float64(g.Order())
			}
			near(t, "local", c.Local, local)
			near(t, "mean and transitivity", []float64{c.Mean, c.Transitivity}, []float64{mean, centrality.Transitivity(g)})
		})
	}
}
