package centrality

import (
	"context"

	"papergraph/graph"
	"papergraph/graph/internal/pace"
)

// nearby returns the whole graph without lengths, its nodes numbered as breadth-first searches from the first that is left
// meet them, so that neighbours are near each other in memory. The error is that of ctx.
func nearby(ctx context.Context, g *graph.CSR) (*rows, error) {
	n, look := g.Order(), pace.New(ctx)
	r := &rows{offsets: []int32{0}, core: make([]int32, 0, n), targets: make([]int32, 0, 2*g.Size())}
	number := make([]int32, n) // from 1; 0 for none yet
	add := func(u int32) {
		if number[u] == 0 {
			r.core = append(r.core, u)
			number[u] = int32(len(r.core))
		}
	}
	for s := range int32(n) {
		head := len(r.core)
		add(s)
		for ; head < len(r.core); head++ {
			if err := look.Step(); err != nil {
				return nil, err
			}
			targets, _ := g.Arcs(int(r.core[head]))
			for _, v := range targets {
				add(v)
				r.targets = append(r.targets, number[v]-1)
			}
			r.offsets = append(r.offsets, int32(len(r.targets)))
		}
	}
	return r, nil
}
