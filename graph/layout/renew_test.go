package layout_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph"
	"papergraph/graph/layout"
)

// later returns g without a share of its edges and with as many other weights changed by up to half, and more nodes, each
// with links to a node and to four of its neighbours; groups have them too.
func later(g *graph.CSR, groups []int32, more int, change float64) (*graph.CSR, []int32) {
	rng := rand.New(rand.NewPCG(8, 8))
	var edges []graph.Edge
	for _, e := range g.Edges() {
		if rng.Float64() < change {
			continue
		}
		if rng.Float64() < change {
			e.Weight *= 0.5 + rng.Float64()
		}
		edges = append(edges, e)
	}
	groups = append([]int32(nil), groups...)
	n := g.Order()
	for u := n; u < n+more; u++ {
		host := rng.IntN(n)
		groups = append(groups, groups[host])
		edges = append(edges, graph.Edge{U: int32(host), V: int32(u), Weight: 0.3})
		near, _ := g.Arcs(host)
		for _, v := range near[:min(4, len(near))] {
			edges = append(edges, graph.Edge{U: v, V: int32(u), Weight: 0.2})
		}
	}
	g, err := graph.New(n+more, edges)
	if err != nil {
		panic(err)
	}
	return g, groups
}

// withNew returns the points and as many nodes without a place behind them.
func withNew(points []layout.Point, more int) []layout.Point {
	points = append([]layout.Point(nil), points...)
	for range more {
		points = append(points, layout.Unplaced())
	}
	return points
}

// TestRenewKeepsTheMap: what was there stays where it was, to 2 % of the diagonal, and the map is as good as one made
// afresh. Made afresh, papers move by 5 to 40 %.
func TestRenewKeepsTheMap(t *testing.T) {
	cases := map[string]struct {
		more   int
		change float64
	}{
		"nothing changed":            {0, 0},
		"one paper in twenty is new": {40, 0},
		"some links changed":         {0, 0.05},
		"both":                       {40, 0.05},
	}
	g, groups := paperLike(800, 1)
	old := mustForce(t, g, groups)
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			next, nextGroups := later(g, groups, c.more, c.change)
			fresh := mustForce(t, next, nextGroups)
			before := withNew(old, c.more)
			for range 3 { // version after version
				after := mustRenew(t, next, nextGroups, before)
				if got := layout.Moved(before, after); got > 0.02 {
					t.Errorf("papers moved by %.4f of the diagonal", got)
				}
				before = after
			}
			if got, want := layout.OwnNear(before, nextGroups, 5, 8), layout.OwnNear(fresh, nextGroups, 5, 8); got < want-0.01 {
				t.Errorf("%.3f of the five nearest are of the own group, afresh %.3f", got, want)
			}
			if got, want := edgeRatio(next, before), edgeRatio(next, fresh); got > 1.05*want {
				t.Errorf("edges are %.3f times as long as the way between any two, afresh %.3f", got, want)
			}
			if got := layout.HullFill(before, 1.4); got < 0.85 {
				t.Errorf("the hull covers %.3f of the rectangle", got)
			}
		})
	}
}

func mustForce(t *testing.T, g *graph.CSR, groups []int32) []layout.Point {
	t.Helper()
	points, err := layout.Force(t.Context(), g, groups, nil, layout.Default)
	if err != nil {
		t.Fatal(err)
	}
	return points
}

func mustRenew(t *testing.T, g *graph.CSR, groups []int32, before []layout.Point) []layout.Point {
	t.Helper()
	points, err := layout.Renew(t.Context(), g, groups, nil, before, layout.Default)
	if err != nil {
		t.Fatal(err)
	}
	return points
}

// TestRenewKeepsTheSideUp: the places of before may be turned, mirrored, scaled and shifted; the new map lies as they do.
func TestRenewKeepsTheSideUp(t *testing.T) {
	g, groups := paperLike(300, 4)
	old := mustForce(t, g, groups)
	cases := map[string]struct {
		change func(p layout.Point) layout.Point
		most   float64 // of the way of a paper
	}{
		"y downwards":   {func(p layout.Point) layout.Point { return layout.Point{X: p.X, Y: -p.Y} }, 0.02},
		"from behind":   {func(p layout.Point) layout.Point { return layout.Point{X: -p.X, Y: p.Y} }, 0.02},
		"upside down":   {func(p layout.Point) layout.Point { return layout.Point{X: -p.X, Y: -p.Y} }, 0.02},
		"far and large": {func(p layout.Point) layout.Point { return layout.Point{X: 7*p.X + 9e4, Y: 7*p.Y - 3e3} }, 0.02},
		"a third turned": {func(p layout.Point) layout.Point {
			return layout.Point{X: 0.8*p.X - 0.6*p.Y, Y: 0.6*p.X + 0.8*p.Y}
		}, 0.12}, // corners of the turned rectangle do not fit into the new one
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			before := make([]layout.Point, len(old))
			for u, p := range old {
				before[u] = c.change(p)
			}
			after := mustRenew(t, g, groups, before)
			middle, unit := layout.Point{}, 1.0
			if name == "far and large" {
				middle, unit = layout.Point{X: 9e4, Y: -3e3}, 7
			}
			for u, p := range after { // to the scale of before, neither turned nor mirrored
				after[u] = layout.Point{X: p.X*unit + middle.X, Y: p.Y*unit + middle.Y}
			}
			if got := layout.Moved(before, after); got > c.most {
				t.Errorf("papers moved by %.4f of the diagonal", got)
			}
		})
	}
}

