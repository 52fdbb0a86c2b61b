package community

import (
	"context"

	"papergraph/graph"
	"papergraph/graph/internal/breadth"
)

// fewNodes is how many fit into the cache in any order, with their arcs.
const fewNodes = 1024

// newNearby returns g as the lowest level, numbered in breadth first where nodes are more than a few, so that neighbours are
// near each other in memory. The error is that of ctx.
func newNearby(ctx context.Context, g *graph.CSR) (*network, error) {
	if g.Order() <= fewNodes {
		return newNetwork(g), nil
	}
	order, number, err := breadth.Order(ctx, g)
	if err != nil {
		return nil, err
	}
	n := emptyNetwork(g)
	n.number = number
	for _, u := range order {
		targets, weights := g.Arcs(int(u))
		for _, v := range targets {
			n.targets = append(n.targets, n.number[v])
		}
		n.weights = append(n.weights, weights...)
		n.offsets = append(n.offsets, int32(len(n.targets)))
	}
	n.level()
	return n, nil
}

// ofGraph returns labels by node of the graph.
func (n *network) ofGraph(labels []int32) []int32 {
	if n.number == nil {
		return labels
	}
	of := make([]int32, len(labels))
	for u, v := range n.number {
		of[u] = labels[v]
	}
	return of
}
