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
	if lengths == Similarity {
		ofArcs := lengths.ofArcs(g)
		err := overSources(ctx, n, chunkSize(n), workers, func() kernel { return newDijkstra(g, ofArcs, t) })
		if err != nil {
			return nil, err
		}
		return t.scores(labels, count), nil
	}
	r, err := nearby(ctx, g)
	if err != nil {
		return nil, err
	}
	component := gathered(labels, r.core)
	err = overSources(ctx, n, manySources, workers, func() kernel { return newManyHops(r, t, component, count) })
	if err != nil {
		return nil, err
	}
	return t.scattered(r.core).scores(labels, count), nil
}

// gathered returns the values at the nodes, in their order.
func gathered[T any](values []T, nodes []int32) []T {
	at := make([]T, len(nodes))
	for i, u := range nodes {
		at[i] = values[u]
	}
	return at
}

// tally holds for each node what is known of its distances to the others within reach.
type tally struct {
	reached, sum, inverse, most []float64 // number, sum, sum of reciprocals, largest
}

// scattered returns the tally of the graph's nodes, where this one is of the nodes in their order.
func (t *tally) scattered(nodes []int32) *tally {
	place := make([]int32, len(nodes))
	for i, u := range nodes {
		place[u] = int32(i)
	}
	return &tally{gathered(t.reached, place), gathered(t.sum, place), gathered(t.inverse, place), gathered(t.most, place)}
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
