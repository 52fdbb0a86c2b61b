package centrality

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// Arc is a directed edge.
type Arc struct {
	From, To int32
	Weight   float64 // finite and above 0
}

// DirectedPageRank returns the rank of each of n nodes; ranks add up to 1. Arcs, in any order, are followed from From to To in
// proportion to their weight; those of one pair count together, and a node without arcs jumps anywhere with equal chance.
// The error is that of ctx, or says which option or arc is out of range, or that ranks still moved after MaxRounds. A round
// takes O(V + E) time, on one core: Workers is not looked at. See PageRank for the source.
func DirectedPageRank(ctx context.Context, n int, arcs []Arc, o PageRankOptions) ([]float64, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	in, err := newInward(n, arcs)
	if err != nil {
		return nil, err
	}
	rank, next, share := uniform(n), make([]float64, n), make([]float64, n)
	for range o.MaxRounds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		jump := hand(share, rank, in.strength, o.Damping)
		in.pull(next, share, jump)
		moved := maxDiff(rank, next)
		rank, next = next, rank
		if moved <= o.Tolerance {
			return rank, nil
		}
	}
	return nil, fmt.Errorf("centrality: PageRank still moves after %d rounds", o.MaxRounds)
}

// inward is a directed graph by the ends of its arcs: node v is reached by sources[offsets[v]:offsets[v+1]], ascending.
type inward struct {
	offsets  []int32
	sources  []int32
	weights  []float64
	strength []float64 // by node: the sum of the weights of the arcs that leave it
}

func newInward(n int, arcs []Arc) (*inward, error) {
	arcs = slices.Clone(arcs)
	slices.SortFunc(arcs, func(a, b Arc) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.From, b.From), cmp.Compare(a.Weight, b.Weight))
	})
	in := &inward{offsets: make([]int32, n+1), strength: make([]float64, n)}
	for _, a := range arcs {
		if a.From < 0 || int(a.From) >= n || a.To < 0 || int(a.To) >= n || !(a.Weight > 0) || a.Weight-a.Weight != 0 {
			return nil, fmt.Errorf("centrality: arc from %d to %d of weight %g among %d nodes", a.From, a.To, a.Weight, n)
		}
		in.offsets[a.To+1]++
		in.sources = append(in.sources, a.From)
		in.weights = append(in.weights, a.Weight)
		in.strength[a.From] += a.Weight
	}
	for v := range n {
		in.offsets[v+1] += in.offsets[v]
	}
	return in, nil
}

// pull sets next to the ranks after one round; float64(…) keeps a processor from fusing the two steps.
func (in *inward) pull(next, share []float64, jump float64) {
	for v := range next {
		sum := jump
		for i := in.offsets[v]; i < in.offsets[v+1]; i++ {
			sum += float64(in.weights[i] * share[in.sources[i]])
		}
		next[v] = sum
	}
}
