// Package breadth orders the nodes of a graph by searches in breadth, so that who numbers them so has neighbours near each
// other in memory.
package breadth

import (
	"context"

	"papergraph/graph"
	"papergraph/graph/internal/pace"
)

// Order returns the nodes in the order in which searches from the first that is left meet them, and the place of each in it.
// The error is that of ctx. O(V + E) time.
func Order(ctx context.Context, g *graph.CSR) (order, place []int32, err error) {
	order, place = make([]int32, 0, g.Order()), make([]int32, g.Order())
	for u := range place {
		place[u] = -1
	}
	look := pace.New(ctx)
	add := func(u int32) {
		if place[u] < 0 {
			place[u] = int32(len(order))
			order = append(order, u)
		}
	}
	for s := range place {
		head := len(order)
		add(int32(s))
		for ; head < len(order); head++ {
			if err := look.Step(); err != nil {
				return nil, nil, err
			}
			targets, _ := g.Arcs(int(order[head]))
			for _, v := range targets {
				add(v)
			}
		}
	}
	return order, place, nil
}
