package layout

import (
	"context"
	"math"
)

// pushes bounds the rounds of pushing. Discs that cover half of the rectangle need some fifty, clumps of hundreds more.
const pushes = 300

// discs is what is pushed apart: points with radii and a least gap between rims, in a rectangle of the size.
type discs struct {
	*grid

	radius []float64
	gap    float64
	size   Point
	round  int32
	stamp  []int32 // by point: the last round in which it moved
	stir   []int32 // the points that moved in the round in hand
	near   []int32
}

// pushApart moves points until no two discs, of the radii and with a gap between their rims, overlap, inside the
// rectangle of the size. Each pair shares the way by halves. What is left after the last round is stretched away: then
// every distance grows in proportion, over the sides of the rectangle too. The first round takes O(n) time where few
// overlap, the others time by how many points moved in the one before.
func pushApart(ctx context.Context, points []Point, radius []float64, gap float64, size Point) error {
	if len(points) == 0 {
		return ctx.Err()
	}
	d := discs{radius: radius, gap: gap, size: size, stamp: make([]int32, len(points))}
	all := make([]int32, len(points))
	for u := range points {
		all[u] = int32(u)
		points[u] = d.inside(int32(u), points[u])
	}
	d.grid = newGrid(points, d.widest())
	for d.round < pushes && len(all) > 0 {
		d.round++
		d.stir = d.stir[:0]
		for i, u := range all {
			if i%chunk == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			d.pushFrom(u)
		}
		all = append(all[:0], d.stir...)
	}
	if len(all) > 0 {
		d.stretch()
	}
	return nil
}

// widest returns how far apart the middles of two discs that overlap can be.
func (d *discs) widest() float64 {
	widest := 0.0
	for _, r := range d.radius {
		widest = max(widest, r)
	}
	return 2*widest + d.gap
}

// inside returns the place nearest to p at which the disc of u lies in the rectangle; for a disc that is wider, the
// middle.
func (d *discs) inside(u int32, p Point) Point {
	x, y := max(0, d.size.X/2-d.radius[u]), max(0, d.size.Y/2-d.radius[u])
	return Point{min(max(p.X, -x), x), min(max(p.Y, -y), y)}
}

// pushFrom parts a disc from all that overlap it.
func (d *discs) pushFrom(u int32) {
	d.near = d.around(u, d.near[:0])
	for _, v := range d.near {
		if v == u {
			continue
		}
		reach := d.radius[u] + d.radius[v] + d.gap
		along := d.points[v].minus(d.points[u])
		if s := along.square(); s < reach*reach {
			d.part(u, v, along, math.Sqrt(s), reach)
		}
	}
}

// part moves two points apart from the distance far to reach: a little more than needed, so that rounding does not bring
// them back. Two points on one spot part in a direction taken from their numbers.
func (d *discs) part(u, v int32, along Point, far, reach float64) {
	const more = 1.001
	if far < reach*1e-6 {
		turn := goldenAngle * float64(u+v)
		far = reach * 1e-6
		along = Point{math.Cos(turn), math.Sin(turn)}.times(far)
	}
	step := along.times((reach*more - far) / far / 2)
	d.move(u, d.points[u].minus(step))
	d.move(v, d.points[v].plus(step))
}

func (d *discs) move(u int32, to Point) {
	d.points[u] = d.inside(u, to)
	d.moved(u)
	if d.stamp[u] != d.round {
		d.stamp[u] = d.round
		d.stir = append(d.stir, u)
	}
}

// stretch moves all points away from the middle until no two discs overlap.
func (d *discs) stretch() {
	stretch := 1.0
	d.eachClose(func(u, v int32, far float64) {
		if far > 0 {
			stretch = max(stretch, (d.radius[u]+d.radius[v]+d.gap)/far)
		}
	})
	for u := range d.points {
		d.points[u] = d.points[u].times(stretch)
	}
}

// eachClose calls do for every pair of points in the same or in neighbouring cells, with the way between them.
func (d *discs) eachClose(do func(u, v int32, far float64)) {
	for u := range int32(len(d.points)) {
		d.near = d.around(u, d.near[:0])
		for _, v := range d.near {
			if v > u {
				do(u, v, distance(d.points[u], d.points[v]))
			}
		}
	}
}

func distance(p, q Point) float64 { return math.Sqrt(q.minus(p).square()) }
