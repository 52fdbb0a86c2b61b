package community_test

import (
	"math"
	"math/rand/v2"
	"testing"

	gonumgraph "gonum.org/v1/gonum/graph"
	gonumcommunity "gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/simple"

	"papergraph/graph"
	"papergraph/graph/community"
)

// asGonum copies g.
func asGonum(g *graph.CSR) *simple.WeightedUndirectedGraph {
	to := simple.NewWeightedUndirectedGraph(0, 0)
	for u := range g.Order() {
		to.AddNode(simple.Node(u))
	}
	for _, e := range g.Edges() {
		to.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e.U), T: simple.Node(e.V), W: e.Weight})
	}
	return to
}

// asLists returns labels as gonum wants them: the nodes of each community.
func asLists(labels []int32) [][]gonumgraph.Node {
	var lists [][]gonumgraph.Node
	for u, c := range labels {
		for int(c) >= len(lists) {
			lists = append(lists, nil)
		}
		lists[c] = append(lists[c], simple.Node(u))
	}
	return lists
}

// scattered returns a graph on n nodes with clumps, weights from 0.05 to 1, and here and there a node without arcs.
func scattered(n, clumps int, inside, between float64, seed uint64) *graph.CSR {
	rng := rand.New(rand.NewPCG(seed, 9))
	var edges []graph.Edge
	for u := range n {
		for v := range u {
			p := between
			if u%clumps == v%clumps {
				p = inside
			}
			if rng.Float64() < p {
				edges = append(edges, graph.Edge{U: int32(v), V: int32(u), Weight: 0.05 + 0.95*rng.Float64()})
			}
		}
	}
	return mustNew(n, edges)
}

func TestModularityAgreesWithGonum(t *testing.T) {
	for seed := range uint64(20) {
		g := scattered(60, 5, 0.3, 0.05, seed)
		rng := rand.New(rand.NewPCG(seed, 1))
		labels := make([]int32, g.Order())
		for u := range labels {
			labels[u] = rng.Int32N(7)
		}
		for _, resolution := range []float64{0.5, 1, 2.5} {
			got := community.Modularity(g, labels, resolution)
			want := gonumcommunity.Q(asGonum(g), asLists(labels), resolution)
			if math.Abs(got-want) > 1e-12 {
				t.Errorf("seed %d, resolution %g: got %.15f, gonum has %.15f", seed, resolution, got, want)
			}
		}
	}
}

func TestLeidenIsNoWorseThanGonumsLouvain(t *testing.T) {
	for seed := range uint64(20) {
		g := scattered(80+int(seed)*4, 6, 0.2, 0.04, seed)
		labels := leiden(t, g, 1, seed)
		reduced := gonumcommunity.Modularize(asGonum(g), 1, rand.NewPCG(seed, 0))
		want := gonumcommunity.Q(asGonum(g), reduced.Communities(), 1)
		if got := community.Modularity(g, labels, 1); got < want-1e-9 {
			t.Errorf("seed %d: modularity %.6f, gonum's Louvain reaches %.6f", seed, got, want)
		}
	}
}

// leiden runs Leiden with the usual starts.
func leiden(t *testing.T, g *graph.CSR, resolution float64, seed uint64) []int32 {
	t.Helper()
	o := community.DefaultLeiden
	o.Resolution, o.Seed = resolution, seed
	labels, err := community.Leiden(t.Context(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	return labels
}
