package centrality_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

func estimate(t *testing.T, g *graph.CSR, l centrality.Lengths, o centrality.EstimateOptions, workers int) *centrality.Estimate {
	t.Helper()
	e, err := centrality.EstimateBetweenness(t.Context(), g, l, o, workers)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A node's count is a mean of draws that are 0 or 1, so with the truth known its spread is, and no node of any graph may
// be five times that away: among 1,500 nodes and two kinds of lengths chance would do that once in a thousand times.
func TestEstimatesScatterAroundTheTruth(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			for _, tt := range bothLengths {
				const samples = 4000
				truth, err := centrality.Betweenness(t.Context(), g, tt.l, 1)
				if err != nil {
					t.Fatal(err)
				}
				e := estimate(t, g, tt.l, centrality.EstimateOptions{Samples: samples, Confidence: 0.9, Seed: 1}, 2)
				pairs := float64(g.Order()) * float64(g.Order()-1) / 2
				for u, want := range truth {
					p := want / pairs
					off := math.Abs(e.Counts[u]-want) / pairs
					if spread := math.Sqrt(p * (1 - p) / samples); off > 5*spread+1e-12 {
						t.Errorf("%s: node %d is off by %g, %g times its spread", tt.name, u, off, off/spread)
					}
					if off > e.Error {
						t.Errorf("%s: node %d is off by %g, and the error is said to be %g", tt.name, u, off, e.Error)
					}
				}
			}
		})
	}
}

// Samples for an error come from the formula of the paper, and the error of as many samples is a little less: the nodes in
// the middle of a path, over which half of the pairs go, are the worst that can be.
func TestSamplesAndErrors(t *testing.T) {
	g := graphtest.Path(20) // 20 nodes on the longest path: log2 of 18 is 4
	e := estimate(t, g, centrality.Hops, centrality.EstimateOptions{Error: 0.1, Confidence: 0.9}, 1)
	if want := int(math.Ceil(50 * (5 + math.Log(10)))); e.Samples != want || e.Error != 0.1 || e.Confidence != 0.9 {
		t.Errorf("%d samples for %g at %g, want %d", e.Samples, e.Error, e.Confidence, want)
	}
	back := estimate(t, g, centrality.Hops, centrality.EstimateOptions{Samples: e.Samples, Confidence: 0.9}, 1)
	if !(back.Error <= 0.1) || back.Error < 0.09 {
		t.Errorf("%d samples have an error of %g", e.Samples, back.Error)
	}
	small := estimate(t, graphtest.Star(20), centrality.Hops, centrality.EstimateOptions{Error: 0.1, Confidence: 0.9}, 1)
	if small.Samples >= e.Samples {
		t.Errorf("a star needs %d samples, a path %d", small.Samples, e.Samples)
	}
}

func TestEstimatesHaveTheSameBytesForAnyWorkers(t *testing.T) {
	g := graphtest.Reweigh(graphtest.Preferential(300, 3, rand.New(rand.NewPCG(5, 5))), rand.New(rand.NewPCG(4, 4)).Float64)
	for _, tt := range bothLengths {
		t.Run(tt.name, func(t *testing.T) {
			o := centrality.EstimateOptions{Samples: 3000, Confidence: 0.9, Seed: 7}
			want := estimate(t, g, tt.l, o, 1)
			for _, workers := range []int{2, 7, 0} {
				if diff := cmp.Diff(want, estimate(t, g, tt.l, o, workers)); diff != "" {
					t.Errorf("%d workers: %s", workers, diff)
				}
			}
			o.Seed = 8
			if cmp.Equal(want, estimate(t, g, tt.l, o, 1)) {
				t.Error("another seed draws the same paths")
			}
		})
	}
}

func TestEstimateRefuses(t *testing.T) {
	nan := math.NaN()
	for i, tt := range []struct {
		o    centrality.EstimateOptions
		want string
	}{
		{centrality.EstimateOptions{Samples: 1, Confidence: 1}, "confidence 1 is outside"},
		{centrality.EstimateOptions{Samples: 1, Confidence: nan}, "confidence NaN is outside"},
		{centrality.EstimateOptions{Samples: -1, Confidence: 0.5}, "-1 samples"},
		{centrality.EstimateOptions{Error: nan, Confidence: 0.5}, "an error of NaN"},
		{centrality.EstimateOptions{Error: 1, Confidence: 0.5}, "an error of 1"},
		{centrality.EstimateOptions{Confidence: 0.5}, "one of the two decides"},
		{centrality.EstimateOptions{Samples: 1, Error: 0.5, Confidence: 0.5}, "one of the two decides"},
	} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			e, err := centrality.EstimateBetweenness(t.Context(), graphtest.Karate(), centrality.Hops, tt.o, 1)
			if e != nil || err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, %v; want an error with %q", e, err, tt.want)
			}
		})
	}
}
