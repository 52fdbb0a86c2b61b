package centrality

import (
	"context"

	"papergraph/graph"
)

// Betweenness returns for each node how many pairs of other nodes have it on their shortest path; where a pair has
// several, each counts in equal parts. A pair counts once, not once a direction. Pairs in different components count
// nowhere. NormalizeBetweenness makes shares of these counts. The result is the same bits for any number of workers;
// below 1, all cores are used. The error is that of ctx. O(VE) time for Hops, O(VE + V² log V) for Similarity, and
// O(V + E) space a worker, for Hops some 600 bytes a node. Counts of paths are float64: a pair with 1e308 shortest paths or
// more gives no number. See Brandes, A faster algorithm for betweenness centrality (2001),
// doi:10.1080/0022250X.2001.9990249; what hangs on the rest by one edge is counted without a search, as in Baglioni et al.,
// Fast exact computation of betweenness centrality in social networks (2012), doi:10.1109/ASONAM.2012.79.
func Betweenness(ctx context.Context, g *graph.CSR, lengths Lengths, workers int) ([]float64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f := fold(g, lengths.ofArcs(g))
	r, component, err := f.rows(ctx)
	if err != nil {
		return nil, err
	}
	sum := make([]float64, r.order())
	newKernel, size := func() kernel { return newLengthBrandes(r, sum) }, chunkSize(r.order())
	if lengths == Hops {
		if r, err = r.clustered(ctx); err != nil {
			return nil, err
		}
		newKernel, size = func() kernel { return newHopBrandes(r, sum) }, abreast
	}
	if err := overSources(ctx, r.order(), size, workers, newKernel); err != nil {
		return nil, err
	}
	result := f.over(component)
	for u, s := range sum {
		result[r.core[u]] += s / 2 // each pair was met from both ends
	}
	return result, nil
}

// NormalizeBetweenness returns the counts divided by the number of pairs that a node can lie between, (n-1)(n-2)/2, so
// that the middle of a star has 1. With fewer than three nodes there is no such pair, and all are 0. See Freeman, A set
// of measures of centrality based on betweenness (1977), doi:10.2307/3033543.
func NormalizeBetweenness(counts []float64) []float64 {
	n := float64(len(counts))
	shares := make([]float64, len(counts))
	if len(counts) < 3 {
		return shares
	}
	for u, c := range counts {
		shares[u] = c / ((n - 1) * (n - 2) / 2)
	}
	return shares
}
