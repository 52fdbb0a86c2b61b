package centrality

import (
	"math/rand/v2"
	"slices"
	"testing"

	"papergraph/graph"
	"papergraph/graph/graphtest"
)

func TestClustersOnlyRenumber(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	planted, _ := graphtest.Planted(6, 40, 0.3, 0.01, rng)
	graphs := map[string]*graph.CSR{
		"groups": planted, "hubs": graphtest.Preferential(300, 4, rng), "grid": graphtest.Grid(15, 20),
		"loose parts": graphtest.ErdosRenyi(200, 0.008, rng), "alone": graphtest.Path(1), "none": graphtest.Path(0),
		"a node with more neighbours than are looked at": twoHubs(maxNear + 100),
	}
	for name, g := range graphs {
		t.Run(name, func(t *testing.T) {
			r, _, err := fold(g, Hops.ofArcs(g)).rows(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			c, err := r.clustered(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(slices.Sorted(slices.Values(c.core)), slices.Sorted(slices.Values(r.core))) {
				t.Fatalf("the core is %v, was %v", c.core, r.core)
			}
			place := map[int32]int32{}
			for u, core := range r.core {
				place[core] = int32(u)
			}
			for u, core := range c.core {
				var got, want []int32
				for _, v := range c.beside(int32(u)) {
					got = append(got, c.core[v])
				}
				for _, v := range r.beside(place[core]) {
					want = append(want, r.core[v])
				}
				if !slices.Equal(got, want) || c.stands[u] != r.stands[place[core]] {
					t.Fatalf("node %d has neighbours %v and stands for %g; want %v and %g", core, got, c.stands[u], want, r.stands[place[core]])
				}
			}
		})
	}
}

// TestClustersKeepNeighboursTogether has groups as large as a chunk, numbered all through each other.
func TestClustersKeepNeighboursTogether(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	const groups = 5
	planted, label := graphtest.Planted(groups, abreast, 0.5, 0.002, rng)
	to := rng.Perm(planted.Order())
	of := make([]int32, len(to))
	for u, v := range to {
		of[v] = label[u]
	}
	g := graphtest.Renumber(planted, to)
	r, _, err := fold(g, Hops.ofArcs(g)).rows(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	clustered, err := r.clustered(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	core := clustered.core
	for from := 0; from+abreast <= len(core); from += abreast {
		var count [groups]int
		for _, u := range core[from : from+abreast] {
			count[of[u]]++
		}
		if most := slices.Max(count[:]); most < abreast*9/10 {
			t.Errorf("the chunk at %d has groups of %v", from, count)
		}
	}
}

// twoHubs returns two nodes with so many common neighbours.
func twoHubs(common int) *graph.CSR {
	var edges []graph.Edge
	for u := range int32(common) {
		edges = append(edges, graph.Edge{U: 0, V: u + 2, Weight: 1}, graph.Edge{U: 1, V: u + 2, Weight: 1})
	}
	g, err := graph.New(common+2, edges)
	if err != nil {
		panic(err)
	}
	return g
}
