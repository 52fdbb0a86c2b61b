package centrality

import (
	"context"
	"math"
	"slices"

	"papergraph/graph"
	"papergraph/graph/internal/nearest"
	"papergraph/graph/internal/pace"
)

// longestPath bounds how many nodes a shortest path has. By Hops that is one more than twice the farthest distance from
// some node of the component; from the node in the middle of a farthest path it is close to the truth. By Similarity it
// is twice the farthest length over the shortest arc, or all nodes of the component where that is less.
func longestPath(ctx context.Context, g *graph.CSR, lengths Lengths) (int, error) {
	labels, count, err := components(ctx, g)
	if err != nil {
		return 0, err
	}
	size, first := make([]int, count), make([]int32, count)
	for u, c := range slices.Backward(labels) {
		size[c]++
		first[c] = int32(u)
	}
	b := newBound(ctx, g, lengths)
	most := 0
	for c, u := range first {
		if size[c] <= most { // it cannot have a longer one
			continue
		}
		far, _, err := b.reach(u)
		if err != nil {
			return 0, err
		}
		_, middle, err := b.reach(far)
		if err != nil {
			return 0, err
		}
		if _, _, err := b.reach(middle); err != nil {
			return 0, err
		}
		most = max(most, min(size[c], b.nodes()))
	}
	return most, nil
}

// bound searches for how far nodes are.
type bound struct {
	look     pace.Pace
	g        *graph.CSR
	lengths  []float64
	shortest float64 // of the lengths
	distance []float64
	before   []int32
	order    []int32 // nodes as they were settled, of the last search
	farthest float64 // distance of the last search
	front    nearest.Queue
}

func newBound(ctx context.Context, g *graph.CSR, lengths Lengths) *bound {
	b := &bound{look: pace.New(ctx), g: g, lengths: lengths.ofArcs(g), shortest: math.Inf(1), distance: make([]float64, g.Order()), before: make([]int32, g.Order())}
	for _, l := range b.lengths {
		b.shortest = min(b.shortest, l)
	}
	for u := range b.distance {
		b.distance[u] = math.Inf(1)
	}
	return b
}

// reach finds the farthest node from a node and the one half-way to it.
func (b *bound) reach(source int32) (far, middle int32, err error) {
	for _, u := range b.order {
		b.distance[u] = math.Inf(1)
	}
	b.order = b.order[:0]
	b.distance[source], b.before[source] = 0, source
	b.front.Push(nearest.Entry{Node: source})
	for len(b.front) > 0 {
		if err := b.look.Step(); err != nil {
			return 0, 0, err
		}
		e := b.front.Pop()
		if e.Distance > b.distance[e.Node] {
			continue
		}
		b.order = append(b.order, e.Node)
		targets, _ := b.g.Arcs(int(e.Node))
		lengths := b.lengths[b.g.FirstArc(int(e.Node)):][:len(targets)]
		for i, v := range targets {
			if d := e.Distance + lengths[i]; d < b.distance[v] {
				b.distance[v], b.before[v] = d, e.Node
				b.front.Push(nearest.Entry{Distance: d, Node: v})
			}
		}
	}
	far = b.order[len(b.order)-1]
	b.farthest = b.distance[far]
	for middle = far; b.distance[middle] > b.farthest/2; {
		middle = b.before[middle]
	}
	return far, middle, nil
}

// nodes bounds the nodes of a shortest path by the last search.
func (b *bound) nodes() int {
	arcs := math.Floor(2 * b.farthest / b.shortest * (1 + 1e-9)) // rounding must not lose one
	if !(arcs < math.MaxInt32) {
		return math.MaxInt32
	}
	return int(arcs) + 1
}
