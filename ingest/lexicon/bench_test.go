package lexicon_test

import (
	"fmt"
	"os"
	"testing"

	"papergraph/ingest/lexicon"
)

// BenchmarkOpen opens the embedded table, all but unpacking blocks.
func BenchmarkOpen(b *testing.B) {
	file, err := os.ReadFile("papers.lexicon")
	if err != nil {
		b.Fatal(err)
	}
	b.Run(fmt.Sprintf("bytes=%d", len(file)), func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := lexicon.Open(file); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkFirstTerm opens the embedded table and looks one term up, which unpacks a block.
func BenchmarkFirstTerm(b *testing.B) {
	file, err := os.ReadFile("papers.lexicon")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		l, err := lexicon.Open(file)
		if err != nil {
			b.Fatal(err)
		}
		if _, ok := l.Term("neural network"); !ok {
			b.Fatal("not found")
		}
	}
}

// BenchmarkTerm looks up terms in blocks that are unpacked.
func BenchmarkTerm(b *testing.B) {
	l := lexicon.Embedded()
	keys := []string{"neural network", "GAN", "graph", "no such term", "policy gradient", "zebra"}
	n, _, _ := l.Size()
	b.Run(fmt.Sprintf("terms=%d", n), func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			l.Term(keys[i%len(keys)])
		}
	})
}
