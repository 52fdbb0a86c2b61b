package atlas_test

import (
	"math"
	"slices"
	"testing"

	"papergraph/graph/atlas"
)

func TestMeasures(t *testing.T) {
	want := []string{"pagerank", "betweenness", "closeness", "harmonic", "degree", "strength", "kcore", "influence"}
	onMany(t, func(t tester, a *atlas.Atlas) {
		var names []string
		for i := range a.Measures {
			m := &a.Measures[i]
			names = append(names, m.Name)
			if a.Measure(m.Name) != m || m.Label == "" {
				t.Errorf("%s: label %q, found by its name %t", m.Name, m.Label, a.Measure(m.Name) == m)
			}
			if len(m.Scores) != len(a.Corpus.Documents) || len(m.Ranks) != len(m.Scores) {
				t.Fatalf("%s: %d scores and %d ranks for %d papers", m.Name, len(m.Scores), len(m.Ranks), len(a.Corpus.Documents))
			}
			for u, s := range m.Scores {
				if !(s >= 0) || math.IsInf(s, 1) {
					t.Errorf("%s of paper %d is %g", m.Name, u, s)
				}
			}
		}
		if !slices.Equal(names, want) {
			t.Errorf("measures %v, want %v", names, want)
		}
		if a.Measure("beauty") != nil {
			t.Errorf("there is a measure nobody made")
		}
	})
}

func TestRanksCountThoseAbove(t *testing.T) {
	onMany(t, func(t tester, a *atlas.Atlas) {
		for _, m := range a.Measures {
			for u, s := range m.Scores {
				rank := int32(1)
				for _, other := range m.Scores {
					if other > s {
						rank++
					}
				}
				if m.Ranks[u] != rank {
					t.Errorf("%s: paper %d has rank %d, %d are above", m.Name, u, m.Ranks[u], rank-1)
				}
			}
		}
	})
}

func TestScoresAreShares(t *testing.T) {
	onMany(t, func(t tester, a *atlas.Atlas) {
		sum := 0.0
		for _, s := range a.Measure("pagerank").Scores {
			sum += s
		}
		if n := len(a.Corpus.Documents); n > 0 && math.Abs(sum-1) > 1e-9 {
			t.Errorf("PageRank adds up to %.12f", sum)
		}
		for _, name := range []string{"betweenness", "degree"} {
			top := 1.0
			if name == "degree" {
				top = float64(len(a.Corpus.Documents) - 1)
			}
			for u, s := range a.Measure(name).Scores {
				if s < 0 || s > max(0, top) {
					t.Errorf("%s of paper %d is %g, at most %g can be", name, u, s, top)
				}
			}
		}
	})
}
