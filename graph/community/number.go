package community

import (
	"cmp"
	"context"
	"slices"

	"papergraph/graph/internal/pace"
)

// compact renumbers labels in place to 0, 1, … in the order of their first node and returns how many there are. Labels
// must be below the number of nodes.
func compact(labels []int32) int {
	number := make([]int32, len(labels))
	for i := range number {
		number[i] = -1
	}
	count := int32(0)
	for u, c := range labels {
		if number[c] < 0 {
			number[c] = count
			count++
		}
		labels[u] = number[c]
	}
	return int(count)
}

// bySize renumbers labels in place by size, the largest first, then by smallest member.
func bySize(labels []int32) []int32 {
	size := make([]int, compact(labels))
	for _, c := range labels {
		size[c]++
	}
	order := make([]int32, len(size))
	for c := range order {
		order[c] = int32(c)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(size[b], size[a]) })
	number := make([]int32, len(size))
	for i, c := range order {
		number[c] = int32(i)
	}
	for u, c := range labels {
		labels[u] = number[c]
	}
	return labels
}

// components splits every community into its connected components, and returns the compact labels. Passes leave
// connected communities almost always; where the paper takes a community whole, this makes sure of it. The error is that of
// ctx. O(V + E) time.
func (n *network) components(ctx context.Context, labels []int32) ([]int32, error) {
	split := make([]int32, len(labels))
	for u := range split {
		split[u] = -1
	}
	var stack []int32
	look := pace.New(ctx)
	for u := range split {
		if split[u] >= 0 {
			continue
		}
		split[u] = int32(u)
		stack = append(stack[:0], int32(u))
		for len(stack) > 0 {
			if err := look.Step(); err != nil {
				return nil, err
			}
			v := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			targets, _ := n.arcs(int(v))
			for _, w := range targets {
				if split[w] < 0 && labels[w] == labels[v] {
					split[w] = int32(u)
					stack = append(stack, w)
				}
			}
		}
	}
	compact(split)
	return split, nil
}
