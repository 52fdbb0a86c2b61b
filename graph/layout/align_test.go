package layout_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"papergraph/graph/layout"
)

// TestAlignUndoes turns, mirrors, scales and shifts points, and asks for them back.
func TestAlignUndoes(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 0))
		want, points := make([]layout.Point, 30), make([]layout.Point, 30)
		sin, cos := math.Sincos(7 * rng.Float64())
		scale, shift, side := 0.1+3*rng.Float64(), 50*rng.NormFloat64(), 1.0
		if seed%2 == 0 {
			side = -1
		}
		for u := range want {
			p := layout.Point{X: 4 * rng.NormFloat64(), Y: rng.NormFloat64()}
			want[u] = p
			points[u] = layout.Point{X: scale*(cos*p.X-sin*side*p.Y) + shift, Y: scale*(sin*p.X+cos*side*p.Y) - shift}
		}
		to := append([]layout.Point(nil), want...)
		to[3], to[8] = layout.Unplaced(), layout.Unplaced() // their points are moved along
		for u, p := range layout.Align(points, to) {
			if math.Hypot(p.X-want[u].X, p.Y-want[u].Y) > 1e-9 {
				t.Fatalf("seed %d: point %d is at %v, want %v", seed, u, p, want[u])
			}
		}
	}
}

// TestAlignIsNearest holds the closed form against a search over turns, on either side; for each turn the best scale is
// known from one line of algebra.
func TestAlignIsNearest(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	points, to := make([]layout.Point, 40), make([]layout.Point, 40)
	for u := 0; u < 40; u += 2 { // pairs around the origin, so that no shift is needed
		points[u] = layout.Point{X: rng.NormFloat64(), Y: rng.NormFloat64()}
		to[u] = layout.Point{X: points[u].Y + rng.NormFloat64(), Y: 2 * points[u].X}
		points[u+1], to[u+1] = layout.Point{X: -points[u].X, Y: -points[u].Y}, layout.Point{X: -to[u].X, Y: -to[u].Y}
	}
	got, best := 0.0, math.Inf(1)
	for u, p := range layout.Align(points, to) {
		got += (p.X-to[u].X)*(p.X-to[u].X) + (p.Y-to[u].Y)*(p.Y-to[u].Y)
	}
	for turn := 0.0; turn < 2*math.Pi; turn += 0.001 {
		sin, cos := math.Sincos(turn)
		for _, side := range []float64{1, -1} {
			pp, pq, qq := 0.0, 0.0, 0.0
			for u, p := range points {
				x, y := cos*p.X-sin*side*p.Y, sin*p.X+cos*side*p.Y
				pp, pq, qq = pp+x*x+y*y, pq+x*to[u].X+y*to[u].Y, qq+to[u].X*to[u].X+to[u].Y*to[u].Y
			}
			best = min(best, qq-max(0, pq)*max(0, pq)/pp)
		}
	}
	if math.Abs(got-best) > 1e-4*best {
		t.Errorf("the squares add up to %g, at best to %g", got, best)
	}
}

func TestAlignWithLittleToGoBy(t *testing.T) {
	points := []layout.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}
	cases := map[string]struct{ to, want []layout.Point }{
		"nothing":  {[]layout.Point{layout.Unplaced(), layout.Unplaced()}, points},
		"one":      {[]layout.Point{{X: 11, Y: 12}, layout.Unplaced()}, []layout.Point{{X: 11, Y: 12}, {X: 13, Y: 14}}},
		"one spot": {[]layout.Point{{X: 5, Y: 5}, {X: 5, Y: 5}}, []layout.Point{{X: 4, Y: 4}, {X: 6, Y: 6}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			for u, p := range layout.Align(points, c.to) {
				if p != c.want[u] {
					t.Errorf("point %d is at %v, want %v", u, p, c.want[u])
				}
			}
		})
	}
}

func TestMoved(t *testing.T) {
	before := []layout.Point{{X: 0, Y: 0}, {X: 3, Y: 4}, layout.Unplaced(), {X: 1, Y: 1}}
	cases := map[string]struct {
		after []layout.Point
		want  float64
	}{
		"nobody moved":      {before, 0},
		"one of three":      {[]layout.Point{{X: 0, Y: 1.5}, {X: 3, Y: 4}, {X: 9, Y: 9}, {X: 1, Y: 1}}, 0.1},
		"nobody is left":    {[]layout.Point{layout.Unplaced(), layout.Unplaced(), {}, layout.Unplaced()}, 0},
		"only one is there": {[]layout.Point{layout.Unplaced(), {X: 3, Y: 5}, {}, layout.Unplaced()}, 0.2},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := layout.Moved(before, c.after); math.Abs(got-c.want) > 1e-12 {
				t.Errorf("got %g, want %g", got, c.want)
			}
		})
	}
	if got := layout.Moved(make([]layout.Point, 2), before[:2]); got != 0 {
		t.Errorf("from one spot: got %g, want 0", got)
	}
}
