package centrality_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// BenchmarkCancel measures how long measures go on after they were told to stop, in the middle of their work.
func BenchmarkCancel(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	g := graphtest.Reweigh(graphtest.Preferential(20_000, 10, rng), rng.Float64)
	estimate := centrality.EstimateOptions{Error: 0.001, Confidence: 0.9}
	measures := []struct {
		name string
		run  func(context.Context, *graph.CSR) error
	}{
		{"betweenness/hops", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.Betweenness(ctx, g, centrality.Hops, 0)
			return err
		}},
		{"betweenness/similarity", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.Betweenness(ctx, g, centrality.Similarity, 0)
			return err
		}},
		{"estimate/hops", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.EstimateBetweenness(ctx, g, centrality.Hops, estimate, 0)
			return err
		}},
		{"distances/hops", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.Distances(ctx, g, centrality.Hops, 0)
			return err
		}},
		{"distances/similarity", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.Distances(ctx, g, centrality.Similarity, 0)
			return err
		}},
		{"eigenvector", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.Eigenvector(ctx, g, centrality.SpectralOptions{MaxRounds: 1 << 30})
			return err
		}},
	}
	for _, m := range measures {
		b.Run(m.name+"/n=20000", func(b *testing.B) {
			var longest time.Duration
			for b.Loop() {
				ctx, cancel := context.WithCancel(b.Context())
				told := make(chan time.Time, 1)
				time.AfterFunc(5*time.Millisecond, func() { told <- time.Now(); cancel() })
				if err := m.run(ctx, g); err != nil && !errors.Is(err, context.Canceled) {
					b.Fatal(err)
				}
				longest = max(longest, time.Since(<-told))
			}
			b.ReportMetric(float64(longest.Microseconds())/1000, "ms-to-stop")
		})
	}
}