// TestRenewAfreshIsMirrored: with too few places to start from, the map is that of Force, seen from the side that they
// were on.
func TestRenewAfreshIsMirrored(t *testing.T) {
	g, groups := paperLike(300, 5)
	want := mustForce(t, g, groups)
	before := make([]layout.Point, len(want))
	for u, p := range want {
		want[u] = layout.Point{X: -p.X, Y: p.Y}
		before[u] = layout.Unplaced()
		if u%3 == 0 {
			before[u] = want[u]
		}
	}
	if got := layout.Moved(want, mustRenew(t, g, groups, before)); got > 1e-6 {
		t.Errorf("papers are off by %g of the diagonal", got)
	}
	for u := range before {
		before[u] = layout.Point{X: 5, Y: 5}
	}
	before[0] = layout.Unplaced()
	if after := mustRenew(t, g, groups, before); layout.HullFill(after, 1.4) < 0.8 {
		t.Error("from one spot, the map does not fill the rectangle")
	}
}

// TestRenewPutsNewPapersAmongTheirNeighbours: one linked to four of a group, one linked to that one only, and two that
// know nobody else.
func TestRenewPutsNewPapersAmongTheirNeighbours(t *testing.T) {
	g, groups := paperLike(300, 6)
	old := mustForce(t, g, groups)
	edges := make([]graph.Edge, 0, g.Size()+6)
	for _, e := range g.Edges() {
		edges = append(edges, e)
	}
	friends, _ := g.Arcs(10)
	for _, v := range friends[:4] {
		edges = append(edges, graph.Edge{U: v, V: 300, Weight: 0.4})
	}
	edges = append(edges, graph.Edge{U: 300, V: 301, Weight: 0.4}, graph.Edge{U: 302, V: 303, Weight: 0.4})
	next, err := graph.New(304, edges)
	if err != nil {
		t.Fatal(err)
	}
	after := mustRenew(t, next, append(groups, groups[10], groups[10], -1, -1), withNew(old, 4))
	way := func(u, v int) float64 { return math.Hypot(after[u].X-after[v].X, after[u].Y-after[v].Y) }
	nearest := math.Inf(1)
	for _, v := range friends[:4] {
		nearest = min(nearest, way(300, int(v)))
	}
	if nearest > 100 || way(300, 301) > 100 || way(302, 303) > 200 {
		t.Errorf("new papers are %.0f, %.0f and %.0f from their neighbours, of 1000", nearest, way(300, 301), way(302, 303))
	}
}

// TestRenewMovesWhoChangedGroup: a paper whose links and group are those of another area now goes there, the others stay.
func TestRenewMovesWhoChangedGroup(t *testing.T) {
	g, groups := paperLike(300, 7)
	old := mustForce(t, g, groups)
	const gone = 20
	nextGroups := append([]int32(nil), groups...)
	nextGroups[gone] = (groups[gone] + 4) % 8
	var edges []graph.Edge
	for _, e := range g.Edges() {
		if e.U != gone && e.V != gone {
			edges = append(edges, e)
		}
	}
	for v, links := int32(0), 0; links < 6; v++ {
		if v != gone && nextGroups[v] == nextGroups[gone] {
			edges = append(edges, graph.Edge{U: min(v, gone), V: max(v, gone), Weight: 0.3})
			links++
		}
	}
	next, err := graph.New(300, edges)
	if err != nil {
		t.Fatal(err)
	}
	after := mustRenew(t, next, nextGroups, old)
	if got, want := layout.OwnNear(after, nextGroups, 5, 8), layout.OwnNear(old, groups, 5, 8); got < want-0.01 {
		t.Errorf("%.3f of the five nearest are of the own group, before %.3f", got, want)
	}
	if way := math.Hypot(after[gone].X-old[gone].X, after[gone].Y-old[gone].Y); way < 100 {
		t.Errorf("the paper moved by %.0f of 1000 only", way)
	}
	after[gone] = layout.Unplaced()
	if got := layout.Moved(old, after); got > 0.02 {
		t.Errorf("the others moved by %.4f of the diagonal", got)
	}
}

func TestRenewRepeatsForAnyWorkers(t *testing.T) {
	g, groups := paperLike(5000, 3)
	old := mustForce(t, g, groups)
	next, nextGroups := later(g, groups, 250, 0.05)
	o := layout.Default
	var first []layout.Point
	for _, workers := range []int{1, 2, 7} {
		o.Workers = workers
		points, err := layout.Renew(t.Context(), next, nextGroups, nil, withNew(old, 250), o)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = points
		}
		if diff := cmp.Diff(first, points); diff != "" {
			t.Fatalf("%d workers: %s", workers, diff)
		}
	}
}

func TestRenewRefusesWhatIsOutOfRange(t *testing.T) {
	g, err := graph.New(2, []graph.Edge{{U: 0, V: 1, Weight: 1}})
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		before []layout.Point
		want   string
	}{
		"a place too few":       {make([]layout.Point, 1), "1 earlier places for 2 nodes"},
		"a place without bound": {[]layout.Point{{}, {X: math.Inf(1)}}, "of node 1"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if _, err := layout.Renew(t.Context(), g, nil, nil, c.before, layout.Default); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}
