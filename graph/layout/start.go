package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

const (
	placings  = 10   // starts for the top: the shortest of ten has links some 5 % shorter than the usual one
	placeWork = 1500 // bodies, over all starts
)

// place lays the bodies of the top out from several chance starts and keeps the one with the shortest pulls.
func (b *bodies) place(ctx context.Context, steps int, rng *rand.Rand) error {
	size := b.ground.half.times(2)
	best, shortest := []Point(nil), math.Inf(1)
	for range max(1, min(placings, placeWork/len(b.at))) {
		for c := range b.at {
			b.at[c] = Point{(rng.Float64() - 0.5) * size.X, (rng.Float64() - 0.5) * size.Y}
		}
		if err := b.settle(ctx, steps, size.Y/8); err != nil {
			return err
		}
		if err := b.fill(ctx, 2*fillRounds); err != nil {
			return err
		}
		if l := b.length(); l < shortest {
			best, shortest = append(best[:0], b.at...), l
		}
	}
	b.at = best
	return nil
}

// surround sets each body at the place of what it is part of, on a sunflower on part of the area that its mass has.
func (b *bodies) surround(into []int32, places []Point) {
	before, number := make([]float64, len(places)), make([]float64, len(places))
	for u, c := range into {
		sin, cos := math.Sincos(goldenAngle * number[c])
		r := gather * math.Sqrt((before[c]+b.mass[u]/2)/math.Pi)
		b.at[u] = places[c].plus(Point{cos, sin}.times(r))
		before[c] += b.mass[u]
		number[c]++
	}
}
