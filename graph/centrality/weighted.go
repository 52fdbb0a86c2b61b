package centrality

import (
	"context"
	"math"

	"papergraph/graph/internal/nearest"
	"papergraph/graph/internal/pace"
)

// lengthBrandes is Brandes' algorithm where edges have lengths. Two paths of equal length are rare there, so a node
// remembers one node before it, and only where a second was met are its arcs looked through again.
type lengthBrandes struct {
	g       *rows
	look    pace.Pace
	result  []float64 // shared; only flush writes there
	sum     []float64 // by node, over the sources of this chunk
	nodes   []lengthNode
	depends []float64 // by node: the dependency of the source on it
	order   []int32   // nodes as they were settled
	front   nearest.Frontier
}

type lengthNode struct {
	distance float64 // from the source as far as known, infinite if not seen
	paths    float64 // shortest paths from the source
	before   int32   // the node before it on one of them
	place    int32   // in order once settled, else unsettled
	several  bool    // whether some other node is before it too
}

// unsettled is larger than any place, so that the node with the smaller place always comes before the other.
const unsettled = math.MaxInt32

func newLengthBrandes(g *rows, result []float64) *lengthBrandes {
	n := g.order()
	b := &lengthBrandes{
		g: g, result: result, sum: make([]float64, n),
		nodes: make([]lengthNode, n), depends: make([]float64, n), front: newFrontier(g.lengths),
	}
	for u := range b.nodes {
		b.nodes[u] = lengthNode{distance: math.Inf(1), place: unsettled}
	}
	return b
}

func (b *lengthBrandes) run(ctx context.Context, from, to int) error {
	b.look = pace.New(ctx)
	for s := from; s < to; s++ {
		if err := b.settle(ctx, int32(s)); err != nil {
			return err
		}
		b.depend(b.g.stands[s])
	}
	return nil
}

func (b *lengthBrandes) flush() {
	for u, d := range b.sum {
		b.result[u] += d
		b.sum[u] = 0
	}
}

// settle finds the distance of each node by Dijkstra's algorithm, and the number of shortest paths to it. The error is that
// of ctx, which look asks too.
func (b *lengthBrandes) settle(ctx context.Context, source int32) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	b.order = b.order[:0]
	b.nodes[source].distance, b.nodes[source].paths = 0, 1
	b.front.Push(nearest.Entry{Node: source})
	for v, ok := b.front.Pop(); ok; v, ok = b.front.Pop() {
		if err := b.look.Step(); err != nil {
			return err
		}
		if at := &b.nodes[v]; at.place == unsettled {
			at.place = int32(len(b.order))
			b.order = append(b.order, v)
			b.relax(v, at.distance, at.paths)
		}
	}
	return nil
}

func (b *lengthBrandes) relax(u int32, distance, paths float64) {
	targets, lengths := b.g.arcs(u)
	for i, v := range targets {
		at, d := &b.nodes[v], distance+lengths[i]
		if d < at.distance {
			at.distance, at.paths, at.before, at.several = d, paths, u, false
			b.front.Push(nearest.Entry{Distance: d, Node: v})
		} else if d == at.distance && at.place == unsettled && !math.IsInf(d, 1) {
			at.paths += paths
			at.several = true
		}
	}
}

// depend walks the nodes from the farthest back, hands what depends on each to those before it, adds it to sum as often as
// the source counts, and makes nodes ready for the next source.
func (b *lengthBrandes) depend(source float64) {
	for i := len(b.order) - 1; i > 0; i-- {
		v := b.order[i]
		at := &b.nodes[v]
		dependency := b.depends[v]
		b.sum[v] += float64(source * dependency)
		share := (b.g.stands[v] + dependency) / at.paths
		if at.several {
			b.hand(v, share)
		} else {
			b.depends[at.before] += float64(b.nodes[at.before].paths * share)
		}
	}
	for _, u := range b.order {
		b.nodes[u] = lengthNode{distance: math.Inf(1), place: unsettled}
		b.depends[u] = 0
	}
}

// hand gives v's share to every node before it, in proportion to the paths that come from there.
func (b *lengthBrandes) hand(v int32, share float64) {
	at := &b.nodes[v]
	targets, lengths := b.g.arcs(v)
	for i, u := range targets {
		from := &b.nodes[u]
		if from.place < at.place && from.distance+lengths[i] == at.distance {
			b.depends[u] += float64(from.paths * share)
		}
	}
}
