package path

import (
	"context"
	"math"

	"papergraph/graph"
	"papergraph/graph/internal/nearest"
)

// length is how long an edge is.
func length(weight float64) float64 { return 1 / weight }

// ball knows for each node how long a path from one end to the other must be to pass it. The nodes that a path of a
// given length can pass are the ball of this length.
type ball struct {
	ctx      context.Context // of the one call that the ball is made for
	g        *graph.CSR
	from, to int
	detour   []float64 // by node: distance from one end plus distance from the other; infinite if there is no such path
}

func newBall(ctx context.Context, g *graph.CSR, from, to int) (*ball, error) {
	detour, err := distances(ctx, g, from)
	if err != nil {
		return nil, err
	}
	back, err := distances(ctx, g, to)
	if err != nil {
		return nil, err
	}
	for u, d := range back {
		detour[u] += d
	}
	return &ball{ctx, g, from, to, detour}, nil
}

// shortest returns the length of the shortest path, infinite if there is none.
func (b *ball) shortest() float64 { return b.detour[b.to] }

// slack makes up for rounding: the sum of two distances may exceed the length of the very path that they belong to.
const slack = 1 + 1e-9

// within returns which nodes a path of length bound can pass, and the length that lets paths pass more nodes than
// these; infinite if there are none.
func (b *ball) within(bound float64) (inside []bool, next float64) {
	inside, next = make([]bool, len(b.detour)), math.Inf(1)
	for u, d := range b.detour {
		inside[u] = d <= bound*slack && !math.IsInf(d, 1)
		if !inside[u] {
			next = min(next, d)
		}
	}
	return inside, next
}

// length returns how long a path is.
func (b *ball) length(path []int32) float64 {
	var sum float64
	for i := 1; i < len(path); i++ {
		w, _ := b.g.Weight(int(path[i-1]), int(path[i]))
		sum += length(w)
	}
	return sum
}

// ctxEvery is after how many nodes a search looks at its context: often enough for a wait of well under a millisecond.
const ctxEvery = 1024

// distances returns the distance of each node from the source, infinite if nothing leads there. See Dijkstra, A note on
// two problems in connexion with graphs (1959), doi:10.1007/BF01386390.
func distances(ctx context.Context, g *graph.CSR, source int) ([]float64, error) {
	distance, settled := make([]float64, g.Order()), make([]bool, g.Order())
	for u := range distance {
		distance[u] = math.Inf(1)
	}
	distance[source] = 0
	queue := nearest.Queue{{Node: int32(source)}}
	for popped := 0; len(queue) > 0; popped++ {
		if popped%ctxEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		e := queue.Pop()
		if settled[e.Node] {
			continue
		}
		settled[e.Node] = true
		targets, weights := g.Arcs(int(e.Node))
		for i, v := range targets {
			if d := e.Distance + length(weights[i]); d < distance[v] {
				distance[v] = d
				queue.Push(nearest.Entry{Distance: d, Node: v})
			}
		}
	}
	return distance, nil
}
