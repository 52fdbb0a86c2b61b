package graphtest

import (
	"math"
	"testing"

	"papergraph/graph"
)

// Check fails tb where g does not keep the contract of graph.CSR: rows ascending, within range, without loops; weights
// finite and above 0, the same from both ends; Degree, Weight, EdgeNumber, FirstArc, Size and Edges in accord with the
// rows. O(E log V) time.
func Check(tb testing.TB, g *graph.CSR) {
	tb.Helper()
	arcs := 0
	for u := range g.Order() {
		if got := g.FirstArc(u); got != arcs {
			tb.Errorf("FirstArc(%d) = %d, but %d arcs come before", u, got, arcs)
		}
		arcs += checkRow(tb, g, u)
	}
	if got := g.FirstArc(g.Order()); got != arcs || 2*g.Size() != arcs {
		tb.Errorf("FirstArc(%d) = %d and Size() = %d, but there are %d arcs", g.Order(), got, g.Size(), arcs)
	}
	checkEdges(tb, g)
}

func checkRow(tb testing.TB, g *graph.CSR, u int) int {
	tb.Helper()
	targets, weights := g.Arcs(u)
	if len(targets) != len(weights) || len(targets) != g.Degree(u) {
		tb.Fatalf("node %d: %d targets, %d weights, Degree %d", u, len(targets), len(weights), g.Degree(u))
	}
	for i, v := range targets {
		if i > 0 && targets[i-1] >= v {
			tb.Errorf("node %d: target %d stands before %d", u, targets[i-1], v)
		}
		if v < 0 || int(v) >= g.Order() || int(v) == u {
			tb.Fatalf("node %d: target %d is out of range or a loop", u, v)
		}
		if w := weights[i]; !(w > 0) || math.IsInf(w, 1) {
			tb.Errorf("edge %d-%d: weight %g", u, v, w)
		}
		if w, ok := g.Weight(int(v), u); !ok || w != weights[i] {
			tb.Errorf("edge %d-%d: weighs %g, but %g (%t) from the other end", u, v, weights[i], w, ok)
		}
	}
	return len(targets)
}

func checkEdges(tb testing.TB, g *graph.CSR) {
	tb.Helper()
	last, count := graph.Edge{U: -1}, 0
	for i, e := range g.Edges() {
		if i != count || e.U >= e.V || e.U < last.U || e.U == last.U && e.V <= last.V {
			tb.Errorf("edge %d (%d-%d) comes %d. after %d-%d", i, e.U, e.V, count, last.U, last.V)
		}
		if w, ok := g.Weight(int(e.U), int(e.V)); !ok || w != e.Weight {
			tb.Errorf("edge %d-%d: weighs %g, but its row has %g (%t)", e.U, e.V, e.Weight, w, ok)
		}
		forth, a := g.EdgeNumber(int(e.U), int(e.V))
		back, b := g.EdgeNumber(int(e.V), int(e.U))
		if !a || !b || forth != i || back != i {
			tb.Errorf("edge %d-%d: EdgeNumber says %d (%t) and %d (%t), not %d", e.U, e.V, forth, a, back, b, i)
		}
		last = e
		count++
	}
	if count != g.Size() {
		tb.Errorf("Edges has %d edges, Size is %d", count, g.Size())
	}
}
