package layout

import (
	"context"
	"math"
)

// quadtree is masses on the plane, gathered into square cells. Points are sorted along the Morton curve, so a cell is a
// run of points, and cells follow in the order of a walk from the root: the cells inside cell i are those after it, up
// to next. After Barnes and Hut, A hierarchical O(N log N) force-calculation algorithm (1986), doi:10.1038/324446a0.
type quadtree struct {
	keys   []uint64 // by place on the curve: 16 bits of x and y by turns, then the number of the point
	spare  []uint64 // for sorting
	points []weight // by place on the curve
	cells  []cell
}

// weight is a mass at a place.
type weight struct {
	Point

	mass float64
}

// cell is a square with at least one point.
type cell struct {
	middle   Point      // centre of mass
	mass     float64    // of all points
	spread   complex128 // sum over points of mass times the square of the place beside the middle, as a complex number
	radius   float64    // no point is farther from the middle
	from, to int32      // its points along the curve
	next     int32      // the first cell behind those inside this one
	leaf     bool
}

const (
	leafPoints = 8  // in a cell that is not split further
	mortonBits = 16 // of either axis: a step is 1/65,536 of the drawing, far less than a node
)

// build sorts the points and makes the cells. O(n) time.
func (t *quadtree) build(ctx context.Context, at []Point, mass []float64, workers int) error {
	n := len(at)
	if len(t.keys) != n {
		t.keys, t.spare, t.points = make([]uint64, n), make([]uint64, n), make([]weight, n)
	}
	low, high := bounds(at)
	side := max(high.X-low.X, high.Y-low.Y)
	if side == 0 {
		side = 1
	}
	scale := (1<<mortonBits - 1) / side
	err := each(ctx, n, workers, func(from, to int) {
		for u := from; u < to; u++ {
			x, y := uint32((at[u].X-low.X)*scale), uint32((at[u].Y-low.Y)*scale)
			t.keys[u] = uint64(interleave(x)|interleave(y)<<1)<<32 | uint64(u)
		}
	})
	if err != nil {
		return err
	}
	if err := t.sort(ctx); err != nil {
		return err
	}
	err = each(ctx, n, workers, func(from, to int) {
		for i := from; i < to; i++ {
			u := uint32(t.keys[i])
			t.points[i] = weight{at[u], mass[u]}
		}
	})
	t.cells = t.cells[:0]
	if err == nil && n > 0 {
		t.split(ctx, 0, int32(n), 2*mortonBits-2)
		err = ctx.Err()
	}
	return err
}

// interleave puts a zero before each of the 16 bits of v.
func interleave(v uint32) uint32 {
	v = (v | v<<8) & 0x00ff00ff
	v = (v | v<<4) & 0x0f0f0f0f
	v = (v | v<<2) & 0x33333333
	return (v | v<<1) & 0x55555555
}

// sort orders the points by key, then number: three rounds of sorting by counting, 11 bits of the key each.
func (t *quadtree) sort(ctx context.Context) error {
	const bits = 11
	for shift := 32; shift < 64; shift += bits {
		var from [1<<bits + 1]int32
		for _, k := range t.keys {
			from[k>>shift&(1<<bits-1)+1]++
		}
		for b := range 1 << bits {
			from[b+1] += from[b]
		}
		for _, k := range t.keys {
			b := k >> shift & (1<<bits - 1)
			t.spare[from[b]] = k
			from[b]++
		}
		t.keys, t.spare = t.spare, t.keys
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// place returns the part of the key of the i-th point that says where it is.
func (t *quadtree) place(i int32) uint32 { return uint32(t.keys[i] >> 32) }

// split makes the cell of the points from to to-1, whose places agree above the two bits at shift, and those inside it.
// After a cancel those of more than a chunk are left without any inside.
func (t *quadtree) split(ctx context.Context, from, to int32, shift int) {
	for to-from > leafPoints && shift >= 0 && t.place(from)>>shift == t.place(to-1)>>shift {
		shift -= 2 // all in one quarter: the smaller cell says as much
	}
	own := len(t.cells)
	t.cells = append(t.cells, cell{from: from, to: to, leaf: to-from <= leafPoints || shift < 0 || to-from > chunk && ctx.Err() != nil})
	if t.cells[own].leaf {
		t.weighPoints(&t.cells[own])
	} else {
		for begin := from; begin < to; {
			end := t.quarterEnd(begin, to, shift)
			t.split(ctx, begin, end, shift-2)
			begin = end
		}
		t.weighCells(own)
	}
	t.cells[own].next = int32(len(t.cells))
}

// quarterEnd returns the first point behind those that are in one quarter with the point begin.
func (t *quadtree) quarterEnd(begin, to int32, shift int) int32 {
	quarter := t.place(begin) >> shift
	low, high := begin+1, to
	for low < high {
		if middle := (low + high) / 2; t.place(middle)>>shift == quarter {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// weighPoints sets what a leaf weighs.
func (t *quadtree) weighPoints(c *cell) {
	for _, p := range t.points[c.from:c.to] {
		c.middle = c.middle.plus(p.times(p.mass))
		c.mass += p.mass
	}
	c.middle = c.middle.times(1 / c.mass)
	for _, p := range t.points[c.from:c.to] {
		off := p.minus(c.middle)
		c.spread += squareOf(off, p.mass)
		c.radius = max(c.radius, off.square())
	}
	c.radius = math.Sqrt(c.radius)
}

// weighCells sets what a cell weighs from those inside it, which are the last ones.
func (t *quadtree) weighCells(own int) {
	c, end := &t.cells[own], int32(len(t.cells))
	for i := int32(own) + 1; i < end; i = t.cells[i].next {
		c.middle = c.middle.plus(t.cells[i].middle.times(t.cells[i].mass))
		c.mass += t.cells[i].mass
	}
	c.middle = c.middle.times(1 / c.mass)
	for i := int32(own) + 1; i < end; i = t.cells[i].next {
		in := &t.cells[i]
		off := in.middle.minus(c.middle)
		c.spread += in.spread + squareOf(off, in.mass)
		c.radius = max(c.radius, math.Sqrt(off.square())+in.radius)
	}
}

// squareOf returns mass times the square of p as a complex number.
func squareOf(p Point, mass float64) complex128 {
	return complex(mass*(float64(p.X*p.X)-float64(p.Y*p.Y)), 2*mass*float64(p.X*p.Y))
}
