package centrality

import (
	"slices"

	"papergraph/graph"
	"papergraph/graph/internal/nearest"
)

// Lengths says how long an edge is to a measure of paths.
type Lengths uint8

const (
	// Similarity makes edges the shorter the more they weigh: 1/weight. Paths count as equally long only if the sums of
	// their lengths, added from the source on, are the same to the last bit. Weights below 1e-308, whose length would
	// not be finite, lead nowhere.
	Similarity Lengths = iota
	// Hops makes every edge 1 long.
	Hops
)

// ofArcs returns the length of each arc, in the order of graph.CSR.FirstArc.
func (l Lengths) ofArcs(g *graph.CSR) []float64 {
	lengths := make([]float64, 0, 2*g.Size())
	for u := range g.Order() {
		_, weights := g.Arcs(u)
		for _, w := range weights {
			if l == Hops {
				w = 1
			}
			lengths = append(lengths, 1/w)
		}
	}
	return lengths
}

// newFrontier returns a frontier for searches over arcs of these lengths.
func newFrontier(ofArcs []float64) nearest.Frontier {
	if len(ofArcs) == 0 {
		return nearest.NewFrontier(1, 1)
	}
	return nearest.NewFrontier(slices.Min(ofArcs), slices.Max(ofArcs))
}
