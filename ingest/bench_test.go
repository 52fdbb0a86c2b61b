package ingest_test

import (
	"fmt"
	"strings"
	"testing"

	"papergraph/ingest"
)

func BenchmarkNewCorpus(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		docs := make([]ingest.Document, n)
		for i := range docs {
			docs[i] = ingest.Document{Title: fmt.Sprintf("Paper %d of Many", i*7919%n), Abstract: strings.Repeat("words and more words ", 60)}
		}
		b.Run(fmt.Sprintf("documents=%d", n), func(b *testing.B) {
			for b.Loop() {
				ingest.NewCorpus(append([]ingest.Document(nil), docs...))
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "abstracts/s")
		})
	}
}
