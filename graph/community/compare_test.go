package community_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"papergraph/graph/community"
)

// pairwise is the adjusted Rand index from looking at every pair of nodes.
func pairwise(a, b []int32) float64 {
	together := func(labels []int32, u, v int) bool { return labels[u] == labels[v] && labels[u] >= 0 }
	var both, inA, inB, all float64
	for u := range a {
		for v := range u {
			x, y := together(a, u, v), together(b, u, v)
			all++
			if x {
				inA++
			}
			if y {
				inB++
			}
			if x && y {
				both++
			}
		}
	}
	chance := inA * inB / math.Max(all, 1)
	if mean := (inA + inB) / 2; mean != chance {
		return (both - chance) / (mean - chance)
	}
	return 1
}

func TestComparisonsAgainstCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "nodes")
		draw := func(name string) []int32 {
			most := rapid.Int32Range(-1, 6).Draw(t, "communities of "+name)
			return rapid.SliceOfN(rapid.Int32Range(-1, most), n, n).Draw(t, name)
		}
		a, b := draw("a"), draw("b")
		if got, want := community.ARI(a, b), pairwise(a, b); math.Abs(got-want) > 1e-12 {
			t.Errorf("ARI %g, by pairs %g", got, want)
		}
		got := community.NMI(a, b)
		if want := sharedInformation(own(a), own(b)); !math.IsNaN(want) && math.Abs(got-want) > 1e-9 { // 0/0 there for one community each
			t.Errorf("NMI %g, by entropies %g", got, want)
		}
		if back := community.NMI(b, a); math.Abs(got-back) > 1e-12 || got < 0 || got > 1 {
			t.Errorf("NMI %g one way, %g the other", got, back)
		}
		if nmi, ari := community.NMI(a, a), community.ARI(a, a); math.Abs(nmi-1) > 1e-12 || ari != 1 {
			t.Errorf("with itself NMI %g, ARI %g", nmi, ari)
		}
	})
}

// own gives nodes with a negative label one of their own.
func own(labels []int32) []int32 {
	out := make([]int32, len(labels))
	for u, c := range labels {
		if out[u] = c; c < 0 {
			out[u] = int32(1000 + u)
		}
	}
	return out
}

// Figures from scikit-learn's documentation of adjusted_rand_score and normalized_mutual_info_score.
func TestComparisonsOfKnownValue(t *testing.T) {
	tests := []struct {
		name     string
		a, b     []int32
		nmi, ari float64
	}{
		{"the same under other labels", []int32{0, 0, 1, 1}, []int32{1, 1, 0, 0}, 1, 1},
		{"one splits a community", []int32{0, 0, 1, 2}, []int32{0, 0, 1, 1}, 0.8, 0.5714285714285715},
		{"one community against single nodes", []int32{0, 0, 0, 0}, []int32{0, 1, 2, 3}, 0, 0},
		{"none agree less than chance", []int32{0, 0, 1, 1}, []int32{0, 1, 0, 1}, 0, -0.5},
		{"no nodes", nil, nil, 1, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if nmi, ari := community.NMI(tt.a, tt.b), community.ARI(tt.a, tt.b); math.Abs(nmi-tt.nmi) > 1e-12 || math.Abs(ari-tt.ari) > 1e-12 {
				t.Errorf("NMI %g, ARI %g; want %g, %g", nmi, ari, tt.nmi, tt.ari)
			}
		})
	}
}
