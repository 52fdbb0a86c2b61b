package papers_test

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"papergraph/graph"
	"papergraph/graph/papers"
)

// TestBackboneHasTheHeaviestForest holds the backbone against Kruskal's algorithm in gonum: the same components, and as
// heavy a forest in the backbone as in all links.
func TestBackboneHasTheHeaviestForest(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		all := heaviestForest(n, func(int) bool { return true })
		kept := heaviestForest(n, func(i int) bool { return n.Backbone[i] })
		if math.Abs(all.weight-kept.weight) > 1e-9 {
			t.Errorf("the heaviest forest weighs %g, that of the backbone %g", all.weight, kept.weight)
		}
		if all.components != kept.components {
			t.Errorf("%d components, %d in the backbone", all.components, kept.components)
		}
	})
}

type forest struct {
	weight     float64
	components int
}

// heaviestForest is that of the links wanted, by the least forest of weights turned about.
func heaviestForest(n *papers.Network, wanted func(i int) bool) forest {
	g := simple.NewWeightedUndirectedGraph(0, math.Inf(1))
	for u := range n.Links.Order() {
		g.AddNode(simple.Node(u))
	}
	for i, e := range n.Links.Edges() {
		if wanted(i) {
			g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e.U), T: simple.Node(e.V), W: -e.Weight})
		}
	}
	least := simple.NewWeightedUndirectedGraph(0, math.Inf(1))
	weight := -path.Kruskal(least, g)
	return forest{weight, len(topo.ConnectedComponents(g))}
}

func TestBackboneKeepsEachPapersStrongest(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		type link struct {
			graph.Edge
			number int
		}
		of := make([][]link, n.Links.Order())
		for i, e := range n.Links.Edges() {
			of[e.U] = append(of[e.U], link{e, i})
			of[e.V] = append(of[e.V], link{e, i})
		}
		for u, links := range of {
			slices.SortStableFunc(links, func(a, b link) int { return cmp.Compare(b.Weight, a.Weight) })
			for _, l := range links[:min(papers.LeastLinks, len(links))] {
				if !n.Backbone[l.number] {
					t.Errorf("paper %d does not show %d-%d, one of its strongest", u, l.U, l.V)
				}
			}
		}
	})
}

func TestKeptIsTheSumOfTheBackbone(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		all, kept := 0.0, 0.0
		for i, e := range n.Links.Edges() {
			all += e.Weight
			if n.Backbone[i] {
				kept += e.Weight
			}
		}
		if all > 0 && math.Abs(n.Kept-kept/all) > 1e-12 || all == 0 && n.Kept != 0 {
			t.Errorf("kept %g, but %g of %g is in the backbone", n.Kept, kept, all)
		}
	})
}
