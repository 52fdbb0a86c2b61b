package centrality

import (
	"context"
	"fmt"
	"math"

	"papergraph/graph"
)

// PageRankOptions says how far ranks follow edges and when they count as settled.
type PageRankOptions struct {
	Damping   float64 // chance to follow an edge rather than to jump anywhere, in [0, 1)
	Tolerance float64 // ranks are settled when a round moves none by more; finite, not below 0
	MaxRounds int     // rounds after which unsettled ranks are an error, at least 1
	Workers   int     // goroutines at once, below 1 for one a core; ranks do not depend on it
}

// DefaultPageRank has the damping of the paper. A round shrinks the error by it, and 0.85^142 is the first power
// below 1e-10: fewer rounds would not do.
var DefaultPageRank = PageRankOptions{Damping: 0.85, Tolerance: 1e-10, MaxRounds: 200}

// PageRank returns the rank of each node of g; ranks add up to 1. Arcs are followed in proportion to their weight,
// and a node without arcs jumps anywhere with equal chance. Strengths are taken to lie between 1e-300 and 1e300. The
// error is that of ctx, or says which option is out of range, or that ranks still moved after MaxRounds. A round takes
// O(V + E) time. See Brin and Page, The anatomy of a large-scale hypertextual Web search engine (1998),
// doi:10.1016/S0169-7552(98)00110-X.
func PageRank(ctx context.Context, g *graph.CSR, o PageRankOptions) ([]float64, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	n, strength := g.Order(), Strength(g)
	rank, next, share := uniform(n), make([]float64, n), make([]float64, n)
	stripes := stripesOf(g, o.Workers)
	for range o.MaxRounds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		jump := hand(share, rank, strength, o.Damping)
		stripes.each(func(from, to int) { pullRows(next, g, share, jump, from, to) })
		moved := maxDiff(rank, next)
		rank, next = next, rank
		if moved <= o.Tolerance {
			return rank, nil
		}
	}
	return nil, fmt.Errorf("centrality: PageRank still moves after %d rounds", o.MaxRounds)
}

func (o PageRankOptions) check() error {
	switch {
	case !(o.Damping >= 0 && o.Damping < 1): // so written, NaN is refused too
		return fmt.Errorf("centrality: damping %g is outside [0, 1)", o.Damping)
	case !(o.Tolerance >= 0) || math.IsInf(o.Tolerance, 1):
		return fmt.Errorf("centrality: tolerance %g is not a finite number from 0", o.Tolerance)
	case o.MaxRounds < 1:
		return fmt.Errorf("centrality: %d rounds are not enough for any rank", o.MaxRounds)
	}
	return nil
}

func uniform(n int) []float64 {
	rank := make([]float64, n)
	for u := range rank {
		rank[u] = 1 / float64(n)
	}
	return rank
}

// hand sets share to what a node gives to a neighbour for each unit of weight, and returns what every node gets by
// jumps: from all nodes by chance, and from those without edges always.
func hand(share, rank, strength []float64, damping float64) float64 {
	var total, lost float64
	for u, r := range rank {
		total += r
		share[u] = 0
		if strength[u] == 0 {
			lost += r
			continue
		}
		share[u] = damping * r / strength[u]
	}
	return (float64((1-damping)*total) + float64(damping*lost)) / float64(len(rank))
}

// pull sets next to the ranks after one round.
func pull(next []float64, g *graph.CSR, share []float64, jump float64) {
	pullRows(next, g, share, jump, 0, g.Order())
}

// pullRows is pull for some nodes. Each node sums over its own row in the order of targets, so rows may be split among
// workers without a change in the last bit; float64(…) keeps a processor from fusing the two steps.
func pullRows(next []float64, g *graph.CSR, share []float64, jump float64, from, to int) {
	for u := from; u < to; u++ {
		targets, weights := g.Arcs(u)
		sum := jump
		for i, v := range targets {
			sum += float64(weights[i] * share[v])
		}
		next[u] = sum
	}
}

func maxDiff(a, b []float64) float64 {
	var most float64
	for i := range a {
		most = max(most, math.Abs(a[i]-b[i]))
	}
	return most
}
