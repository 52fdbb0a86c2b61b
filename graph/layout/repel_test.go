package layout

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRepelFarAgreesWithAllPairs holds the tree against its slow twin: on a cloud, on clumps far apart, in a line, and
// on one spot. In the middle of a line pushes cancel and what is left is small beside the error.
func TestRepelFarAgreesWithAllPairs(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	cloud := func(u int) Point { return Point{rng.Float64() * 40, rng.Float64() * 30} }
	shapes := map[string]func(u int) Point{
		"cloud": cloud,
		"clumps": func(u int) Point {
			return cloud(u).times(0.02).plus(Point{float64(u % 7 * 100), float64(u % 3 * 100)})
		},
		"line":     func(u int) Point { return Point{X: float64(u)} },
		"one spot": func(int) Point { return Point{3, 4} },
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			near, far := &bodies{workers: 1}, &bodies{workers: 3}
			for u := range 900 {
				near.at, near.mass = append(near.at, shape(u)), append(near.mass, 1+rng.Float64())
			}
			far.at, far.mass = near.at, near.mass
			near.force, far.force = make([]Point, 900), make([]Point, 900)
			near.repelNear()
			if err := far.repelFar(t.Context()); err != nil {
				t.Fatal(err)
			}
			off, all := 0.0, 0.0
			for u, f := range near.force {
				off += f.minus(far.force[u]).square()
				all += f.square()
			}
			most := 0.01
			if name == "line" {
				most = 0.05
			}
			if off > most*most*all {
				t.Errorf("forces are off by %.4f of their size", math.Sqrt(off/all))
			}
		})
	}
}

// TestQuadtreeHoldsEachPointOnce checks runs, masses and the walk of the cells.
func TestQuadtreeHoldsEachPointOnce(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	points, mass := make([]Point, 500), make([]float64, 500)
	for u := range points {
		points[u], mass[u] = Point{rng.NormFloat64(), rng.NormFloat64()}, 1
	}
	var tree quadtree
	for range 2 { // again, as each step does
		if err := tree.build(t.Context(), points, mass, 1); err != nil {
			t.Fatal(err)
		}
	}
	seen := make([]bool, 500)
	for _, c := range tree.cells {
		if got := float64(c.to - c.from); got != c.mass {
			t.Fatalf("a cell of %g points has mass %g", got, c.mass)
		}
		if !c.leaf {
			continue
		}
		for _, key := range tree.keys[c.from:c.to] {
			u := uint32(key)
			if seen[u] {
				t.Fatalf("point %d is in two leaves", u)
			}
			seen[u] = true
		}
	}
	if slices.Contains(seen, false) || int(tree.cells[0].next) != len(tree.cells) {
		t.Error("the walk does not reach every point")
	}
}

// TestGroundPullsAsItsSum holds the closed form against a sum over small squares.
func TestGroundPullsAsItsSum(t *testing.T) {
	g := newGround(140, Point{7, 5})
	const step = 0.05
	for _, p := range []Point{{0, 0}, {2, -3}, {7, 5}, {-7, 1}, {12, 9}} {
		want := Point{}
		for x := -7 + step/2; x < 7; x += step {
			for y := -5 + step/2; y < 5; y += step {
				along := Point{x, y}.minus(p)
				want = want.plus(along.times(step * step / along.square()))
			}
		}
		if got := g.pull(p); math.Sqrt(got.minus(want).square()) > 0.05 {
			t.Errorf("at %v the pull is %v, want %v", p, got, want)
		}
	}
}

// TestFillIsEven: after many rounds each sixth of the rectangle holds a sixth of the mass, whatever the start.
func TestFillIsEven(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	points, mass := make([]Point, 1200), make([]float64, 1200)
	for u := range points {
		points[u] = Point{0.1 * rng.ExpFloat64(), 5 + rng.NormFloat64()}
		mass[u] = 1 + float64(u%3)
	}
	b := bodies{at: points, mass: mass, ground: &ground{half: Point{3, 2}}}
	if err := b.fill(t.Context(), 40); err != nil {
		t.Fatal(err)
	}
	var held [6]float64
	for u, p := range points {
		column := min(max(int((p.X+3)/2), 0), 2)
		row := 0
		if p.Y > 0 {
			row = 3
		}
		held[column+row] += mass[u] / 2400
	}
	for i, share := range held {
		if math.Abs(share-1./6) > 0.02 {
			t.Errorf("part %d holds %.3f of the mass, want 0.167", i, share)
		}
	}
}

func TestQuantileOfARectangleSeenFromOneSide(t *testing.T) {
	cases := map[string]struct{ share, wide, narrow, want float64 }{
		"left end":           {0, 3, 1, -4},
		"right end":          {1, 3, 1, 4},
		"middle":             {0.5, 3, 1, 0},
		"end of the slope":   {1. / 6, 3, 1, -2},
		"a square's quarter": {1. / 8, 1, 1, -1}, // a triangle half as wide has a quarter of the half
		"a line":             {0.25, 2, 0, -1},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := quantile(c.share, c.wide, c.narrow); math.Abs(got-c.want) > 1e-12 {
				t.Errorf("got %g, want %g", got, c.want)
			}
		})
	}
}
