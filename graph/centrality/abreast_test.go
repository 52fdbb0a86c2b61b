package centrality_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/graph/network"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// Sources go 64 at once: here are one less, as many, one more, and several times as many, on graphs of few levels and of many.
func TestBetweennessOfManySourcesAgainstGonum(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	planted, _ := graphtest.Planted(4, 60, 0.2, 0.01, rng)
	graphs := map[string]*graph.CSR{
		"63 in a ring": graphtest.Cycle(63), "64 in a ring": graphtest.Cycle(64), "65 in a ring": graphtest.Cycle(65),
		"65, each beside each": graphtest.Complete(65), "a long ring": graphtest.Cycle(300), "a grid": graphtest.Grid(14, 15),
		"groups": planted, "hubs": graphtest.Preferential(260, 3, rng), "many parts": graphtest.ErdosRenyi(260, 0.008, rng),
		"two cliques": graphtest.TwoCliques(70),
	}
	for name, g := range graphs {
		t.Run(name, func(t *testing.T) {
			want := byNode(g, network.Betweenness(lengths(g, centrality.Hops)))
			for u := range want {
				want[u] /= 2 // gonum counts a pair once for each direction
			}
			got, err := centrality.Betweenness(context.Background(), g, centrality.Hops, 2)
			if err != nil {
				t.Fatal(err)
			}
			near(t, name, got, want)
		})
	}
}
