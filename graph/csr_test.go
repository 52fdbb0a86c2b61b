package graph_test

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/graph"
	"papergraph/graph/graphtest"
)

func TestNewRefuses(t *testing.T) {
	tests := []struct {
		name string
		n    int
		edge graph.Edge
		want string
	}{
		{"a negative number of nodes", -1, graph.Edge{}, "graph: -1 nodes and 2 edges are out of range"},
		{"more nodes than int32 can number", math.MaxInt32, graph.Edge{}, "are out of range"},
		{"a negative node", 3, graph.Edge{U: -1, V: 1, Weight: 1}, "graph: edge -1-1 is outside the 3 nodes"},
		{"a node beyond the last", 3, graph.Edge{U: 1, V: 3, Weight: 1}, "graph: edge 1-3 is outside the 3 nodes"},
		{"a loop", 3, graph.Edge{U: 2, V: 2, Weight: 1}, "graph: edge 2-2 is a loop"},
		{"an edge twice", 3, graph.Edge{U: 0, V: 1, Weight: 1}, "graph: edge 0-1 is given twice"},
		{"an edge once each way", 3, graph.Edge{U: 1, V: 0, Weight: 2}, "graph: edge 0-1 is given twice"},
		{"weight 0", 3, graph.Edge{U: 1, V: 2}, "graph: edge 1-2 has weight 0, not a finite number above 0"},
		{"a weight below 0", 3, graph.Edge{U: 1, V: 2, Weight: -1}, "has weight -1"},
		{"no number as weight", 3, graph.Edge{U: 1, V: 2, Weight: math.NaN()}, "has weight NaN"},
		{"an infinite weight", 3, graph.Edge{U: 1, V: 2, Weight: math.Inf(1)}, "has weight +Inf"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, err := graph.New(tt.n, []graph.Edge{{U: 0, V: 1, Weight: 1}, tt.edge})
			if g != nil || err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, %v; want an error with %q", g, err, tt.want)
			}
		})
	}
}

func TestZeroValueIsTheGraphWithoutNodes(t *testing.T) {
	graphtest.Check(t, &graph.CSR{})
	none, err := graph.New(0, nil)
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Check(t, none)
}

func TestAbsentEdges(t *testing.T) {
	g := graphtest.Path(4)
	for _, pair := range [][2]int{{0, 2}, {3, 0}, {1, 1}, {0, 9}, {0, -1}} {
		if w, ok := g.Weight(pair[0], pair[1]); ok {
			t.Errorf("Weight%v = %g, though there is no such edge", pair, w)
		}
	}
	for _, pair := range [][2]int{{0, 2}, {3, 0}, {1, 1}, {0, 9}} {
		if i, ok := g.EdgeNumber(pair[0], pair[1]); ok {
			t.Errorf("EdgeNumber%v = %d, though there is no such edge", pair, i)
		}
	}
}

func TestEdgesStopsWhenAsked(t *testing.T) {
	count := 0
	for range graphtest.Complete(5).Edges() {
		if count++; count == 3 {
			break
		}
	}
	if count != 3 {
		t.Errorf("went over %d edges", count)
	}
}

func TestNewKeepsItsArgument(t *testing.T) {
	edges := []graph.Edge{{U: 2, V: 1, Weight: 1}, {U: 1, V: 0, Weight: 2}}
	want := append([]graph.Edge(nil), edges...)
	if _, err := graph.New(3, edges); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, edges); diff != "" {
		t.Error(diff)
	}
}

// The order of edges and of their ends must not show.
func TestNewForgetsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		g := graphtest.Seeded(uint64(rng.IntN(graphtest.Seeds)))
		var edges, shuffled []graph.Edge
		for _, e := range g.Edges() {
			edges = append(edges, e)
			if rng.IntN(2) == 0 {
				e.U, e.V = e.V, e.U
			}
			shuffled = append(shuffled, e)
		}
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		again, err := graph.New(g.Order(), shuffled)
		if err != nil {
			t.Fatal(err)
		}
		var got []graph.Edge
		for _, e := range again.Edges() {
			got = append(got, e)
		}
		if diff := cmp.Diff(edges, got); diff != "" {
			t.Error(diff)
		}
	})
}

// Whatever the edges, New returns a graph that keeps the contract and has just these, or an error.
func FuzzNew(f *testing.F) {
	f.Add(3, []byte{0, 1, 10, 1, 2, 20})
	f.Add(2, []byte{0, 1, 1, 1, 0, 1})
	f.Add(0, []byte{})
	f.Add(-4, []byte{1, 1, 1})
	f.Add(256, []byte{255, 0, 0, 7, 8, 255})
	f.Fuzz(func(t *testing.T, n int, data []byte) {
		if n > 1<<12 { // memory, not faults
			n %= 1 << 12
		}
		edges := edgesFrom(data)
		g, err := graph.New(n, edges)
		if err != nil {
			return
		}
		graphtest.Check(t, g)
		if g.Order() != n || g.Size() != len(edges) {
			t.Fatalf("%d nodes and %d edges became %d and %d", n, len(edges), g.Order(), g.Size())
		}
		for _, e := range edges {
			if w, ok := g.Weight(int(e.U), int(e.V)); !ok || w != e.Weight {
				t.Errorf("edge %v became %g, %t", e, w, ok)
			}
		}
	})
}

// edgesFrom reads three bytes an edge, two ends and a weight; ends are signed, and the highest weights are not finite.
func edgesFrom(data []byte) []graph.Edge {
	var edges []graph.Edge
	for ; len(data) >= 3; data = data[3:] {
		w := math.Float64frombits(uint64(binary.BigEndian.Uint16([]byte{data[2] >> 1, data[2]<<7 | 0x7f})) << 48)
		edges = append(edges, graph.Edge{U: int32(int8(data[0])), V: int32(int8(data[1])), Weight: w})
	}
	return edges
}

func BenchmarkNew(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"n=274", 274}, {"n=5000", 5000}} {
		b.Run(size.name, func(b *testing.B) {
			var edges []graph.Edge
			for _, e := range graphtest.Preferential(size.n, 10, rand.New(rand.NewPCG(1, 1))).Edges() {
				edges = append(edges, e)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := graph.New(size.n, edges); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(edges)*b.N)/b.Elapsed().Seconds(), "edges/s")
		})
	}
}
