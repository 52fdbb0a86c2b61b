package community

import (
	"context"
	"math"
	"math/rand/v2"

	"papergraph/graph"
)

// DefaultLouvain has plain modularity and as many starts as DefaultLeiden.
var DefaultLouvain = DefaultLeiden

// Louvain returns the community of each node, numbered as those of Leiden. It moves single nodes, makes a node of every
// community, and goes on so until none moves. A community may be in pieces that have no link to each other, which is what
// Leiden was made to mend; it is here to compare with. The error is that of ctx, or says which option is out of range. A
// start takes about O(E) time; space is O(V + E). See Blondel et al., Fast unfolding of communities in large networks
// (2008), doi:10.1088/1742-5468/2008/10/P10008; unlike there, only nodes beside one that moved are looked at again.
func Louvain(ctx context.Context, g *graph.CSR, o Options) ([]int32, error) {
	n, err := newNearby(ctx, g)
	if err != nil {
		return nil, err
	}
	runs, err := starts(ctx, n, o, unfold)
	if err != nil {
		return nil, err
	}
	return bySize(n.ofGraph(bestFirst(runs)[0].labels)), nil
}

// unfold is one start of Louvain.
func unfold(ctx context.Context, n *network, resolution float64, rng *rand.Rand) (grouping, error) {
	labels := single(n.order())
	var m mover
	for level := n; ; {
		if err := ctx.Err(); err != nil {
			return grouping{}, err
		}
		of := single(level.order())
		m.begin(level, of, resolution)
		if err := m.run(ctx, rng, math.MaxInt); err != nil {
			return grouping{}, err
		}
		count := compact(of)
		for u, v := range labels {
			labels[u] = of[v]
		}
		if count == level.order() {
			return grouping{labels: labels, q: level.apart(resolution)}, nil
		}
		next := &network{}
		if err := new(aggregation).into(ctx, next, level, of, count); err != nil {
			return grouping{}, err
		}
		level = next
	}
}

// single returns labels by which each node is on its own.
func single(n int) []int32 {
	labels := make([]int32, n)
	for u := range labels {
		labels[u] = int32(u)
	}
	return labels
}
