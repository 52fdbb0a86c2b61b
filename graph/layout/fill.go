package layout

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// goldenAngle parts directions so that any number of them in a row are spread evenly, in radians.
const goldenAngle = 2.399963229728653

// fill moves points so that their mass is spread evenly over the rectangle around the origin, corners too, and keeps
// who is beside whom. In each round the points are seen from one direction, and from the one across: in the order in
// which they lie along it, they move the share rate of the way to where they would lie if mass were even. Points of
// equal place along a direction keep the order of their numbers. This is the transport by projections of Pitié,
// Kokaram and Dahyot, Automated colour grading using colour distribution transfer (2007),
// doi:10.1016/j.cviu.2006.11.011, with fixed directions. A round takes O(n log n) time.
func fill(ctx context.Context, points []Point, mass []float64, size Point, rounds int, rate float64) error {
	f := filler{points: points, mass: mass, order: make([]int32, len(points)), along: make([]float64, len(points))}
	for u := range f.order {
		f.order[u] = int32(u)
	}
	for _, m := range mass {
		f.total += m
	}
	for round := range rounds {
		if err := ctx.Err(); err != nil {
			return err
		}
		turn := goldenAngle * float64(round)
		sin, cos := math.Sincos(turn)
		f.project(Point{cos, sin}, size, rate)
		f.project(Point{-sin, cos}, size, rate)
	}
	return nil
}

type filler struct {
	points []Point
	mass   []float64
	total  float64
	order  []int32   // of the points along the direction in hand
	along  []float64 // by point: its place along the direction
}

func (f *filler) project(dir, size Point, rate float64) {
	for u, p := range f.points {
		f.along[u] = float64(p.X*dir.X) + float64(p.Y*dir.Y)
	}
	slices.SortFunc(f.order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(f.along[a], f.along[b]), cmp.Compare(a, b))
	})
	wide, narrow := math.Abs(dir.X*size.X)/2, math.Abs(dir.Y*size.Y)/2
	if wide < narrow {
		wide, narrow = narrow, wide
	}
	before := 0.0
	for _, u := range f.order {
		place := quantile((before+f.mass[u]/2)/f.total, wide, narrow)
		before += f.mass[u]
		f.points[u] = f.points[u].plus(dir.times(float64(rate * (place - f.along[u]))))
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
