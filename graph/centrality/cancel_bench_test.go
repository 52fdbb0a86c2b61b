package centrality_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// BenchmarkCancel measures how long measures go on after they were told to stop, in the middle of their work. The graph is as
// large as that of a whole field; what ends before it is told to stop counts as no time.
func BenchmarkCancel(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	const n = 60_000
	g := graphtest.Reweigh(graphtest.Preferential(n, 10, rng), rng.Float64)
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
		{"estimate/similarity", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.EstimateBetweenness(ctx, g, centrality.Similarity, estimate, 0)
			return err
		}},
		{"some-distances/similarity", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.EstimateDistances(ctx, g, centrality.Similarity, centrality.SourceOptions{Sources: 1000, Confidence: 0.9}, 0)
			return err
		}},
		{"passage/similarity", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.Passage(ctx, g, upTo(0, 1000), upTo(1000, 2000), centrality.Similarity, 0)
			return err
		}},
		{"pagerank", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.PageRank(ctx, g, centrality.PageRankOptions{Damping: 0.9999, MaxRounds: 1 << 30})
			return err
		}},
		{"hits", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.HITS(ctx, g, centrality.SpectralOptions{MaxRounds: 1 << 30})
			return err
		}},
		{"clustering", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.Clustering(ctx, g)
			return err
		}},
		{"cuts", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.Cuts(ctx, g)
			return err
		}},
		{"eigenvector", func(ctx context.Context, g *graph.CSR) error {
			_, err := centrality.Eigenvector(ctx, g, centrality.SpectralOptions{MaxRounds: 1 << 30})
			return err
		}},
	}
	for _, m := range measures {
		b.Run(fmt.Sprintf("%s/n=%d", m.name, n), func(b *testing.B) {
			var longest time.Duration
			for i := 0; b.Loop(); i++ {
				wait := time.Duration(1+37*i%200) * time.Millisecond // here and there in its work
				ctx, cancel := context.WithCancel(b.Context())
				told := make(chan time.Time, 1)
				time.AfterFunc(wait, func() { told <- time.Now(); cancel() })
				if err := m.run(ctx, g); err != nil && !errors.Is(err, context.Canceled) {
					b.Fatal(err)
				}
				longest = max(longest, time.Since(<-told))
			}
			b.ReportMetric(float64(longest.Microseconds())/1000, "ms-to-stop")
		})
	}
}

// upTo returns the numbers from from to to-1.
func upTo(from, to int32) []int32 {
	var numbers []int32
	for u := from; u < to; u++ {
		numbers = append(numbers, u)
	}
	return numbers
}
