package community_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"papergraph/graph"
	"papergraph/graph/community"
)

func BenchmarkLeiden(b *testing.B) {
	for _, n := range []int{274, 5000, 20000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			g := nearest(n)
			var labels []int32
			b.ReportAllocs()
			for b.Loop() {
				var err error
				if labels, err = community.Leiden(b.Context(), g, community.DefaultLeiden); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(community.Modularity(g, labels, 1), "modularity")
			b.ReportMetric(float64(g.Size()*community.DefaultLeiden.Starts*b.N)/b.Elapsed().Seconds(), "edges/s")
		})
	}
}

func BenchmarkLouvain(b *testing.B) {
	for _, n := range []int{274, 5000, 20000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			g, o := nearest(n), community.DefaultLouvain
			o.Starts = 1
			for b.Loop() {
				if _, err := community.Louvain(b.Context(), g, o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(g.Size()*b.N)/b.Elapsed().Seconds(), "edges/s")
		})
	}
}

func BenchmarkStability(b *testing.B) {
	g := nearest(5000)
	labels, err := community.Leiden(b.Context(), g, community.DefaultLeiden)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("n=5000/runs=10", func(b *testing.B) {
		for b.Loop() {
			if _, err := community.Stability(b.Context(), g, labels, community.DefaultLeiden, 10); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkCancel measures how long Leiden goes on after it was told to stop, in the middle of its work.
func BenchmarkCancel(b *testing.B) {
	g, o := nearest(20000), community.DefaultLeiden
	o.Starts = 1000
	b.Run("n=20000", func(b *testing.B) {
		var longest time.Duration
		for b.Loop() {
			ctx, cancel := context.WithCancel(b.Context())
			told := make(chan time.Time, 1)
			time.AfterFunc(5*time.Millisecond, func() { told <- time.Now(); cancel() })
			if _, err := community.Leiden(ctx, g, o); !errors.Is(err, context.Canceled) {
				b.Fatal(err)
			}
			longest = max(longest, time.Since(<-told))
		}
		b.ReportMetric(float64(longest.Microseconds())/1000, "ms-to-stop")
	})
}

// nearest returns a graph on n nodes with about ten edges a node, seven of ten inside one of √n communities.
func nearest(n int) *graph.CSR {
	rng := rand.New(rand.NewPCG(1, 1))
	clumps := 1
	for clumps*clumps < n {
		clumps++
	}
	seen := map[[2]int32]bool{}
	var edges []graph.Edge
	for u := range int32(n) {
		for range 10 {
			v := rng.Int32N(int32(n))
			if rng.Float64() < 0.7 {
				v = min(v/int32(clumps)*int32(clumps)+u%int32(clumps), int32(n-1))
			}
			pair := [2]int32{min(u, v), max(u, v)}
			if u != v && !seen[pair] {
				seen[pair] = true
				edges = append(edges, graph.Edge{U: pair[0], V: pair[1], Weight: 0.1 + 0.3*rng.Float64()})
			}
		}
	}
	return mustNew(n, edges)
}
