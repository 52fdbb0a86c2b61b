package layout_test

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync/atomic"
	"testing"
	"time"

	"papergraph/graph"
	"papergraph/graph/layout"
)

func BenchmarkForce(b *testing.B) {
	for _, n := range []int{274, 5000, 20000, 60000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			g, groups := paperLike(n, 1)
			var points []layout.Point
			b.ReportAllocs()
			for b.Loop() {
				var err error
				if points, err = layout.Force(b.Context(), g, groups, nil, layout.Default); err != nil {
					b.Fatal(err)
				}
			}
			if n <= 5000 { // OwnNear looks at all pairs
				b.ReportMetric(layout.OwnNear(points, groups, 5, 8), "own-near")
			}
			b.ReportMetric(layout.HullFill(points, 1.4), "hull-fill")
			b.ReportMetric(edgeRatio(g, points), "edge/pair")
		})
	}
}

func BenchmarkRenew(b *testing.B) {
	for _, n := range []int{5000, 60000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			g, groups := paperLike(n, 1)
			old, err := layout.Force(b.Context(), g, groups, nil, layout.Default)
			if err != nil {
				b.Fatal(err)
			}
			next, nextGroups := later(g, groups, n/20, 0.05)
			before := withNew(old, n/20)
			var points []layout.Point
			for b.Loop() {
				if points, err = layout.Renew(b.Context(), next, nextGroups, nil, before, layout.Default); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(layout.Moved(before, points), "moved")
			b.ReportMetric(edgeRatio(next, points), "edge/pair")
		})
	}
}

// BenchmarkCancel reports how long Force goes on after a cancel: the longest of several, at moments spread over a run.
func BenchmarkCancel(b *testing.B) {
	for _, n := range []int{5000, 60000, 300000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			g, groups := paperLike(n, 1)
			start := time.Now()
			if _, err := layout.Force(b.Context(), g, groups, nil, layout.Default); err != nil {
				b.Fatal(err)
			}
			whole, longest, moment := time.Since(start), time.Duration(0), 0
			for b.Loop() {
				moment++
				longest = max(longest, afterCancel(b, whole*time.Duration(moment*5%16)/16, func(ctx context.Context) error {
					_, err := layout.Force(ctx, g, groups, nil, layout.Default)
					return err
				}))
			}
			b.ReportMetric(float64(longest.Microseconds())/1000, "ms-to-stop")
		})
	}
}

// afterCancel returns how long do went on after its context was cancelled, 0 if it had ended.
func afterCancel(b *testing.B, after time.Duration, do func(ctx context.Context) error) time.Duration {
	b.Helper()
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	var at atomic.Int64
	begin := time.Now()
	timer := time.AfterFunc(after, func() {
		at.Store(int64(time.Since(begin)))
		cancel()
	})
	defer timer.Stop()
	if err := do(ctx); err == nil {
		return 0
	}
	return time.Since(begin) - time.Duration(at.Load())
}

// BenchmarkMemory reports how far the heap grows beyond what the graph takes.
func BenchmarkMemory(b *testing.B) {
	for _, n := range []int{20000, 100000} {
		thin, groups := paperLike(n, 1)
		for _, g := range []*graph.CSR{thin, union(thin, 2)} {
			b.Run(fmt.Sprintf("n=%d/m=%d", n, g.Size()), func(b *testing.B) {
				most := 0.0
				for b.Loop() {
					most = max(most, growth(func() {
						if _, err := layout.Force(b.Context(), g, groups, nil, layout.Default); err != nil {
							b.Fatal(err)
						}
					}))
				}
				b.ReportMetric(most/float64(n), "peak-B/node")
			})
		}
	}
}

// union returns g with the edges of another of its kind added.
func union(g *graph.CSR, seed uint64) *graph.CSR {
	more, _ := paperLike(g.Order(), seed)
	edges := make([]graph.Edge, 0, g.Size()+more.Size())
	for _, e := range g.Edges() {
		edges = append(edges, e)
	}
	for _, e := range more.Edges() {
		if _, there := g.Weight(int(e.U), int(e.V)); !there {
			edges = append(edges, e)
		}
	}
	both, err := graph.New(g.Order(), edges)
	if err != nil {
		panic(err)
	}
	return both
}

// growth returns by how many bytes the heap grew while do ran, looked at now and then; a tenth or less is garbage.
func growth(do func()) float64 {
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before, most := m.HeapAlloc, m.HeapAlloc
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		}
	}()
	do()
	close(done)
	<-ended
	return float64(most - before)
}
