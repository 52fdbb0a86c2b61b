package vocab_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{300, 3000} {
		c := ingest.NewCorpus(invent(rand.New(rand.NewPCG(1, 1)), n))
		found := read(c)
		b.Run(fmt.Sprintf("abstracts=%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := vocab.Build(b.Context(), c, found, vocab.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "abstracts/s")
		})
	}
}

func BenchmarkConcepts(b *testing.B) {
	const n = 300
	_, v := build(b, invent(rand.New(rand.NewPCG(1, 1)), n))
	b.Run(fmt.Sprintf("abstracts=%d", n), func(b *testing.B) {
		for b.Loop() {
			for doc := range n {
				v.Concepts(doc)
			}
		}
		b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "abstracts/s")
	})
}
