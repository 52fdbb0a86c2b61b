package centrality_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/path"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// naivePassage walks all shortest paths that gonum knows of.
func naivePassage(g *graph.CSR, from, to []int32, l centrality.Lengths) []float64 {
	all, _ := path.FloydWarshall(lengths(g, l))
	out := make([]float64, g.Order())
	for _, s := range from {
		for _, t := range to {
			paths, _ := all.AllBetween(int64(s), int64(t))
			for _, p := range paths {
				for _, v := range p[1 : len(p)-1] {
					out[v.ID()] += 1 / float64(len(paths))
				}
			}
		}
	}
	return out
}

// thirds parts the nodes of a graph: the first sort of set, the second, and the rest.
func thirds(g *graph.CSR) (from, to []int32) {
	for u := range int32(g.Order()) {
		switch u % 3 {
		case 0:
			from = append(from, u)
		case 1:
			to = append(to, u)
		}
	}
	return from, to
}

func TestPassageAgainstAllPathsOfGonum(t *testing.T) {
	for seed := range uint64(graphtest.Seeds) {
		g := graphtest.Seeded(seed)
		if g.Order() > 60 {
			continue
		}
		from, to := thirds(g)
		for _, tt := range bothLengths {
			got, err := centrality.Passage(t.Context(), g, from, to, tt.l, 1)
			if err != nil {
				t.Fatal(err)
			}
			want := naivePassage(g, from, to, tt.l)
			for u := range want {
				if math.Abs(got[u]-want[u]) > 1e-8*max(1, want[u]) {
					t.Errorf("seed %d, %s, node %d: %g, want %g", seed, tt.name, u, got[u], want[u])
				}
			}
		}
	}
}

func TestPassageBothWaysIsTheSame(t *testing.T) {
	for seed := range uint64(graphtest.Seeds) {
		g := graphtest.Seeded(seed)
		from, to := thirds(g)
		forth, err := centrality.Passage(t.Context(), g, from, to, centrality.Hops, 1)
		if err != nil {
			t.Fatal(err)
		}
		back, err := centrality.Passage(t.Context(), g, to, from, centrality.Hops, 1)
		if err != nil {
			t.Fatal(err)
		}
		for u := range forth {
			if math.Abs(forth[u]-back[u]) > 1e-8*max(1, forth[u]) {
				t.Errorf("seed %d, node %d: %g there, %g back", seed, u, forth[u], back[u])
			}
		}
	}
}

func TestPassageIsTheSameForAnyWorkers(t *testing.T) {
	for seed := range uint64(graphtest.Seeds) {
		g := graphtest.Seeded(seed)
		from, to := thirds(g)
		one, err := centrality.Passage(t.Context(), g, from, to, centrality.Similarity, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, workers := range []int{2, 7} {
			more, err := centrality.Passage(t.Context(), g, from, to, centrality.Similarity, workers)
			if err != nil || !slices.Equal(one, more) {
				t.Errorf("seed %d: %d workers give another result, error %v", seed, workers, err)
			}
		}
	}
}

func TestPassageStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	g := graphtest.Seeded(5)
	from, to := thirds(g)
	if _, err := centrality.Passage(ctx, g, from, to, centrality.Hops, 2); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
