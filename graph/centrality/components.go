package centrality

import (
	"context"

	"papergraph/graph"
	"papergraph/graph/internal/pace"
)

// Components returns for each node the number of its connected component, and how many there are. Components are
// numbered from 0 in the order of their smallest nodes. O(V + E) time.
func Components(g *graph.CSR) (labels []int32, count int) {
	labels, count, _ = components(context.Background(), g) // which is never done
	return labels, count
}

// components is Components for a caller that may be told to stop. The error is that of ctx.
func components(ctx context.Context, g *graph.CSR) (labels []int32, count int, err error) {
	look := pace.New(ctx)
	labels = make([]int32, g.Order())
	for u := range labels {
		labels[u] = -1
	}
	var queue []int32
	for s := range labels {
		if labels[s] >= 0 {
			continue
		}
		queue = append(queue[:0], int32(s))
		labels[s] = int32(count)
		for len(queue) > 0 {
			if err := look.Step(); err != nil {
				return nil, 0, err
			}
			u := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			targets, _ := g.Arcs(int(u))
			for _, v := range targets {
				if labels[v] < 0 {
					labels[v] = int32(count)
					queue = append(queue, v)
				}
			}
		}
		count++
	}
	return labels, count, nil
}

// largest returns the number of the component with the most nodes; of equal ones, the smaller number.
func largest(labels []int32, count int) int32 {
	size, best := make([]int, count), int32(0)
	for _, c := range labels {
		size[c]++
	}
	for c := range size {
		if size[c] > size[best] {
			best = int32(c)
		}
	}
	return best
}
