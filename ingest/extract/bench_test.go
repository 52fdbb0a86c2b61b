package extract_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// invent makes n documents of made-up words, with function words between, names in every tenth place and a definition each.
func invent(n int) []ingest.Document {
	rng := rand.New(rand.NewPCG(1, 1))
	word := func() string {
		var b strings.Builder
		for range 2 + rng.IntN(3) {
			b.WriteByte("bdfgklmnprstvz"[rng.IntN(14)])
			b.WriteByte("aeiou"[rng.IntN(5)])
		}
		return b.String()
	}
	linking := []string{"of", "the", "with", "is", "for", "we show", "and"}
	sentence := func() string {
		words := []string{"The"}
		for range 15 {
			switch w := word(); rng.IntN(10) {
			case 0:
				words = append(words, strings.ToUpper(w[:4]))
			case 1, 2, 3:
				words = append(words, linking[rng.IntN(len(linking))], w)
			default:
				words = append(words, w)
			}
		}
		return strings.Join(words, " ")
	}
	docs := make([]ingest.Document, n)
	for i := range docs {
		var b strings.Builder
		for range 9 {
			b.WriteString(sentence() + ". ")
		}
		long := []string{word(), word(), word()}
		fmt.Fprintf(&b, "It is %s (%s).", strings.Join(long, " "), strings.ToUpper(long[0][:1]+long[1][:1]+long[2][:1]))
		docs[i] = ingest.Document{Title: sentence(), Abstract: b.String()}
	}
	return docs
}

func BenchmarkDocument(b *testing.B) {
	for _, n := range []int{100, 1000, 5000} {
		docs := invent(n)
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("abstracts=%d/workers=%d", n, workers), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					readAll(docs, workers)
				}
				b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "abstracts/s")
			})
		}
	}
}

// readAll reads documents by readers that share what they learn of spellings, sixteen at a time.
func readAll(docs []ingest.Document, workers int) {
	known := extract.NewSpellings()
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			r := extract.NewReader(known)
			for {
				from := int(next.Add(16)) - 16
				if from >= len(docs) {
					return
				}
				for i := from; i < min(from+16, len(docs)); i++ {
					r.Document(&docs[i])
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkFold(b *testing.B) {
	for _, s := range []string{"attention", "Parameter-Efficient Fine-Tuning of Language Models", "Erdo\u030bs–Rényi graphs"} {
		b.Run(fmt.Sprintf("bytes=%d", len(s)), func(b *testing.B) {
			for b.Loop() {
				extract.Fold(s)
			}
		})
	}
}
