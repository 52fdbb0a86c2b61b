package graphtest_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph"
	"papergraph/graph/graphtest"
)

func TestNamed(t *testing.T) {
	tests := []struct {
		name        string
		g           *graph.CSR
		order, size int
	}{
		{"a path", graphtest.Path(5), 5, 4},
		{"a path of one node", graphtest.Path(1), 1, 0},
		{"a path of none", graphtest.Path(0), 0, 0},
		{"a cycle", graphtest.Cycle(5), 5, 5},
		{"a star", graphtest.Star(5), 5, 4},
		{"a complete graph", graphtest.Complete(5), 5, 10},
		{"two cliques", graphtest.TwoCliques(4), 8, 13},
		{"a grid", graphtest.Grid(3, 4), 12, 17},
		{"the karate club", graphtest.Karate(), 34, 78},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			graphtest.Check(t, tt.g)
			if tt.g.Order() != tt.order || tt.g.Size() != tt.size {
				t.Errorf("%d nodes and %d edges, want %d and %d", tt.g.Order(), tt.g.Size(), tt.order, tt.size)
			}
		})
	}
}

func TestRandom(t *testing.T) {
	tests := []struct {
		name string
		make func(*rand.Rand) *graph.CSR
	}{
		{"Erdős–Rényi", func(r *rand.Rand) *graph.CSR { return graphtest.ErdosRenyi(40, 0.2, r) }},
		{"preferential attachment", func(r *rand.Rand) *graph.CSR { return graphtest.Preferential(40, 3, r) }},
		{"planted groups", func(r *rand.Rand) *graph.CSR { g, _ := graphtest.Planted(4, 10, 0.5, 0.05, r); return g }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, again := tt.make(rand.New(rand.NewPCG(7, 7))), tt.make(rand.New(rand.NewPCG(7, 7)))
			graphtest.Check(t, g)
			if diff := cmp.Diff(edges(g), edges(again)); diff != "" {
				t.Errorf("the same seed gave another graph: %s", diff)
			}
			if other := tt.make(rand.New(rand.NewPCG(8, 7))); cmp.Equal(edges(g), edges(other)) {
				t.Error("another seed gave the same graph")
			}
		})
	}
}

func TestPreferentialHasHubs(t *testing.T) {
	g := graphtest.Preferential(1000, 3, rand.New(rand.NewPCG(1, 1)))
	most := 0
	for u := range g.Order() {
		most = max(most, g.Degree(u))
	}
	if g.Size() != 3*1000-6 || most < 40 {
		t.Errorf("%d edges, and no node has more than %d", g.Size(), most)
	}
}

func TestSeeded(t *testing.T) {
	for seed := range uint64(graphtest.Seeds) {
		g := graphtest.Seeded(seed)
		graphtest.Check(t, g)
		if seed < 3 && g.Order() != int(seed) {
			t.Errorf("seed %d: %d nodes", seed, g.Order())
		}
	}
}

func TestRenumber(t *testing.T) {
	g := graphtest.Renumber(graphtest.Path(3), []int{1, 2, 0})
	want := []graph.Edge{{U: 0, V: 2, Weight: 1}, {U: 1, V: 2, Weight: 1}}
	if diff := cmp.Diff(want, edges(g)); diff != "" {
		t.Error(diff)
	}
}

func edges(g *graph.CSR) []graph.Edge {
	var all []graph.Edge
	for _, e := range g.Edges() {
		all = append(all, e)
	}
	return all
}
