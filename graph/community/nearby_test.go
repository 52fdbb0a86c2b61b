package community

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

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
	n, err := newNearby(t.Context(), g)
	if err != nil || n.number == nil {
		t.Fatalf("it was not numbered anew: %v", err)
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
	if n, err := newNearby(t.Context(), few); err != nil || n.number != nil {
		t.Errorf("a graph of few nodes was numbered anew: %v", err)
	}
}
