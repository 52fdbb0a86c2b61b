package breadth_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"papergraph/graph"
	"papergraph/graph/graphtest"
	"papergraph/graph/internal/breadth"
)

// TestOrder: each node has one place, and behind the first of its search stands beside one that came before; one that is met by
// an earlier node comes earlier.
func TestOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	planted, _ := graphtest.Planted(40, 5, 0.3, 0.002, rng)
	for name, g := range map[string]*graph.CSR{
		"groups": planted, "loose parts": graphtest.ErdosRenyi(300, 0.003, rng), "none": graphtest.Path(0), "a star": graphtest.Star(50),
	} {
		order, place, err := breadth.Order(t.Context(), g)
		if err != nil || len(order) != g.Order() || len(place) != g.Order() {
			t.Fatalf("%s: %d and %d of %d nodes, %v", name, len(order), len(place), g.Order(), err)
		}
		last := int32(-1) // the place of the earliest neighbour never falls inside a search
		for i, u := range order {
			if place[u] != int32(i) {
				t.Fatalf("%s: node %d is at %d and has place %d", name, u, i, place[u])
			}
			targets, _ := g.Arcs(int(u))
			first := int32(i)
			for _, v := range targets {
				first = min(first, place[v])
			}
			if first == int32(i) { // the first of a search: the least node that is left
				if rest := order[i:]; u != slices.Min(rest) {
					t.Fatalf("%s: a search begins at %d, and %d is left", name, u, slices.Min(rest))
				}
			} else if first < last {
				t.Fatalf("%s: node %d, met from place %d, comes after one met from %d", name, u, first, last)
			}
			last = first
		}
	}
}

func TestOrderStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	g, _ := graphtest.Planted(100, 100, 0.05, 0, rand.New(rand.NewPCG(1, 1)))
	if _, _, err := breadth.Order(ctx, g); !errors.Is(err, context.Canceled) {
		t.Errorf("after a cancel: %v", err)
	}
}
