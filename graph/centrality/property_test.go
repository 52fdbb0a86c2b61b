package centrality_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// scores is every measure of nodes of the package, by name.
func scores(tb testing.TB, g *graph.CSR, workers int) map[string][]float64 {
	tb.Helper()
	ctx := context.Background()
	settings := centrality.DefaultPageRank
	settings.Workers = workers
	rank, err := centrality.PageRank(ctx, g, settings)
	if err != nil {
		tb.Fatal(err)
	}
	eigenvector, err := centrality.Eigenvector(ctx, g, centrality.DefaultSpectral)
	if err != nil {
		tb.Fatal(err)
	}
	clustering, err := centrality.Clustering(ctx, g)
	if err != nil {
		tb.Fatal(err)
	}
	cut, err := centrality.Cuts(ctx, g)
	if err != nil {
		tb.Fatal(err)
	}
	all := map[string][]float64{
		"clustering": clustering.Local, "pieces": cut.Pieces,
		"pagerank": rank, "degree": centrality.Degree(g), "strength": centrality.Strength(g), "kcore": centrality.KCore(g),
	}
	all["eigenvector whole"] = eigenvector // renumbering may move it by what the gap of the spectrum leaves open
	for _, tt := range bothLengths {
		between, err := centrality.Betweenness(ctx, g, tt.l, workers)
		if err != nil {
			tb.Fatal(err)
		}
		d, err := centrality.Distances(ctx, g, tt.l, workers)
		if err != nil {
			tb.Fatal(err)
		}
		all[tt.name+" betweenness"], all[tt.name+" closeness"] = between, d.Closeness
		all[tt.name+" harmonic"], all[tt.name+" eccentricity"] = d.Harmonic, d.Eccentricity
		all[tt.name+" of the whole"] = []float64{d.Diameter, d.MeanPath}
	}
	return all
}

func TestSameBytesForAnyWorkers(t *testing.T) {
	large := graphtest.Reweigh(graphtest.Preferential(600, 4, rand.New(rand.NewPCG(3, 3))), rand.New(rand.NewPCG(4, 4)).Float64)
	graphs := map[string]*graph.CSR{"600 nodes": large, "parts": graphtest.Seeded(5), "none": graphtest.Path(0)}
	for name, g := range graphs {
		t.Run(name, func(t *testing.T) {
			want := scores(t, g, 1)
			for _, workers := range []int{2, 7, 0} {
				if diff := cmp.Diff(want, scores(t, g, workers)); diff != "" {
					t.Errorf("%d workers: %s", workers, diff)
				}
			}
		})
	}
}

// Only graphs of many arcs are split among workers.
func TestPageRankOfALargeGraphForAnyWorkers(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	g := graphtest.Reweigh(graphtest.Preferential(8000, 10, rng), rng.Float64)
	var want []float64
	for _, workers := range []int{1, 2, 7, 0} {
		o := centrality.DefaultPageRank
		o.Workers = workers
		got, err := centrality.PageRank(t.Context(), g, o)
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
}

func TestRanksAddUpToOne(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			sum := 0.0
			for _, r := range scores(t, g, 1)["pagerank"] {
				sum += r
			}
			if g.Order() > 0 && math.Abs(sum-1) > 1e-12 {
				t.Errorf("they add up to %.17g", sum)
			}
		})
	}
}

// A pair at h hops has h-1 nodes between, so betweenness adds up to what distances do.
func TestBetweennessAddsUpToDistances(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			all := scores(t, g, 1)
			sum, pairs := 0.0, 0.0
			for _, b := range all["hops betweenness"] {
				sum += b
			}
			labels, count := centrality.Components(g)
			size := make([]float64, count)
			for _, c := range labels {
				size[c]++
			}
			for _, s := range size {
				pairs += s * (s - 1) / 2
			}
			near(t, "betweenness", []float64{sum}, []float64{pairs * (all["hops of the whole"][1] - 1) * math.Min(pairs, 1)})
		})
	}
}

func TestRenumberingNodesRenumbersScores(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64Range(0, graphtest.Seeds-1).Draw(rt, "graph")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "numbers"), 0))
		g := graphtest.Seeded(seed)
		to := rng.Perm(g.Order())
		before, after := scores(t, g, 1), scores(t, graphtest.Renumber(g, to), 1)
		for name, want := range before {
			got := after[name]
			if len(want) != g.Order() || strings.HasSuffix(name, "whole") {
				continue
			}
			back := make([]float64, len(got))
			for u, v := range to {
				back[u] = got[v]
			}
			for u := range want {
				if math.Abs(back[u]-want[u]) > 1e-9*math.Max(1, math.Abs(want[u])) {
					rt.Errorf("%s: node %d had %g and as %d has %g", name, u, want[u], to[u], back[u])
				}
			}
		}
	})
}

