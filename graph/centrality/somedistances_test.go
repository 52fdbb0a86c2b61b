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

func someDistances(t *testing.T, g *graph.CSR, l centrality.Lengths, o centrality.SourceOptions, workers int) *centrality.DistanceEstimate {
	t.Helper()
	e, err := centrality.EstimateDistances(t.Context(), g, l, o, workers)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// large returns a graph of one large component, a few small ones and nodes alone.
func large(t *testing.T) *graph.CSR {
	t.Helper()
	rng := rand.New(rand.NewPCG(3, 3))
	var edges []graph.Edge
	for _, e := range graphtest.Preferential(900, 3, rng).Edges() {
		edges = append(edges, e)
	}
	for u := int32(900); u < 930; u++ {
		edges = append(edges, graph.Edge{U: u, V: u + 1 + u%2, Weight: 1})
	}
	for i := range edges {
		edges[i].Weight = 0.1 + 0.9*rng.Float64()
	}
	g, err := graph.New(950, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// With as many sources as nodes nothing is left to chance.
func TestDistancesFromAllSourcesAreExact(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			for _, tt := range bothLengths {
				e := someDistances(t, g, tt.l, centrality.SourceOptions{Sources: max(2, g.Order()), Confidence: 0.9}, 2)
				sameScores(t, g, tt.l, e.Closeness, e.Harmonic, 1e-12)
				if e.ClosenessError != 0 || e.HarmonicError != 0 {
					t.Errorf("%s: errors %g and %g", tt.name, e.ClosenessError, e.HarmonicError)
				}
			}
		})
	}
}

// sameScores compares with the exact scores, from which none may be farther than off.
func sameScores(t *testing.T, g *graph.CSR, l centrality.Lengths, closeness, harmonic []float64, off float64) {
	t.Helper()
	exact, err := centrality.Distances(t.Context(), g, l, 1)
	if err != nil {
		t.Fatal(err)
	}
	for u := range closeness {
		if d := math.Abs(closeness[u] - exact.Closeness[u]); !(d <= off) {
			t.Errorf("closeness of node %d is off by %g", u, d)
		}
		if d := math.Abs(harmonic[u] - exact.Harmonic[u]); !(d <= off) {
			t.Errorf("harmonic centrality of node %d is off by %g", u, d)
		}
	}
}

// TestDistanceErrorsHold draws with many seeds: no score may be farther off than is said, which chance would let happen in
// one of twenty runs at most, and in fact far less often, since the bounds are wide.
func TestDistanceErrorsHold(t *testing.T) {
	g := large(t)
	for _, tt := range bothLengths {
		exact, err := centrality.Distances(t.Context(), g, tt.l, 2)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(10) {
			e := someDistances(t, g, tt.l, centrality.SourceOptions{Sources: 300, Confidence: 0.95, Seed: seed}, 2)
			if far := farthest(e.Closeness, exact.Closeness); far > e.ClosenessError {
				t.Errorf("%s, seed %d: closeness is off by %g, said %g", tt.name, seed, far, e.ClosenessError)
			}
			if far := farthest(e.Harmonic, exact.Harmonic); far > e.HarmonicError {
				t.Errorf("%s, seed %d: harmonic centrality is off by %g, said %g", tt.name, seed, far, e.HarmonicError)
			}
			for u := 900; u < 950; u++ { // of small components all is known
				if math.Abs(e.Closeness[u]-exact.Closeness[u]) > 1e-15 || math.Abs(e.Harmonic[u]-exact.Harmonic[u]) > 1e-15 {
					t.Errorf("%s: node %d in a small component has %g and %g", tt.name, u, e.Closeness[u], e.Harmonic[u])
				}
			}
		}
	}
}

func farthest(a, b []float64) float64 {
	far := 0.0
	for u := range a {
		far = max(far, math.Abs(a[u]-b[u]))
	}
	return far
}

// The mean over many seeds comes as near to the truth as the spread of one run, over the root of their number, allows.
func TestDistanceEstimatesScatterAroundTheTruth(t *testing.T) {
	g := large(t)
	exact, err := centrality.Distances(t.Context(), g, centrality.Similarity, 2)
	if err != nil {
		t.Fatal(err)
	}
	const runs = 200
	sum, squares := make([]float64, g.Order()), make([]float64, g.Order())
	for seed := range uint64(runs) {
		e := someDistances(t, g, centrality.Similarity, centrality.SourceOptions{Sources: 20, Confidence: 0.9, Seed: seed}, 2)
		for u, h := range e.Harmonic {
			sum[u] += h
			squares[u] += h * h
		}
	}
	for u := range 900 {
		mean := sum[u] / runs
		spread := math.Sqrt(max(0, squares[u]/runs-mean*mean) / runs)
		if off := math.Abs(mean - exact.Harmonic[u]); off > 5*spread+1e-12 {
			t.Errorf("node %d is off by %g, %g times its spread", u, off, off/spread)
		}
	}
}

func TestDistanceEstimatesHaveTheSameBytesForAnyWorkers(t *testing.T) {
	g := large(t)
	o := centrality.SourceOptions{Sources: 200, Confidence: 0.9, Seed: 7}
	want := someDistances(t, g, centrality.Similarity, o, 1)
	for _, workers := range []int{2, 7, 0} {
		if diff := cmp.Diff(want, someDistances(t, g, centrality.Similarity, o, workers)); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
	o.Seed = 8
	if cmp.Equal(want, someDistances(t, g, centrality.Similarity, o, 1)) {
		t.Error("another seed draws the same sources")
	}
}

// An edge of hardly any weight is infinitely long: beyond it nothing is reached.
func TestDistanceEstimatesOverEndlessEdges(t *testing.T) {
	g, err := graph.New(4, []graph.Edge{{U: 0, V: 1, Weight: 0.5}, {U: 1, V: 2, Weight: 1e-310}, {U: 2, V: 3, Weight: 0.25}})
	if err != nil {
		t.Fatal(err)
	}
	e := someDistances(t, g, centrality.Similarity, centrality.SourceOptions{Sources: 4, Confidence: 0.9}, 1)
	sameScores(t, g, centrality.Similarity, e.Closeness, e.Harmonic, 1e-15)
}

func TestDistanceEstimatesRefuse(t *testing.T) {
	for i, tt := range []struct {
		o    centrality.SourceOptions
		want string
	}{
		{centrality.SourceOptions{Sources: 10, Confidence: 1}, "confidence 1 is outside"},
		{centrality.SourceOptions{Sources: 10, Confidence: math.NaN()}, "confidence NaN is outside"},
		{centrality.SourceOptions{Sources: 1, Confidence: 0.9}, "1 sources, at least 2"},
	} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			e, err := centrality.EstimateDistances(t.Context(), graphtest.Karate(), centrality.Hops, tt.o, 1)
			if e != nil || err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, %v; want an error with %q", e, err, tt.want)
			}
		})
	}
}
