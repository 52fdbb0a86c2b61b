package layout

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"papergraph/graph"
	"papergraph/graph/graphtest"
)

// bodiesOf returns the linked nodes of g as Force has them.
func bodiesOf(t *testing.T, g *graph.CSR, groups []int32) *bodies {
	t.Helper()
	f, err := newFrame(g, groups, nil, Default)
	if err != nil {
		t.Fatal(err)
	}
	b, err := newBodies(t.Context(), g, f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shapes are graphs that a ladder could stumble over.
func shapes() map[string]*graph.CSR {
	rng := rand.New(rand.NewPCG(1, 1))
	all := map[string]*graph.CSR{
		"path": graphtest.Path(3000), "star": graphtest.Star(3000), "grid": graphtest.Grid(50, 50),
		"power law": graphtest.Preferential(3000, 3, rng), "complete": graphtest.Complete(180),
	}
	var pairs []graph.Edge
	for u := int32(0); u < 3000; u += 2 {
		pairs = append(pairs, graph.Edge{U: u, V: u + 1, Weight: 1})
	}
	all["pairs"], _ = graph.New(3000, pairs)
	return all
}

// TestLadderKeepsWhatItGathers: on each level bodies weigh what their parts weigh, pull as these do, and are of one
// group; the top is small.
func TestLadderKeepsWhatItGathers(t *testing.T) {
	for name, g := range shapes() {
		for groups, label := range map[string]func(u int) int32{
			"one group": func(int) int32 { return 0 }, "seven": func(u int) int32 { return int32(u*7919%g.Order()) % 7 },
			"each its own": func(int) int32 { return -1 },
		} {
			t.Run(name+", "+groups, func(t *testing.T) {
				labels := make([]int32, g.Order())
				for u := range labels {
					labels[u] = label(u)
				}
				levels, err := bodiesOf(t, g, labels).ladder(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				for i := range levels[1:] {
					checkLevel(t, levels[i], levels[i+1].bodies)
				}
				if top := levels[len(levels)-1]; len(top.at) > topBodies || top.into != nil {
					t.Errorf("%d bodies on top of %d levels", len(top.at), len(levels))
				}
			})
		}
	}
}

func checkLevel(t *testing.T, l level, above *bodies) {
	t.Helper()
	mass, pull := make([]float64, len(above.at)), make([]float64, len(above.at))
	for u, c := range l.into {
		mass[c] += l.mass[u]
		for i := l.offsets[u]; i < l.offsets[u+1]; i++ {
			if l.into[l.targets[i]] != c {
				pull[c] += float64(l.pull[i])
			}
		}
		if above.groups > 1 && above.group[c] != l.group[u] {
			t.Fatalf("body %d of group %d is part of one of group %d", u, l.group[u], above.group[c])
		}
	}
	for c := range mass {
		for i := above.offsets[c]; i < above.offsets[c+1]; i++ {
			pull[c] -= float64(above.pull[i])
		}
		if mass[c] != above.mass[c] || math.Abs(pull[c]) > 1e-3*mass[c] {
			t.Fatalf("body %d weighs %g of %g, and its pull is off by %g", c, above.mass[c], mass[c], pull[c])
		}
	}
	if !slices.IsSorted(above.group) {
		t.Fatal("bodies of one group do not stand in a row")
	}
}

// TestGridFollowsItsPoints holds the lists of cells against all pairs, while points move about and out of the rectangle.
func TestGridFollowsItsPoints(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	points := make([]Point, 300)
	for u := range points {
		points[u] = Point{20 * rng.Float64(), 9 * rng.Float64()}
	}
	g := newGrid(points, 1)
	for range 2000 {
		u := rng.Int32N(300)
		points[u] = points[u].plus(Point{3 * rng.NormFloat64(), 3 * rng.NormFloat64()})
		g.moved(u)
		near := g.around(u, nil)
		for v, p := range points {
			if distance(p, points[u]) < 1 && !slices.Contains(near, int32(v)) {
				t.Fatalf("points %d and %d are near each other, their cells are not", u, v)
			}
		}
	}
}
