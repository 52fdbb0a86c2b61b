package adapt_test

import (
	"errors"
	"slices"
	"testing"

	dominik "github.com/dominikbraun/graph"

	"papergraph/graph/adapt"
	"papergraph/graph/graphtest"
)

func steps(float64) int { return 1 }

func TestDominikSeesTheSameGraph(t *testing.T) {
	for seed := range uint64(graphtest.Seeds) {
		g := graphtest.Seeded(seed)
		d := adapt.Dominik(g, steps)
		order, err := d.Order()
		if err != nil || order != g.Order() {
			t.Errorf("seed %d: order %d, %v", seed, order, err)
		}
		size, err := d.Size()
		if err != nil || size != g.Size() {
			t.Errorf("seed %d: size %d, %v", seed, size, err)
		}
		all, err := d.Edges()
		if err != nil || len(all) != g.Size() {
			t.Errorf("seed %d: %d edges, %v", seed, len(all), err)
		}
		for i, e := range g.Edges() {
			if all[i].Source != int(e.U) || all[i].Target != int(e.V) || all[i].Properties.Data != e.Weight {
				t.Errorf("seed %d: edge %v became %v", seed, e, all[i])
			}
		}
	}
}

func TestDominikWalks(t *testing.T) {
	var seen []int
	err := dominik.BFS(adapt.Dominik(graphtest.TwoCliques(3), steps), 0, func(u int) bool {
		seen = append(seen, u)
		return false
	})
	slices.Sort(seen)
	if err != nil || !slices.Equal(seen, []int{0, 1, 2, 3, 4, 5}) {
		t.Errorf("saw %v, %v", seen, err)
	}
}

func TestStoreAnswersWhatIsNotThere(t *testing.T) {
	s := adapt.NewStore(graphtest.Path(3), steps)
	for _, u := range []int{-1, 3} {
		if _, _, err := s.Vertex(u); !errors.Is(err, dominik.ErrVertexNotFound) {
			t.Errorf("node %d: %v", u, err)
		}
	}
	for _, e := range [][2]int{{0, 2}, {-1, 0}, {0, 3}, {1, 1}} {
		if _, err := s.Edge(e[0], e[1]); !errors.Is(err, dominik.ErrEdgeNotFound) {
			t.Errorf("edge %v: %v", e, err)
		}
	}
}

func TestDominikIsReadOnly(t *testing.T) {
	d := adapt.Dominik(graphtest.Path(3), steps)
	tests := []struct {
		name string
		err  error
	}{
		{"add a node", d.AddVertex(9)},
		{"remove a node", d.RemoveVertex(0)},
		{"add an edge", d.AddEdge(0, 2)},
		{"update an edge", d.UpdateEdge(0, 1, dominik.EdgeWeight(7))},
		{"remove an edge", d.RemoveEdge(0, 1)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !errors.Is(tt.err, adapt.ErrReadOnly) {
				t.Errorf("got %v", tt.err)
			}
		})
	}
}
