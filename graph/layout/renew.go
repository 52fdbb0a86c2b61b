package layout

import (
	"context"
	"fmt"
	"math"
	"slices"

	"papergraph/graph"
)

// Renew is Force for a graph of which an earlier version was laid out, so that the map does not jump: before has the
// place that each node had, Unplaced for new ones. They may come from Force or Renew, or from a drawing of them that is
// turned, mirrored, scaled or shifted; the new drawing has the same side up. Nodes stay where they were unless something
// pushes them away more than usual; a new one starts among its neighbours, and so does one that has gone over to another
// group and lies far from it. Where fewer than half of the nodes with arcs
// have a place, the graph is laid out as by Force, and then mirrored to what is nearest to before.
//
// The errors are those of Force, and one for a place that is without bound. The same input gives the same places.
// O(n + E) time, a third of that of Force or less.
func Renew(ctx context.Context, g *graph.CSR, groups []int32, radius []float64, before []Point, o Options) ([]Point, error) {
	if err := checkPlaces(g.Order(), before); err != nil {
		return nil, err
	}
	return lay(ctx, g, groups, radius, o, func(f *frame, b *bodies) error {
		old := make([]Point, len(f.linked))
		for i, u := range f.linked {
			old[i] = before[u]
		}
		if enough(old) {
			return b.resume(ctx, old, o)
		}
		if err := b.spreadOut(ctx, o); err != nil {
			return err
		}
		b.mirrorTo(old)
		return nil
	})
}

// enough reports whether the places are those of half of the nodes, and not all on one spot.
func enough(old []Point) bool {
	placed := 0
	for _, p := range old {
		if p.Placed() {
			placed++
		}
	}
	low, high := placedBounds(old)
	return placed > 0 && 2*placed >= len(old) && low != high
}

func checkPlaces(n int, before []Point) error {
	if len(before) != n {
		return fmt.Errorf("layout: %d earlier places for %d nodes", len(before), n)
	}
	for u, p := range before {
		if p.Placed() && !(math.Abs(p.X) <= limit && math.Abs(p.Y) <= limit) {
			return fmt.Errorf("layout: earlier place %g, %g of node %d is farther out than %g", p.X, p.Y, u, limit)
		}
	}
	return nil
}

const (
	// amid is how wide the cells are in which a body looks for its own group: nine cells have some thirteen bodies.
	amid = 1.2
	// foreign is the least share of its group there that keeps a body where it is.
	foreign = 0.34
)

// calm is the share of the old bodies that are taken to be at rest at the start: what pushes them is what is left when
// a layout ends, where the rectangle is filled and discs are parted.
const calm = 0.9

// resume starts from the old places and settles with friction: an old body moves by what pushes it beyond what pushed
// the calm ones at the start.
func (b *bodies) resume(ctx context.Context, old []Point, o Options) error {
	b.tune(nodeShare)
	b.loosen()
	if b.groups > 1 {
		b.hold = holding
	}
	b.at = onGround(old, b.ground)
	if err := b.release(ctx, old); err != nil {
		return err
	}
	b.enter()
	b.join()
	b.force = make([]Point, len(b.at))
	if err := b.push(ctx); err != nil {
		return err
	}
	b.slowDown(old)
	if err := b.settle(ctx, stepsOn(len(b.at), o.Steps), hot); err != nil {
		return err
	}
	b.part()
	return nil
}

// release takes the places from old bodies that lie amid other groups, in old as well. A group may have changed since, and
// who has gone over to another is to go there.
func (b *bodies) release(ctx context.Context, old []Point) error {
	var here []int32
	var points []Point
	for u, p := range b.at {
		if p.Placed() {
			here, points = append(here, int32(u)), append(points, p)
		}
	}
	g := newGrid(points, amid)
	var near []int32
	return each(ctx, len(here), 1, func(from, to int) {
		for i, u := range here[from:to] {
			near = g.around(int32(from+i), near[:0])
			own := 0
			for _, j := range near {
				if b.group[here[j]] == b.group[u] {
					own++
				}
			}
			if float64(own) < foreign*float64(len(near)) {
				b.at[u], old[u] = Unplaced(), Unplaced()
			}
		}
	})
}

// sampled is of how many bodies the pushes are looked at, by and large: the share of calm ones comes out to 1 %.
const sampled = 4000

// slowDown sets the friction of the old bodies.
func (b *bodies) slowDown(old []Point) {
	b.rough = make([]float64, len(b.at))
	var pushes []float64
	for u := 0; u < len(old); u += 1 + len(old)/sampled {
		if old[u].Placed() {
			pushes = append(pushes, math.Sqrt(b.force[u].square())/b.mass[u])
		}
	}
	if len(pushes) == 0 {
		return
	}
	slices.Sort(pushes)
	for u, p := range old {
		if p.Placed() {
			b.rough[u] = pushes[int(calm*float64(len(pushes)-1))]
		}
	}
}

// mirrorTo mirrors the bodies at either axis where that brings them nearer to the old places.
func (b *bodies) mirrorTo(old []Point) {
	oldMiddle, middle, placed := Point{}, Point{}, 0.0
	for u, p := range old {
		if p.Placed() {
			oldMiddle, middle = oldMiddle.plus(p), middle.plus(b.at[u])
			placed++
		}
	}
	if placed < 2 {
		return
	}
	oldMiddle, middle = oldMiddle.times(1/placed), middle.times(1/placed)
	along := Point{}
	for u, p := range old {
		if p.Placed() {
			p, q := p.minus(oldMiddle), b.at[u].minus(middle)
			along = along.plus(Point{float64(p.X * q.X), float64(p.Y * q.Y)})
		}
	}
	for u, p := range b.at {
		b.at[u] = Point{math.Copysign(1, along.X) * p.X, math.Copysign(1, along.Y) * p.Y}
	}
}
