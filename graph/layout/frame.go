package layout

import (
	"context"
	"fmt"
	"math"
	"slices"

	"papergraph/graph"
)

// frame is the rectangle on which a graph is laid out: the discs that have to find room in it, and the part that is left
// for nodes with arcs.
type frame struct {
	radius  []float64
	gap     float64
	linked  []int32 // nodes with arcs, group by group
	group   []int32 // by linked node: its group, from 0 without a hole
	groups  int
	alone   []int32 // the others, ascending
	whole   Point   // width and height of the rectangle
	size    Point   // of the part for linked nodes, which is the upper one
	workers int
}

// limit bounds lengths, so that squares and sums of them stay far from the ends of float64.
const limit = 1e9

func newFrame(g *graph.CSR, groups []int32, radius []float64, o Options) (*frame, error) {
	n := g.Order()
	if err := check(n, groups, radius, o); err != nil {
		return nil, err
	}
	f := &frame{radius: radius, gap: o.Gap, whole: Point{o.Width, o.Height}, workers: o.Workers}
	if radius == nil {
		f.radius = slices.Repeat([]float64{smallRadius(n, o)}, n)
		f.gap = min(o.Gap, smallRadius(n, o))
	}
	f.enlarge()
	for u := range n {
		if g.Degree(u) > 0 {
			f.linked = append(f.linked, int32(u))
		} else {
			f.alone = append(f.alone, int32(u))
		}
	}
	f.size = Point{f.whole.X, f.whole.Y - f.shelf()}
	f.sort(groups)
	return f, nil
}

// sort puts the linked nodes in the order of their groups, and numbers these from 0 without a hole, in the order of
// their first nodes. Each node with a negative group has one of its own; nil is one group.
func (f *frame) sort(groups []int32) {
	own, count := renumber(f.linked, groups)
	_, order := bucket(own, count)
	linked := make([]int32, len(order))
	f.group, f.groups = make([]int32, len(order)), count
	for i, k := range order {
		linked[i], f.group[i] = f.linked[k], own[k]
	}
	f.linked = linked
}

// renumber returns the groups of the nodes as numbers from 0 without a hole, in the order of their first node, and how
// many there are.
func renumber(nodes, groups []int32) ([]int32, int) {
	own := make([]int32, len(nodes))
	if groups == nil {
		return own, 1
	}
	number, count := make([]int32, len(groups)), int32(0) // 1 more than the group's new number, 0 for none yet
	for i, u := range nodes {
		c := groups[u]
		switch {
		case c < 0:
			own[i] = count
			count++
		case number[c] == 0:
			count++
			number[c] = count
			fallthrough
		default:
			own[i] = number[c] - 1
		}
	}
	return own, int(count)
}

func check(n int, groups []int32, radius []float64, o Options) error {
	if groups != nil && len(groups) != n || radius != nil && len(radius) != n {
		return fmt.Errorf("layout: %d groups and %d radii for %d nodes", len(groups), len(radius), n)
	}
	for u, c := range groups {
		if int(c) >= n {
			return fmt.Errorf("layout: group %d of node %d is not below the %d nodes", c, u, n)
		}
	}
	for u, r := range radius {
		if !(r >= 0 && r <= limit) { // so written, NaN is refused too
			return fmt.Errorf("layout: radius %g of node %d is outside 0 to %g", r, u, limit)
		}
	}
	if !(o.Width >= 1/limit && o.Width <= limit && o.Height >= 1/limit && o.Height <= limit) {
		return fmt.Errorf("layout: rectangle of %g by %g is outside %g to %g", o.Width, o.Height, 1/limit, limit)
	}
	if !(o.Gap >= 0 && o.Gap <= limit) || o.Steps < 0 {
		return fmt.Errorf("layout: a gap of %g and %d steps are out of range", o.Gap, o.Steps)
	}
	return nil
}

// smallRadius is for discs that nobody gave a radius: they and their gaps cover some tenth of the rectangle.
func smallRadius(n int, o Options) float64 { return 0.12 * math.Sqrt(o.Width*o.Height/float64(n)) }

// enlarge makes the rectangle so large that the squares around discs with their gap cover at most half of it. Above
// that pushing discs apart becomes slow, and areas lose their shape.
func (f *frame) enlarge() {
	covered := 0.0
	for _, r := range f.radius {
		side := 2*r + f.gap
		covered += side * side
	}
	if most := f.whole.X * f.whole.Y / 2; covered > most {
		f.whole = f.whole.times(math.Sqrt(covered / most))
	}
}

// step is the side of the square that a node without arcs has: less than an even share of the rectangle, for there is
// nothing to be seen between such nodes. If all are alone, they have the whole rectangle.
func (f *frame) step() float64 {
	even := math.Sqrt(f.whole.X * f.whole.Y / float64(len(f.linked)+len(f.alone)))
	if len(f.linked) == 0 {
		return even
	}
	return 0.63 * even
}

// shelf returns the height of the rows of nodes without arcs.
func (f *frame) shelf() float64 {
	if len(f.linked) == 0 {
		return f.whole.Y
	}
	return float64(f.rows()) * f.step()
}

func (f *frame) columns() int { return max(1, int(math.Round(f.whole.X/f.step()))) }

func (f *frame) rows() int { return (len(f.alone) + f.columns() - 1) / f.columns() }

// finish returns the places of all nodes in the units of the caller: bodies in the upper part, the others in rows.
func (f *frame) finish(ctx context.Context, b *bodies) ([]Point, error) {
	points := make([]Point, len(f.radius))
	f.fit(b)
	for i, u := range f.linked {
		points[u] = b.at[i].plus(Point{0, (f.whole.Y - f.size.Y) / 2})
	}
	columns, step := f.columns(), f.step()
	for i, u := range f.alone {
		row, column := i/columns, i%columns
		inRow := min(columns, len(f.alone)-row*columns)
		points[u] = Point{
			X: (float64(column) - float64(inRow-1)/2) * f.whole.X / float64(columns),
			Y: f.shelf() - (float64(row)+0.5)*step - f.whole.Y/2,
		}
	}
	if err := pushApart(ctx, points, f.radius, f.gap, f.whole); err != nil {
		return nil, err
	}
	return points, nil
}

// fit brings bodies to the units of the caller, stretched along each axis so that they reach from side to side of the
// part for linked nodes. The stretch is bounded, for a few points that lie in a line stay one.
func (f *frame) fit(b *bodies) {
	if len(b.at) == 0 {
		return
	}
	low, high := bounds(b.at)
	edge := 0.0
	for _, u := range f.linked {
		edge = max(edge, f.radius[u])
	}
	unit := f.size.X / (2 * b.ground.half.X)
	scale := func(size, extent float64) float64 {
		return min(max((size-2*edge)/extent, unit/1.5), unit*1.5) // an extent of 0 is an endless stretch, so bounded
	}
	x, y := scale(f.size.X, high.X-low.X), scale(f.size.Y, high.Y-low.Y)
	middle := low.plus(high).times(0.5)
	for i, p := range b.at {
		p = p.minus(middle)
		b.at[i] = Point{float64(p.X * x), float64(p.Y * y)}
	}
}
