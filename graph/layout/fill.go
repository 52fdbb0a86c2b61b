package layout

import (
	"context"
	"math"
)

// goldenAngle parts directions so that any number of them in a row are spread evenly, in radians.
const goldenAngle = 2.399963229728653

// fill moves the bodies so that their mass is spread evenly over the ground, corners too, and keeps who is beside whom.
// In each round they are seen from one direction, and from the one across: in the order in which they lie along it, they
// move a share of the way to where they would lie if mass were even. This is the transport by projections of Pitié,
// Kokaram and Dahyot, Automated colour grading using colour distribution transfer (2007),
// doi:10.1016/j.cviu.2006.11.011, with fixed directions. A round takes O(n) time.
func (b *bodies) fill(ctx context.Context, rounds int) error {
	n := len(b.at)
	f := filler{
		bodies: b, order: make([]int32, n), along: make([]float64, n), class: make([]int32, n),
		from: make([]int32, min(classesEach*n, classesMost)+1),
	}
	for _, m := range b.mass {
		f.total += m
	}
	for round := range rounds {
		sin, cos := math.Sincos(goldenAngle * float64(round))
		for _, dir := range [2]Point{{cos, sin}, {-sin, cos}} {
			if err := ctx.Err(); err != nil {
				return err
			}
			f.project(dir)
		}
	}
	return nil
}

// filler is what a projection needs beside the bodies.
type filler struct {
	*bodies

	total float64
	order []int32   // of the bodies along the direction in hand
	along []float64 // by body: its place along the direction
	class []int32   // by body: the class of its place
	from  []int32   // by class: where its bodies begin in the order
}

func (f *filler) project(dir Point) {
	low, high := math.Inf(1), math.Inf(-1)
	for u, p := range f.at {
		d := float64(p.X*dir.X) + float64(p.Y*dir.Y)
		f.along[u], low, high = d, min(low, d), max(high, d)
	}
	f.sort(low, high)
	wide, narrow := math.Abs(dir.X*f.ground.half.X), math.Abs(dir.Y*f.ground.half.Y)
	if wide < narrow {
		wide, narrow = narrow, wide
	}
	before := 0.0
	for _, u := range f.order {
		place := quantile((before+f.mass[u]/2)/f.total, wide, narrow)
		before += f.mass[u]
		f.at[u] = f.at[u].plus(dir.times(float64(fillRate * (place - f.along[u]))))
	}
}

// Places along a direction are sorted into classes, far finer than the gap between two bodies where they are few: so many
// for each body, and so many at most, which fit into the cache with what is counted in them.
const (
	classesEach = 64
	classesMost = 1 << 16
)

// sort puts the bodies in the order of their places, which lie between low and high. Those of one class keep the order
// of their numbers.
func (f *filler) sort(low, high float64) {
	classes := len(f.from) - 1
	scale := 0.0
	if high > low {
		scale = float64(classes-1) / (high - low)
	}
	clear(f.from)
	for u, d := range f.along {
		f.class[u] = int32((d - low) * scale)
		f.from[f.class[u]+1]++
	}
	for c := range classes {
		f.from[c+1] += f.from[c]
	}
	for u, c := range f.class {
		f.order[f.from[c]] = int32(u)
		f.from[c]++
	}
}

// quantile returns the place below which the share lies of the sum of two even spreads, over ±wide and ±narrow: what a
// rectangle full of mass looks like from one side. narrow must not be above wide.
func quantile(share, wide, narrow float64) float64 {
	if share > 0.5 {
		return -quantile(1-share, wide, narrow)
	}
	slope := narrow / (2 * wide) // the share that lies under the slope at one end
	if share < slope {
		return math.Sqrt(8*wide*narrow*share) - wide - narrow
	}
	return float64((share-slope)*2*wide) - wide + narrow
}
