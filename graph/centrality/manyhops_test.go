package centrality_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// Searches that push, pull and push again: dense groups at the ends and in the middle of long paths, beside other
// components, against one search at a time.
func TestHopsThroughCrowdsAndPaths(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			g := beads(rand.New(rand.NewPCG(seed, 1)))
			d, err := centrality.Distances(t.Context(), g, centrality.Hops, 2)
			if err != nil {
				t.Fatal(err)
			}
			harmonic, most := make([]float64, g.Order()), make([]float64, g.Order())
			for u := range g.Order() {
				for _, hops := range hopsFrom(g, u) {
					if hops > 0 {
						harmonic[u] += 1 / float64(hops) / float64(g.Order()-1)
						most[u] = max(most[u], float64(hops))
					}
				}
			}
			near(t, "harmonic", d.Harmonic, harmonic)
			near(t, "eccentricity", d.Eccentricity, most)
		})
	}
}

// beads returns a chain of cliques and paths of random lengths, now and then cut.
func beads(rng *rand.Rand) *graph.CSR {
	var edges []graph.Edge
	n := int32(1)
	for n < 1200 {
		first, size := n, int32(5+rng.IntN(60))
		if rng.IntN(6) > 0 {
			edges = append(edges, graph.Edge{U: n - 1, V: n, Weight: 1})
		}
		for u := first; u < first+size; u++ {
			if rng.IntN(2) == 0 {
				for v := first; v < u-1; v++ {
					edges = append(edges, graph.Edge{U: v, V: u, Weight: 1})
				}
			}
			if u > first {
				edges = append(edges, graph.Edge{U: u - 1, V: u, Weight: 1})
			}
		}
		n += size
	}
	g, err := graph.New(int(n), edges)
	if err != nil {
		panic(err)
	}
	return graphtest.Renumber(g, rng.Perm(int(n)))
}

func hopsFrom(g *graph.CSR, source int) []int {
	hops, queue := make([]int, g.Order()), []int{source}
	for i := range hops {
		hops[i] = -1
	}
	hops[source] = 0
	for len(queue) > 0 {
		u := queue[0]
		queue = queue[1:]
		targets, _ := g.Arcs(u)
		for _, v := range targets {
			if hops[v] < 0 {
				hops[v] = hops[u] + 1
				queue = append(queue, int(v))
			}
		}
	}
	return hops
}
