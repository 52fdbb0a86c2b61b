package community

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"papergraph/graph"
	"papergraph/graph/graphtest"
)

func TestShuffledHasEachNumberOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 31, fewNodes, 2*fewNodes - 1, 2 * fewNodes, 5000, 40_001} {
		s := shuffled(nil, n, rand.New(rand.NewPCG(1, 1)))
		if slices.IsSorted(s) && n > 10 {
			t.Errorf("%d numbers are in order", n)
		}
		slices.Sort(s)
		for i, u := range s {
			if int(u) != i || len(s) != n {
				t.Fatalf("%d numbers: %d of them, and %d stands for %d", n, len(s), u, i)
			}
		}
	}
}

// The graph in breadth first is the same graph: a grouping has the same modularity in it.
func TestNearbyIsTheSameGraph(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	planted, groups := graphtest.Planted(15, 100, 0.1, 0.002, rng)
	g := graphtest.Reweigh(planted, rng.Float64)
	n := newNearby(g)
	if n.number == nil {
		t.Fatal("it was not numbered anew")
	}
	here := make([]int32, len(groups))
	for u, v := range n.number {
		here[v] = groups[u]
	}
	if got, want := n.modularity(here, 1), Modularity(g, groups, 1); math.Abs(got-want) > 1e-12 {
		t.Errorf("modularity %g, want %g", got, want)
	}
	if !slices.Equal(n.ofGraph(here), groups) {
		t.Error("labels did not come back")
	}
	few, _ := graphtest.Planted(2, 50, 0.3, 0.01, rng)
	if newNearby(few).number != nil {
		t.Error("a graph of few nodes was numbered anew")
	}
}

// Loose parts and nodes without edges have their numbers too.
func TestBreadthFirstMeetsAll(t *testing.T) {
	for name, g := range map[string]*graph.CSR{
		"loose parts": graphtest.ErdosRenyi(300, 0.003, rand.New(rand.NewPCG(2, 2))), "none": graphtest.Path(0), "a star": graphtest.Star(50),
	} {
		order, place := breadthFirst(g)
		for i, u := range order {
			if place[u] != int32(i) || len(order) != g.Order() {
				t.Errorf("%s: node %d is at %d of %d, its place is %d", name, u, i, len(order), place[u])
			}
		}
	}
}
