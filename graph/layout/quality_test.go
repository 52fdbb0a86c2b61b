package layout_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"papergraph/graph/layout"
)

func TestOwnNear(t *testing.T) {
	// Group 0 at 0, 1, 2; group 1 at 10, 11; a node of no group at 12.
	points := []layout.Point{{X: 0}, {X: 1}, {X: 2}, {X: 10}, {X: 11}, {X: 12}}
	groups := []int32{0, 0, 0, 1, 1, -1}
	cases := map[string]struct {
		k, largest int
		want       float64
	}{
		"the nearest of the largest group": {k: 1, largest: 1, want: 1},
		"the two nearest, all groups":      {k: 2, largest: 8, want: 8. / 10}, // 10 and 11 have one own and one foreign each
		"more than there are":              {k: 9, largest: 1, want: 2. / 5},
		"no group asked for":               {k: 5, largest: 0, want: 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := layout.OwnNear(points, groups, c.k, c.largest); math.Abs(got-c.want) > 1e-12 {
				t.Errorf("got %g, want %g", got, c.want)
			}
		})
	}
}

func TestHullFill(t *testing.T) {
	corners := []layout.Point{{X: 0, Y: 0}, {X: 14, Y: 0}, {X: 14, Y: 10}, {X: 0, Y: 10}, {X: 7, Y: 5}}
	cases := map[string]struct {
		points []layout.Point
		want   float64
	}{
		"all corners":         {corners, 1},
		"half of it":          {corners[:3], 0.5},
		"a square":            {[]layout.Point{{X: 0, Y: 0}, {X: 1, Y: 0}, {X: 1, Y: 1}, {X: 0, Y: 1}}, 1 / 1.4},
		"a line":              {[]layout.Point{{X: 0}, {X: 1}, {X: 2}}, 0},
		"one spot":            {make([]layout.Point, 3), 0},
		"too few for an area": {corners[:2], 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := layout.HullFill(c.points, 1.4); math.Abs(got-c.want) > 1e-12 {
				t.Errorf("got %g, want %g", got, c.want)
			}
		})
	}
}

// TestOverlapsCountsAsAllPairs holds the sorting into cells against a look at every pair.
func TestOverlapsCountsAsAllPairs(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 0))
		points, radius := make([]layout.Point, 200), make([]float64, 200)
		for u := range points {
			points[u] = layout.Point{X: 100 * rng.Float64(), Y: 30 * rng.Float64()}
			radius[u] = 3 * rng.Float64()
		}
		want := 0
		for u, p := range points {
			for v, q := range points[:u] {
				if math.Hypot(p.X-q.X, p.Y-q.Y) < radius[u]+radius[v] {
					want++
				}
			}
		}
		if got := layout.Overlaps(points, radius); got != want {
			t.Errorf("seed %d: %d overlaps, want %d", seed, got, want)
		}
	}
}
