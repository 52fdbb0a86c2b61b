package centrality_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// benchmark runs measure on groups of papers as large as a small and a larger corpus, and on a graph with hubs and a
// grid, since what suits one shape may not suit another.
func benchmark(b *testing.B, measure func(g *graph.CSR) error) {
	b.Helper()
	rng := func() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }
	planted := func(groups, size int) *graph.CSR {
		g, _ := graphtest.Planted(groups, size, 12/float64(size), 8/float64(groups*size), rng())
		r := rng()
		return graphtest.Reweigh(g, func() float64 { return 0.05 + 0.5*r.Float64() })
	}
	graphs := []struct {
		name string
		make func() *graph.CSR
	}{
		{"groups/n=274", func() *graph.CSR { return planted(2, 137) }},
		{"groups/n=5000", func() *graph.CSR { return planted(25, 200) }},
		{"hubs/n=2000", func() *graph.CSR { return graphtest.Preferential(2000, 10, rng()) }},
		{"grid/n=2000", func() *graph.CSR { return graphtest.Grid(40, 50) }},
	}
	for _, tt := range graphs {
		b.Run(tt.name, func(b *testing.B) {
			g := tt.make()
			b.ReportAllocs()
			for b.Loop() {
				if err := measure(g); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(g.Size()), "edges")
		})
	}
}

func BenchmarkPageRank(b *testing.B) {
	benchmark(b, func(g *graph.CSR) error {
		_, err := centrality.PageRank(context.Background(), g, centrality.DefaultPageRank)
		return err
	})
}

func BenchmarkBetweenness(b *testing.B) {
	for _, tt := range bothLengths {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", tt.name, workers), func(b *testing.B) {
				benchmark(b, func(g *graph.CSR) error {
					_, err := centrality.Betweenness(context.Background(), g, tt.l, workers)
					return err
				})
			})
		}
	}
}

func BenchmarkDistances(b *testing.B) {
	for _, tt := range bothLengths {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", tt.name, workers), func(b *testing.B) {
				benchmark(b, func(g *graph.CSR) error {
					_, err := centrality.Distances(context.Background(), g, tt.l, workers)
					return err
				})
			})
		}
	}
}

func BenchmarkKCore(b *testing.B) {
	benchmark(b, func(g *graph.CSR) error { centrality.KCore(g); return nil })
}

func BenchmarkComponents(b *testing.B) {
	benchmark(b, func(g *graph.CSR) error { centrality.Components(g); return nil })
}

func BenchmarkClustering(b *testing.B) {
	benchmark(b, func(g *graph.CSR) error {
		_, err := centrality.Clustering(context.Background(), g)
		return err
	})
}

func BenchmarkEigenvector(b *testing.B) {
	benchmark(b, func(g *graph.CSR) error {
		_, err := centrality.Eigenvector(context.Background(), g, centrality.DefaultSpectral)
		return err
	})
}

func BenchmarkHITS(b *testing.B) {
	benchmark(b, func(g *graph.CSR) error {
		_, err := centrality.HITS(context.Background(), g, centrality.DefaultSpectral)
		return err
	})
}

func BenchmarkCuts(b *testing.B) {
	benchmark(b, func(g *graph.CSR) error {
		_, err := centrality.Cuts(context.Background(), g)
		return err
	})
}

func BenchmarkEstimateBetweenness(b *testing.B) {
	for _, tt := range bothLengths {
		b.Run(tt.name+"/error=0.05", func(b *testing.B) {
			benchmark(b, func(g *graph.CSR) error {
				o := centrality.EstimateOptions{Error: 0.05, Confidence: 0.9, Seed: 1}
				_, err := centrality.EstimateBetweenness(context.Background(), g, tt.l, o, 0)
				return err
			})
		})
	}
}
