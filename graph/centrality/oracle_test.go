package centrality_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"testing"

	dominik "github.com/dominikbraun/graph"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"papergraph/graph"
	"papergraph/graph/adapt"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// seeded runs over all seeded graphs, each with a name.
func seeded() iter.Seq2[string, *graph.CSR] {
	return func(yield func(string, *graph.CSR) bool) {
		for seed := range uint64(graphtest.Seeds) {
			if !yield(fmt.Sprintf("seed=%d", seed), graphtest.Seeded(seed)) {
				return
			}
		}
	}
}

// lengths is g as gonum sees it when edges are long as they are in l.
func lengths(g *graph.CSR, l centrality.Lengths) *adapt.View {
	return adapt.Gonum(g).WithLengths(func(w float64) float64 {
		if l == centrality.Hops {
			return 1
		}
		return 1 / w
	})
}

var bothLengths = []struct {
	name string
	l    centrality.Lengths
}{{"similarity", centrality.Similarity}, {"hops", centrality.Hops}}

func TestBetweennessAgainstGonum(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			for _, tt := range bothLengths {
				view := lengths(g, tt.l)
				want := byNode(g, network.BetweennessWeighted(view, path.DijkstraAllPaths(view)))
				if tt.l == centrality.Hops {
					want = byNode(g, network.Betweenness(view))
				}
				for u := range want {
					want[u] /= 2 // gonum counts a pair once for each direction
				}
				got, err := centrality.Betweenness(context.Background(), g, tt.l, 2)
				if err != nil {
					t.Fatal(err)
				}
				near(t, tt.name, got, want)
			}
		})
	}
}

func TestDistancesAgainstGonum(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			for _, tt := range bothLengths {
				view := lengths(g, tt.l)
				all := path.DijkstraAllPaths(view)
				got, err := centrality.Distances(context.Background(), g, tt.l, 2)
				if err != nil {
					t.Fatal(err)
				}
				others := math.Max(float64(g.Order()-1), 1)
				closeness, harmonic := byNode(g, network.Closeness(view, all)), byNode(g, network.Harmonic(view, all))
				var sum, pairs float64
				for u := range closeness {
					r := reached(g, all, u)
					sum, pairs = sum+byNode(g, network.Farness(view, all))[u], pairs+r
					if r == 0 {
						closeness[u] = 0 // gonum: 1/0
					}
					closeness[u] *= r * r / others // gonum: 1/Σd
					harmonic[u] /= others
				}
				near(t, tt.name+" closeness", got.Closeness, closeness)
				near(t, tt.name+" harmonic", got.Harmonic, harmonic)
				near(t, tt.name+" eccentricity", got.Eccentricity, byNode(g, network.Eccentricity(view, all)))
				near(t, tt.name+" mean path", []float64{got.MeanPath}, []float64{sum / math.Max(pairs, 1)})
			}
		})
	}
}

func reached(g *graph.CSR, all path.AllShortest, u int) float64 {
	count := -1.0
	for v := range g.Order() {
		if !math.IsInf(all.Weight(int64(u), int64(v)), 1) {
			count++
		}
	}
	return count
}

func TestPageRankAgainstGonum(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			if g.Order() == 0 {
				return // gonum panics
			}
			directed := simple.NewWeightedDirectedGraph(0, 0)
			for u := range g.Order() {
				directed.AddNode(simple.Node(u))
			}
			for _, e := range g.Edges() {
				directed.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e.U), T: simple.Node(e.V), W: e.Weight})
				directed.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e.V), T: simple.Node(e.U), W: e.Weight})
			}
			got, err := centrality.PageRank(context.Background(), g, centrality.DefaultPageRank)
			if err != nil {
				t.Fatal(err)
			}
			for u, want := range byNode(g, network.PageRankSparse(directed, 0.85, 1e-12)) {
				if math.Abs(got[u]-want) > 1e-8 {
					t.Errorf("node %d: got %g, want %g", u, got[u], want)
				}
			}
		})
	}
}

func TestKCoreAgainstGonum(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			_, cores := topo.DegeneracyOrdering(adapt.Gonum(g))
			want := make([]float64, g.Order())
			for k, nodes := range cores {
				for _, u := range nodes {
					want[u.ID()] = float64(k)
				}
			}
			near(t, "core numbers", centrality.KCore(g), want)
		})
	}
}

func TestComponentsAgainstGonum(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			labels, count := centrality.Components(g)
			want := topo.ConnectedComponents(adapt.Gonum(g))
			if count != len(want) {
				t.Errorf("%d components, want %d", count, len(want))
			}
			for _, component := range want {
				for _, u := range component {
					if labels[u.ID()] != labels[component[0].ID()] {
						t.Errorf("nodes %d and %d are apart", u.ID(), component[0].ID())
					}
				}
			}
			next := int32(0)
			for u, c := range labels {
				if c > next {
					t.Errorf("node %d is in component %d, and no smaller node in %d", u, c, next)
				}
				next = max(next, c+1)
			}
		})
	}
}

// Hops are steps of the shortest path that dominikbraun/graph finds.
func TestHopsAgainstDominik(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			d, err := centrality.Distances(context.Background(), g, centrality.Hops, 1)
			if err != nil {
				t.Fatal(err)
			}
			view := adapt.Dominik(g, func(float64) int { return 1 })
			for u := 0; u < g.Order(); u += 16 {
				var inverse, most float64
				for v := range g.Order() {
					steps, err := dominik.ShortestPath(view, u, v)
					if v == u || errors.Is(err, dominik.ErrTargetNotReachable) {
						continue
					}
					hops := float64(len(steps) - 1)
					inverse, most = inverse+1/hops, math.Max(most, hops)
				}
				inverse /= math.Max(float64(g.Order()-1), 1)
				near(t, "harmonic and eccentricity", []float64{d.Harmonic[u], d.Eccentricity[u]}, []float64{inverse, most})
			}
		})
	}
}

// Triangles counted by looking at every three nodes.
func TestTransitivityAgainstThrees(t *testing.T) {
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			var closed, paths float64
			joined := func(u, v int) bool { _, ok := g.Weight(u, v); return ok }
			for u := range g.Order() {
				for v := range g.Order() {
					for w := range v {
						if u != v && u != w && joined(u, v) && joined(u, w) {
							paths++
							if joined(v, w) {
								closed++
							}
						}
					}
				}
			}
			near(t, "transitivity", []float64{centrality.Transitivity(g)}, []float64{closed / math.Max(paths, 1)})
		})
	}
}

func byNode(g *graph.CSR, scores map[int64]float64) []float64 {
	s := make([]float64, g.Order())
	for u := range s {
		s[u] = scores[int64(u)]
	}
	return s
}

// near fails t where numbers are farther apart than additions in another order explain.
func near(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d numbers, want %d", what, len(got), len(want))
	}
	for u := range want {
		if !(math.Abs(got[u]-want[u]) <= 1e-10*math.Max(1, math.Abs(want[u]))) {
			t.Errorf("%s: at %d got %.17g, want %.17g", what, u, got[u], want[u])
		}
	}
}
