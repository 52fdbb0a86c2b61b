package vocab_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/bib"
	"papergraph/ingest/demo"
	"papergraph/ingest/lexicon"
	"papergraph/ingest/vocab"
)

// BenchmarkTerms5000 reads 5,000 abstracts of sentences of the embedded example, put together anew: all from text to terms, by
// the light of the background. One core is GOMAXPROCS=1.
func BenchmarkTerms5000(b *testing.B) { benchmarkTerms(b, ingest.NewCorpus(recombine(b, 5000))) }

// BenchmarkTermsCorpus does the same with the papers to measure on, where they are at hand: PAPERS names the file.
func BenchmarkTermsCorpus(b *testing.B) {
	file := os.Getenv("PAPERS")
	if file == "" {
		b.Skip("PAPERS names no file")
	}
	c, _, err := bib.Read(b.Context(), []string{file}, bib.Options{})
	if err != nil {
		b.Fatal(err)
	}
	benchmarkTerms(b, c)
}

func benchmarkTerms(b *testing.B, c *ingest.Corpus) {
	b.Helper()
	lexicon.Embedded()
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		found := read(c)
		if _, err := vocab.Build(b.Context(), c, found, vocab.Options{Background: lexicon.Embedded()}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(c.Documents)*b.N)/b.Elapsed().Seconds(), "abstracts/s")
}

// recombine makes n documents of ten sentences of the embedded example each, under a title of it. One long word in six is
// made up, of a vocabulary that is as steep as that of a real corpus: the commonest stands in each paper, most in one.
func recombine(tb testing.TB, n int) []ingest.Document {
	tb.Helper()
	c, _, err := bib.ReadFrom(tb.Context(), "demo.jsonl", bytes.NewReader(demo.JSONL()), bib.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	var titles, sentences []string
	for i := range c.Documents {
		titles = append(titles, c.Documents[i].Title)
		sentences = append(sentences, strings.SplitAfter(c.Documents[i].Abstract, ". ")...)
	}
	rng := rand.New(rand.NewPCG(1, 1))
	docs := make([]ingest.Document, n)
	for i := range docs {
		var abstract strings.Builder
		for range 10 {
			abstract.WriteString(estrange(rng, strings.TrimSpace(sentences[rng.IntN(len(sentences))])) + " ")
		}
		docs[i] = ingest.Document{ID: fmt.Sprintf("p%05d", i), Title: estrange(rng, titles[rng.IntN(len(titles))]), Abstract: abstract.String()}
	}
	return docs
}

// estrange puts a made-up word in the place of one long word in six.
func estrange(rng *rand.Rand, sentence string) string {
	words := strings.Split(sentence, " ")
	for i, w := range words {
		if len(w) > 5 && w == strings.ToLower(w) && rng.IntN(6) == 0 {
			words[i] = syllables(int(math.Exp(rng.Float64() * math.Log(1e6))))
		}
	}
	return strings.Join(words, " ")
}

// syllables writes a number as a word.
func syllables(n int) string {
	var b strings.Builder
	for n += 100; n > 0; n /= 50 {
		b.WriteByte("bdfgklmnpr"[n%10])
		b.WriteByte("aeiou"[n/10%5])
	}
	return b.String() + "m"
}
