package atlas

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"papergraph/graph"
	"papergraph/graph/graphtest"
	"papergraph/graph/internal/alike"
	"papergraph/graph/papers"
)

// BenchmarkScale links, ranks, groups and lays out made-up papers, by the stages of Build where these need no text, and tells
// seconds and the most memory in MiB of each. PAPERGRAPH_SCALE says how many papers, "100000,1000000"; a million take some
// twenty minutes on two cores, so that without it there are two thousand.
func BenchmarkScale(b *testing.B) {
	for size := range strings.SplitSeq(cmp.Or(os.Getenv("PAPERGRAPH_SCALE"), "2000"), ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("papers=%d", n), func(b *testing.B) {
			made := graphtest.MakePapers(n, 1)
			for b.Loop() {
				scale(b, made)
			}
		})
	}
}

// scale runs the stages on papers.
func scale(b *testing.B, made graphtest.Papers) {
	b.Helper()
	ctx, silent := context.Background(), func(int, int) {}
	a := &Atlas{Stages: Whole, Settings: DefaultSettings, Network: &papers.Network{}}
	for _, s := range []struct {
		name string
		run  func() error
	}{
		{"links", func() (err error) { a.Network.Links, err = linksOf(ctx, made, DefaultSettings.Neighbours); return err }},
		{"ranks", func() error { return a.rank(ctx, 0, silent) }},
		{"communities", func() error { return a.part(ctx, 0) }},
		{"layout", func() error { return a.place(ctx, 0, silent) }},
	} {
		forgetPeak()
		began := time.Now()
		if err := s.run(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(began).Seconds(), s.name+"-s")
		b.ReportMetric(peak(), s.name+"-MiB")
	}
	b.ReportMetric(float64(a.Network.Links.Size()), "links")
	b.ReportMetric(float64(len(a.Communities)), "communities")
	b.ReportMetric(a.Modularity, "modularity")
}

// linksOf joins each paper to its nearest.
func linksOf(ctx context.Context, made graphtest.Papers, k int) (*graph.CSR, error) {
	m := alike.Matrix{Starts: made.Starts, Terms: made.Terms, Weights: made.Weights}
	_, near, err := alike.All(ctx, m, alike.Options{Neighbours: k})
	if err != nil {
		return nil, err
	}
	edges := make([]graph.Edge, 0, k*len(near))
	for u, found := range near {
		for _, f := range found {
			edges = append(edges, graph.Edge{U: min(int32(u), f.Row), V: max(int32(u), f.Row), Weight: f.Cosine})
		}
	}
	slices.SortFunc(edges, func(x, y graph.Edge) int { return cmp.Or(cmp.Compare(x.U, y.U), cmp.Compare(x.V, y.V)) })
	edges = slices.CompactFunc(edges, func(x, y graph.Edge) bool { return x.U == y.U && x.V == y.V })
	return graph.New(len(near), edges)
}

// forgetPeak lets the most memory so far be forgotten, where the system can.
func forgetPeak() {
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // where it cannot, peaks are those since the start
}

// peak returns the most memory in MiB that the process had at once, 0 where the system does not tell.
func peak() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if text, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kib, _ := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(text), " kB"), 64)
			return kib / 1024
		}
	}
	return 0
}
