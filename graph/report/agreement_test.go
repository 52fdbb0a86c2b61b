package report

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"

	"papergraph/graph/atlas"
)

func TestMeanRanks(t *testing.T) {
	for _, c := range []struct {
		name         string
		scores, want []float64
	}{
		{"no ties", []float64{0.5, 0.1, 0.9}, []float64{2, 1, 3}},
		{"a tie has the mean", []float64{1, 2, 2, 3}, []float64{1, 2.5, 2.5, 4}},
		{"all alike", []float64{7, 7, 7}, []float64{2, 2, 2}},
		{"none", nil, []float64{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := meanRanks(c.scores)
			for i := range c.want {
				if got[i] != c.want[i] {
					t.Fatalf("got %v, want %v", got, c.want)
				}
			}
		})
	}
}

// The value is that of the example in the manual of scipy.stats.kendalltau.
func TestKendallWithTies(t *testing.T) {
	got := kendall([]float64{12, 2, 1, 12, 2}, []float64{1, 4, 7, 1, 0})
	if want := -0.47140452079103173; math.Abs(got-want) > 1e-12 {
		t.Errorf("got %g, want %g", got, want)
	}
}

func TestKendallIsGonumsWithoutTies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfNDistinct(rapid.Float64Range(-1, 1), 2, 60, rapid.ID).Draw(t, "x")
		y := rapid.SliceOfNDistinct(rapid.Float64Range(-1, 1), len(x), len(x), rapid.ID).Draw(t, "y")
		if got, want := kendall(x, y), stat.Kendall(x, y, nil); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v and %v: got %g, gonum has %g", x, y, got, want)
		}
	})
}

// slowKendall is tau-b by its definition.
func slowKendall(x, y []float64) float64 {
	var sum, inX, inY float64
	sign := func(a, b float64) float64 {
		switch {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	}
	for i := range x {
		for j := range i {
			a, b := sign(x[i], x[j]), sign(y[i], y[j])
			sum += a * b
			inX += a * a
			inY += b * b
		}
	}
	return sum / math.Sqrt(inX*inY)
}

func TestKendallIsItsSlowTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 60).Draw(t, "n")
		few := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 5), func(i int) float64 { return float64(i) }), n, n)
		x, y := few.Draw(t, "x"), few.Draw(t, "y")
		got, want := kendall(x, y), slowKendall(x, y)
		if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > 1e-12 {
			t.Errorf("%v and %v: got %g, want %g", x, y, got, want)
		}
	})
}

func TestAgreementsLeaveOutWhatIsTheSameEverywhere(t *testing.T) {
	got := agreements([]atlas.Measure{
		{Name: "a", Scores: []float64{1, 2, 3}}, {Name: "b", Scores: []float64{3, 2, 1}}, {Name: "c", Scores: []float64{1, 1, 1}},
	})
	if len(got) != 1 || got["a~b"] != (Agreement{Spearman: -1, Kendall: -1}) {
		t.Errorf("got %v", got)
	}
}
