package centrality

import (
	"context"
	"fmt"

	"papergraph/graph"
)

// HITS returns the score of each node as hub and authority, which without directions are the same, the largest 1: the
// part of equal scores that is left when every node sums those of its neighbours, times weights, an even number of
// times again and again. On a graph without two-sided components that is Eigenvector. The error, the cost and the
// weights are those of Eigenvector. See DirectedHITS for the source.
func HITS(ctx context.Context, g *graph.CSR, o SpectralOptions) ([]float64, error) {
	middle := make([]float64, g.Order())
	return dominant(ctx, g.Order(), func(to, from []float64) {
		pull(middle, g, from, 0)
		pull(to, g, middle, 0)
	}, o)
}

// DirectedHITS returns the scores of n nodes as hubs and as authorities, the largest of each 1: a good hub has arcs to
// good authorities, a good authority has arcs from good hubs, each in proportion to weights. Arcs of one pair count
// together. A node without arcs that leave it is no hub and has 0; one without arcs that come is no authority. The error
// is that of ctx, or says which option or arc is out of range, or that scores still moved after MaxRounds. A round takes
// O(V + E) time. See Kleinberg, Authoritative sources in a hyperlinked environment (1999), doi:10.1145/324133.324140;
// unlike there, the largest score is 1, not the sum of squares, and arcs have weights.
func DirectedHITS(ctx context.Context, n int, arcs []Arc, o SpectralOptions) (hubs, authorities []float64, err error) {
	in, err := newInward(n, arcs)
	if err != nil {
		return nil, nil, err
	}
	out, err := newInward(n, reversed(arcs))
	if err != nil {
		return nil, nil, err
	}
	middle := make([]float64, n)
	authorities, err = dominant(ctx, n, func(to, from []float64) {
		out.pull(middle, from, 0)
		in.pull(to, middle, 0)
	}, o)
	if err != nil {
		return nil, nil, fmt.Errorf("authorities: %w", err)
	}
	hubs = make([]float64, n)
	out.pull(hubs, authorities, 0)
	if len(arcs) > 0 {
		toLargest(hubs)
	}
	return hubs, authorities, nil
}

func reversed(arcs []Arc) []Arc {
	back := make([]Arc, len(arcs))
	for i, a := range arcs {
		back[i] = Arc{a.To, a.From, a.Weight}
	}
	return back
}
