package graphtest_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph/graphtest"
)

func TestPapersAreRowsOfLengthOne(t *testing.T) {
	for _, n := range []int{0, 1, 2, 50, 3000} {
		p := graphtest.MakePapers(n, 1)
		if len(p.Starts) != n+1 || len(p.Subject) != n || len(p.Weights) != len(p.Terms) || p.Starts[n] != len(p.Terms) {
			t.Fatalf("%d papers: %d starts, %d subjects, %d terms, %d weights", n, len(p.Starts), len(p.Subject), len(p.Terms), len(p.Weights))
		}
		for u := range n {
			from, to := p.Starts[u], p.Starts[u+1]
			square := 0.0
			for i := from; i < to; i++ {
				if i > from && p.Terms[i] <= p.Terms[i-1] || !(p.Weights[i] > 0) {
					t.Fatalf("paper %d: term %d of weight %g after %d", u, p.Terms[i], p.Weights[i], p.Terms[max(from, i-1)])
				}
				square += p.Weights[i] * p.Weights[i]
			}
			if math.Abs(square-1) > 1e-12 {
				t.Errorf("paper %d has length %g", u, math.Sqrt(square))
			}
		}
	}
}

// TestPapersAreAsAbstractsAre looks at how many terms papers have, and in how many papers terms of each rank stand.
func TestPapersAreAsAbstractsAre(t *testing.T) {
	const n = 20_000
	p := graphtest.MakePapers(n, 1)
	if mean := float64(len(p.Terms)) / n; mean < 40 || mean > 60 {
		t.Errorf("%.1f terms a paper", mean)
	}
	in := make([]int, slices.Max(p.Terms)+1)
	for _, term := range p.Terms {
		in[term]++
	}
	slices.SortFunc(in, func(a, b int) int { return b - a })
	for _, tt := range []struct {
		rank        int
		least, most float64
	}{{0, 0.1, 0.35}, {30, 0.05, 0.2}, {100, 0.02, 0.1}, {300, 0.008, 0.05}, {1000, 0.003, 0.02}, {10_000, 0.0004, 0.003}} {
		if share := float64(in[tt.rank]) / n; share < tt.least || share > tt.most {
			t.Errorf("the term of rank %d stands in %.4f of all papers, want %g to %g", tt.rank, share, tt.least, tt.most)
		}
	}
}

func TestPapersAreOfTheirSeed(t *testing.T) {
	p := graphtest.MakePapers(500, 7)
	if diff := cmp.Diff(p, graphtest.MakePapers(500, 7)); diff != "" {
		t.Errorf("the same seed gave other papers: %s", diff)
	}
	if cmp.Equal(p.Terms, graphtest.MakePapers(500, 8).Terms) {
		t.Error("another seed gave the same papers")
	}
}
