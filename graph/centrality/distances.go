package centrality

import (
	"context"

	"papergraph/graph"
)

// DistanceScores is what the lengths of all shortest paths tell. A node that another cannot reach has no distance from
// it; n is the number of all nodes, reached or not.
type DistanceScores struct {
	Closeness    []float64 // by node: (r/Σd)·(r/(n-1)) over the r others it reaches, 0 if none
	Harmonic     []float64 // by node: Σ(1/d)/(n-1) over the others it reaches
	Eccentricity []float64 // by node: the largest distance to a node it reaches
	Diameter     float64   // the largest distance in the largest component; of equal ones, that of the smaller node
	MeanPath     float64   // mean distance over the pairs of different nodes that have one; 0 if none has
}

// Distances returns what one pass over the shortest paths from every node tells. Closeness and harmonic centrality are
// divided by n-1, so that the middle of a star has 1 where edges are 1 long. Where not all is connected, closeness is
// that of Wasserman and Faust: the reciprocal of the mean distance within reach, times the share of the others within
// reach. So NetworkX has it; igraph leaves the second factor out, which puts the nodes of small components first. The
// result is the same bits for any number of workers; below 1, all cores are used. The error is that of ctx. O(VE/64)
// time for Hops where levels are few, O(VE + V² log V) for Similarity; O(V) space a worker. See Wasserman and Faust,
// Social network analysis (1994), doi:10.1017/CBO9780511815478, formula 5.22; Boldi and Vigna, Axioms for centrality
// (2014), doi:10.1080/15427951.2013.865686, for harmonic; Then et al., The more the merrier: efficient multi-source graph
// traversal (2014), doi:10.14778/2735496.2735507, for the search from many nodes at once.
func Distances(ctx context.Context, g *graph.CSR, lengths Lengths, workers int) (*DistanceScores, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	n := g.Order()
	t := &tally{make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)}
	labels, count, err := components(ctx, g)
	if err != nil {
		return nil, err
	}
	newKernel, size := func() kernel { return newManyHops(g, t, labels, count) }, manySources
	if lengths == Similarity {
		ofArcs := lengths.ofArcs(g)
		newKernel, size = func() kernel { return newDijkstra(g, ofArcs, t) }, chunkSize(n)
	}
	if err := overSources(ctx, n, size, workers, newKernel); err != nil {
		return nil, err
	}
	return t.scores(labels, count), nil
}

// tally holds for each node what is known of its distances to the others within reach.
type tally struct {
	reached, sum, inverse, most []float64 // number, sum, sum of reciprocals, largest
}

// scores takes the components of the graph.
func (t *tally) scores(labels []int32, count int) *DistanceScores {
	n := len(labels)
	s := &DistanceScores{Closeness: make([]float64, n), Harmonic: make([]float64, n), Eccentricity: t.most}
	others := float64(max(n-1, 1))
	var sum, pairs float64
	for u, r := range t.reached {
		if r > 0 {
			s.Closeness[u] = r / t.sum[u] * (r / others)
		}
		s.Harmonic[u] = t.inverse[u] / others
		sum += t.sum[u]
		pairs += r
	}
	if pairs > 0 {
		s.MeanPath = sum / pairs
	}
	widest := largest(labels, count)
	for u, c := range labels {
		if c == widest {
			s.Diameter = max(s.Diameter, t.most[u])
		}
	}
	return s
}
