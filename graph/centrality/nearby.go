package centrality

import (
	"context"

	"papergraph/graph"
	"papergraph/graph/internal/breadth"
	"papergraph/graph/internal/pace"
)

// nearby returns the whole graph without lengths, its nodes numbered in breadth first. The error is that of ctx.
func nearby(ctx context.Context, g *graph.CSR) (*rows, error) {
	order, number, err := breadth.Order(ctx, g)
	if err != nil {
		return nil, err
	}
	look := pace.New(ctx)
	r := &rows{offsets: make([]int32, 1, len(order)+1), core: order, targets: make([]int32, 0, 2*g.Size())}
	for _, u := range order {
		if err := look.Step(); err != nil {
			return nil, err
		}
		targets, _ := g.Arcs(int(u))
		for _, v := range targets {
			r.targets = append(r.targets, number[v])
		}
		r.offsets = append(r.offsets, int32(len(r.targets)))
	}
	return r, nil
}
