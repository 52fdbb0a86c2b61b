package atlas_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph"
	"papergraph/graph/atlas"
	"papergraph/graph/graphtest"
)

// pathMeasures makes the measures as for few papers, or as for many.
func pathMeasures(t *testing.T, g *graph.CSR, papers int, seed uint64, workers int) []atlas.Measure {
	t.Helper()
	ms, err := atlas.PathMeasures(t.Context(), g, papers, seed, workers)
	if err != nil {
		t.Fatal(err)
	}
	return ms
}

const fewPapers, manyPapers = 10_000, 10_001

// TestEstimatesKeepTheirWord compares the estimates of many papers with the exact measures of the same graph.
func TestEstimatesKeepTheirWord(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	g := graphtest.Reweigh(graphtest.Preferential(2100, 3, rng), func() float64 { return 0.1 + 0.8*rng.Float64() })
	exact, estimated := pathMeasures(t, g, fewPapers, 1, 2), pathMeasures(t, g, manyPapers, 1, 2)
	for i, m := range estimated {
		want := exact[i]
		if m.Name != want.Name || m.Label != want.Label || want.Estimate != nil || m.Estimate == nil {
			t.Fatalf("%s and %s: estimates %v and %v", m.Name, want.Name, m.Estimate, want.Estimate)
		}
		e := m.Estimate
		if e.Samples < 2000 || e.Confidence != 0.9 || !(e.Error > 0 && e.Error < 0.2) || e.Of != map[bool]string{true: "paths", false: "papers"}[i == 0] {
			t.Errorf("%s: %+v", m.Name, *e)
		}
		far := 0.0
		for u, s := range m.Scores {
			far = max(far, math.Abs(s-want.Scores[u]))
		}
		if far == 0 || far > e.Error {
			t.Errorf("%s is off by %g, said %g", m.Name, far, e.Error)
		}
	}
}

func TestEstimatesAreTheSameBytes(t *testing.T) {
	g := graphtest.Preferential(2100, 2, rand.New(rand.NewPCG(1, 2)))
	one := pathMeasures(t, g, manyPapers, 3, 1)
	for _, workers := range []int{2, 7} {
		if diff := cmp.Diff(one, pathMeasures(t, g, manyPapers, 3, workers)); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
	if cmp.Equal(one, pathMeasures(t, g, manyPapers, 4, 2)) {
		t.Error("the seed makes no difference")
	}
}
