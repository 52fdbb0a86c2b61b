package centrality_test

import (
	"context"
	"math"
	"testing"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
	"pgregory.net/rapid"

	"papergraph/graph/centrality"
)

// TestDirectedPageRankOfAStar has two papers that build on one: it gets what both hand on. By hand, with s the rank of a
// source and c that of the centre: s = (0.15 + 0.85c)/3, c = s + 1.7s, 2s + c = 1.
func TestDirectedPageRankOfAStar(t *testing.T) {
	arcs := []centrality.Arc{{From: 1, To: 0, Weight: 1}, {From: 2, To: 0, Weight: 1}}
	rank, err := centrality.DirectedPageRank(context.Background(), 3, arcs, centrality.DefaultPageRank)
	if err != nil {
		t.Fatal(err)
	}
	want := []float64{2.7 / 4.7, 1 / 4.7, 1 / 4.7}
	for u := range want {
		if math.Abs(rank[u]-want[u]) > 1e-8 {
			t.Errorf("rank of %d: %g, want %g", u, rank[u], want[u])
		}
	}
}

// TestDirectedPageRankAgainstGonum compares with gonum, whose weighted variant follows direction too.
func TestDirectedPageRankAgainstGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "n")
		g := simple.NewWeightedDirectedGraph(0, 0)
		for u := range n {
			g.AddNode(simple.Node(u))
		}
		var arcs []centrality.Arc
		for u := range n {
			for v := range n {
				if u != v && rapid.IntRange(0, 3).Draw(t, "arc") == 0 {
					w := float64(rapid.IntRange(1, 9).Draw(t, "weight"))
					arcs = append(arcs, centrality.Arc{From: int32(u), To: int32(v), Weight: w})
					g.SetWeightedEdge(g.NewWeightedEdge(simple.Node(u), simple.Node(v), w))
				}
			}
		}
		got, err := centrality.DirectedPageRank(context.Background(), n, arcs, centrality.DefaultPageRank)
		if err != nil {
			t.Fatal(err)
		}
		want := network.PageRank(g, 0.85, 1e-12)
		for u := range n {
			if math.Abs(got[u]-want[int64(u)]) > 1e-7 {
				t.Fatalf("rank of %d: %g, gonum %g", u, got[u], want[int64(u)])
			}
		}
	})
}

func TestDirectedPageRankRefusesArcsThatAreNone(t *testing.T) {
	for name, arc := range map[string]centrality.Arc{
		"to a node that is not there":   {From: 0, To: 2, Weight: 1},
		"from a negative node":          {From: -1, To: 1, Weight: 1},
		"of weight 0":                   {From: 0, To: 1},
		"of a weight that is no number": {From: 0, To: 1, Weight: math.NaN()},
		"of infinite weight":            {From: 0, To: 1, Weight: math.Inf(1)},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := centrality.DirectedPageRank(context.Background(), 2, []centrality.Arc{arc}, centrality.DefaultPageRank); err == nil {
				t.Error("no error")
			}
		})
	}
}
