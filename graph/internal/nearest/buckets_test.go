package nearest_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"papergraph/graph"
	"papergraph/graph/graphtest"
	"papergraph/graph/internal/nearest"
)

// What a search takes from any frontier is final: nothing found later makes it nearer. Edges are from 1 to ratio times
// as long as the shortest, whose length goes down to numbers that have no reciprocal.
func TestWhatIsTakenIsFinal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		shortest := rapid.SampledFrom([]float64{1, 0.1, 1e-9, 3e9, 1e-305, 1e-309}).Draw(t, "shortest")
		ratio := rapid.SampledFrom([]float64{1, 1.5, 20, 1024, 1e6}).Draw(t, "ratio")
		g := graphtest.Reweigh(graphtest.Seeded(rapid.Uint64Range(2, graphtest.Seeds-1).Draw(t, "graph")), func() float64 {
			return shortest * (1 + (ratio-1)*float64(rng.IntN(5))/4)
		})
		front := nearest.NewFrontier(shortest, shortest*ratio)
		for range 2 { // a frontier can be used again once it is empty
			search(t, g, front, rng.IntN(g.Order()))
		}
	})
}

func search(t *rapid.T, g *graph.CSR, front nearest.Frontier, source int) {
	distance, settled := make([]float64, g.Order()), make([]bool, g.Order())
	for u := range distance {
		distance[u] = math.Inf(1)
	}
	distance[source] = 0
	front.Push(nearest.Entry{Node: int32(source)})
	for u, ok := front.Pop(); ok; u, ok = front.Pop() {
		if settled[u] {
			continue
		}
		settled[u] = true
		targets, lengths := g.Arcs(int(u))
		for i, v := range targets {
			if d := distance[u] + lengths[i]; d < distance[v] {
				if settled[v] {
					t.Fatalf("node %d was taken at %g and is at %g", v, distance[v], d)
				}
				distance[v] = d
				front.Push(nearest.Entry{Distance: d, Node: v})
			}
		}
	}
}
