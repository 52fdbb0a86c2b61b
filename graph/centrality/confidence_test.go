package centrality

import (
	"math"
	"testing"
)

// With nothing seen in k draws the chance q of a thing has (1-q)^k = exp(-level) at the bound.
func TestChernoffWhereNothingWasSeen(t *testing.T) {
	for _, k := range []float64{1, 100, 50_000} {
		want := 1 - math.Exp(-14/k)
		if got := chernoff(0, k, 14); math.Abs(got-want) > 1e-12 {
			t.Errorf("%g draws: %g, want %g", k, got, want)
		}
	}
}

// At one half, where Hoeffding's simpler bound is as good as any, the two are alike; elsewhere this one is below.
func TestChernoffIsBelowHoeffding(t *testing.T) {
	const k, level = 10_000, 14
	simple := math.Sqrt(level / (2.0 * k))
	for _, p := range []float64{0, 0.001, 0.1, 0.4, 0.5} {
		got := chernoff(p, k, level)
		if got > simple {
			t.Errorf("at %g: %g, Hoeffding has %g", p, got, simple)
		}
		if p == 0.5 && got < 0.99*simple {
			t.Errorf("at one half: %g, Hoeffding has %g", got, simple)
		}
	}
	if rare, half := chernoff(0.001, k, level), chernoff(0.5, k, level); rare > half/9 {
		t.Errorf("what is rare is known to %g, one half to %g", rare, half)
	}
}

func TestBernstein(t *testing.T) {
	const k, level = 1000, 10
	l := level + math.Ln2
	if got, want := bernstein(0, 2, k, level), 14*l/(3*999); math.Abs(got-want) > 1e-12 {
		t.Errorf("without scatter %g, want %g", got, want)
	}
	if got, want := bernstein(0.25, 1, k, level), math.Sqrt(0.5*l/k)+7*l/(3*999); math.Abs(got-want) > 1e-12 {
		t.Errorf("of coins %g, want %g", got, want)
	}
	if got := bernstein(0, 3, 1, level); got != 3 {
		t.Errorf("one draw tells %g of a span of 3", got)
	}
}
