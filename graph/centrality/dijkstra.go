package centrality

import (
	"context"
	"math"

	"papergraph/graph"
	"papergraph/graph/internal/nearest"
	"papergraph/graph/internal/pace"
)

// dijkstra tallies the distances from one source at a time.
type dijkstra struct {
	look     pace.Pace
	g        *graph.CSR
	lengths  []float64 // by arc
	tally    *tally    // shared; run writes only what belongs to its sources
	distance []float64 // by node, infinite if not seen
	settled  []bool
	order    []int32 // nodes as they were settled
	front    nearest.Frontier
}

func newDijkstra(g *graph.CSR, lengths []float64, t *tally) *dijkstra {
	d := &dijkstra{
		g: g, lengths: lengths, tally: t, front: newFrontier(lengths),
		distance: make([]float64, g.Order()), settled: make([]bool, g.Order()),
	}
	for u := range d.distance {
		d.distance[u] = math.Inf(1)
	}
	return d
}

func (d *dijkstra) run(ctx context.Context, from, to int) error {
	d.look = pace.New(ctx)
	for s := from; s < to; s++ {
		if err := d.settle(ctx, int32(s)); err != nil {
			return err
		}
		d.count(s)
	}
	return nil
}

func (d *dijkstra) flush() {}

// settle finds the distance of each node. The error is that of ctx, which look asks too.
func (d *dijkstra) settle(ctx context.Context, source int32) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d.order = d.order[:0]
	d.distance[source] = 0
	d.front.Push(nearest.Entry{Node: source})
	for u, ok := d.front.Pop(); ok; u, ok = d.front.Pop() {
		if err := d.look.Step(); err != nil {
			return err
		}
		if !d.settled[u] {
			d.settled[u] = true
			d.order = append(d.order, u)
			d.relax(u, d.distance[u])
		}
	}
	return nil
}

func (d *dijkstra) relax(u int32, distance float64) {
	targets, _ := d.g.Arcs(int(u))
	lengths := d.lengths[d.g.FirstArc(int(u)):][:len(targets)]
	for i, v := range targets {
		if to := distance + lengths[i]; to < d.distance[v] {
			d.distance[v] = to
			d.front.Push(nearest.Entry{Distance: to, Node: v})
		}
	}
}

// count tallies what settle found, in that order, and makes the node slices ready for the next source.
func (d *dijkstra) count(source int) {
	t := d.tally
	for _, u := range d.order[1:] {
		t.reached[source]++
		t.sum[source] += d.distance[u]
		t.inverse[source] += 1 / d.distance[u]
		t.most[source] = max(t.most[source], d.distance[u])
	}
	for _, u := range d.order {
		d.distance[u], d.settled[u] = math.Inf(1), false
	}
}