func TestNamedGraphs(t *testing.T) {
	star, path, grid := scores(t, graphtest.Star(6), 1), scores(t, graphtest.Path(5), 1), scores(t, graphtest.Grid(3, 3), 1)
	tests := []struct {
		name      string
		got, want []float64
	}{
		{"the middle of a star is between all pairs", star["hops betweenness"], []float64{10, 0, 0, 0, 0, 0}},
		{"as a share", centrality.NormalizeBetweenness(star["hops betweenness"]), []float64{1, 0, 0, 0, 0, 0}},
		{"a star by closeness", star["hops closeness"], []float64{1, 5. / 9, 5. / 9, 5. / 9, 5. / 9, 5. / 9}},
		{"a star by harmonic", star["similarity harmonic"], []float64{1, .6, .6, .6, .6, .6}},
		{"a path by betweenness", path["similarity betweenness"], []float64{0, 3, 4, 3, 0}},
		{"a path by eccentricity", path["hops eccentricity"], []float64{4, 3, 2, 3, 4}},
		{"a path by core", path["kcore"], []float64{1, 1, 1, 1, 1}},
		{"an edge and the middle of a grid", grid["hops betweenness"][3:5], []float64{5, 32. / 3}},
		{"shares of two nodes", centrality.NormalizeBetweenness([]float64{0, 0}), []float64{0, 0}},
		{"a complete graph is dense and closed", whole(graphtest.Complete(6)), []float64{1, 1}},
		{"a single node is neither", whole(graphtest.Path(1)), []float64{0, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { near(t, "scores", tt.got, tt.want) })
	}
}

func whole(g *graph.CSR) []float64 {
	return []float64{centrality.Density(g), centrality.Transitivity(g)}
}

func TestTinyWeightsAreNoWay(t *testing.T) {
	g, err := graph.New(3, []graph.Edge{{U: 0, V: 1, Weight: 5e-324}, {U: 1, V: 2, Weight: 1}})
	if err != nil {
		t.Fatal(err)
	}
	d, err := centrality.Distances(context.Background(), g, centrality.Similarity, 1)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "closeness", d.Closeness, []float64{0, 0.5, 0.5})
	between, err := centrality.Betweenness(context.Background(), g, centrality.Similarity, 1)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "betweenness", between, []float64{0, 0, 0})
}

// A length may vanish beside a long one; every pair still counts once, whatever node was settled first.
func TestVanishingLengths(t *testing.T) {
	g := graphtest.Reweigh(graphtest.Path(4), func() func() float64 {
		weights := []float64{1e-300, 1e300, 1e300}
		return func() float64 { w := weights[0]; weights = weights[1:]; return w }
	}())
	between, err := centrality.Betweenness(context.Background(), g, centrality.Similarity, 1)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "betweenness", between, []float64{0, 2, 2, 0})
}

func TestPageRankRefuses(t *testing.T) {
	tests := []struct {
		name string
		o    centrality.PageRankOptions
		want string
	}{
		{"damping 1", centrality.PageRankOptions{Damping: 1, Tolerance: 1, MaxRounds: 1}, "damping 1 is outside [0, 1)"},
		{"damping below 0", centrality.PageRankOptions{Damping: -1, Tolerance: 1, MaxRounds: 1}, "damping -1"},
		{"no number as damping", centrality.PageRankOptions{Damping: math.NaN(), MaxRounds: 1}, "damping NaN"},
		{"a tolerance below 0", centrality.PageRankOptions{Tolerance: -1, MaxRounds: 1}, "tolerance -1"},
		{"no number as tolerance", centrality.PageRankOptions{Tolerance: math.NaN(), MaxRounds: 1}, "tolerance NaN"},
		{"no rounds", centrality.PageRankOptions{Tolerance: 1}, "0 rounds"},
		{"too few rounds", centrality.PageRankOptions{Damping: 0.85, Tolerance: 1e-10, MaxRounds: 2}, "still moves after 2 rounds"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rank, err := centrality.PageRank(context.Background(), graphtest.Karate(), tt.o)
			if rank != nil || err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, %v; want an error with %q", rank, err, tt.want)
			}
		})
	}
}

// doneAfter is a context that is done once its error was asked for so many times.
type doneAfter struct {
	context.Context
	asked *chan struct{} // holds a token for each time that it is not
}

func newDoneAfter(times int) doneAfter {
	tokens := make(chan struct{}, times)
	for range times {
		tokens <- struct{}{}
	}
	return doneAfter{context.Background(), &tokens}
}

func (d doneAfter) Err() error {
	select {
	case <-*d.asked:
		return nil
	default:
		return context.Canceled
	}
}

func TestContextsAreObeyed(t *testing.T) {
	g := graphtest.Reweigh(graphtest.Grid(20, 20), rand.New(rand.NewPCG(1, 1)).Float64)
	measures := map[string]func(context.Context) error{
		"PageRank": func(ctx context.Context) error {
			_, err := centrality.PageRank(ctx, g, centrality.DefaultPageRank)
			return err
		},
		"eigenvector": func(ctx context.Context) error {
			_, err := centrality.Eigenvector(ctx, g, centrality.DefaultSpectral)
			return err
		},
		"HITS": func(ctx context.Context) error {
			_, err := centrality.HITS(ctx, g, centrality.DefaultSpectral)
			return err
		},
	}
	if _, err := centrality.Clustering(newDoneAfter(0), g); !errors.Is(err, context.Canceled) {
		t.Errorf("clustering: got %v", err)
	}
	if _, err := centrality.Cuts(newDoneAfter(0), graphtest.Path(5000)); !errors.Is(err, context.Canceled) {
		t.Errorf("cuts: got %v", err)
	}
	for _, tt := range bothLengths {
		measures["betweenness by "+tt.name] = func(ctx context.Context) error {
			_, err := centrality.Betweenness(ctx, g, tt.l, 3)
			return err
		}
		measures["distances by "+tt.name] = func(ctx context.Context) error {
			_, err := centrality.Distances(ctx, g, tt.l, 3)
			return err
		}
		measures["estimate by "+tt.name] = func(ctx context.Context) error {
			o := centrality.EstimateOptions{Samples: 1000, Confidence: 0.9}
			_, err := centrality.EstimateBetweenness(ctx, g, tt.l, o, 3)
			return err
		}
	}
	for name, measure := range measures {
		for _, times := range []int{0, 1, 9, 30} {
			t.Run(fmt.Sprintf("%s, done after %d", name, times), func(t *testing.T) {
				if err := measure(newDoneAfter(times)); !errors.Is(err, context.Canceled) {
					t.Errorf("got %v", err)
				}
			})
		}
	}
}
