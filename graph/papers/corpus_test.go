package papers_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/bib"
	"papergraph/ingest/demo"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

// vocabulary reads documents as they are, no reader before them.
func vocabulary(tb tester, docs []ingest.Document) (*ingest.Corpus, *vocab.Vocabulary) {
	tb.Helper()
	c := ingest.NewCorpus(docs)
	found := make([]extract.Found, len(c.Documents))
	r := extract.NewReader(extract.NewSpellings())
	for i := range found {
		found[i] = r.Document(&c.Documents[i])
	}
	v, err := vocab.Build(context.Background(), c, found, vocab.Options{})
	if err != nil {
		tb.Fatalf("%v", err)
	}
	return c, v
}

func network(tb tester, docs []ingest.Document, o papers.Options) *papers.Network {
	tb.Helper()
	c, v := vocabulary(tb, docs)
	n, err := papers.Build(context.Background(), c, v, o, nil)
	if err != nil {
		tb.Fatalf("%v", err)
	}
	return n
}

// example returns the documents of the embedded example.
func example(tb testing.TB) []ingest.Document {
	tb.Helper()
	c, _, err := bib.ReadFrom(context.Background(), "demo.jsonl", bytes.NewReader(demo.JSONL()), bib.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return c.Documents
}

var usual = papers.Options{Neighbours: 10}

// onRandomAndFixed checks networks of random documents and that of the embedded example.
func onRandomAndFixed(t *testing.T, check func(t tester, n *papers.Network, o papers.Options)) {
	t.Helper()
	t.Run("random word soups", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			docs := rapid.SliceOfN(rapid.Custom(soup), 0, 30).Draw(t, "documents")
			o := papers.Options{
				Neighbours: rapid.IntRange(1, 12).Draw(t, "neighbours"),
				MinWeight:  rapid.SampledFrom([]float64{0, 0, 0.05, 0.3, 1}).Draw(t, "min weight"),
			}
			check(t, network(t, docs, o), o)
		})
	})
	for _, k := range []int{1, 2, 10} {
		t.Run(fmt.Sprintf("embedded example, %d neighbours", k), func(t *testing.T) {
			o := papers.Options{Neighbours: k}
			check(t, network(t, example(t), o), o)
		})
	}
}

// tester is what tests and random tests have in common.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// soup draws a document of few phrases, so that some are in all documents, some in two, some in one.
func soup(t *rapid.T) ingest.Document {
	phrase := func() string {
		words := rapid.SliceOfN(rapid.SampledFrom(soupWords), 1, 3).Draw(t, "phrase")
		return strings.Join(words, " ")
	}
	d := ingest.Document{Title: rapid.SampledFrom([]string{"", "On the " + phrase(), phrase() + ": a " + phrase()}).Draw(t, "title")}
	for range rapid.IntRange(0, 4).Draw(t, "sentences") {
		form := rapid.SampledFrom(soupForms).Draw(t, "form")
		d.Abstract += strings.NewReplacer("A", phrase(), "B", phrase(), "C", phrase()).Replace(form)
	}
	if rapid.IntRange(0, 9).Draw(t, "noise") == 0 {
		d.Abstract += rapid.String().Draw(t, "anything")
	}
	return d
}

var (
	soupWords = []string{
		"zorb", "velt", "kelm", "zorbs", "drall", "low-rank", "GlimNet", "QGlimNet", "Glim-2", "learning", "model", "sparse", "kelms", "merging",
		"data set", "benchmark", "optimiser", "pruning", "$\\alpha$", "naïve",
	}
	soupForms = []string{
		"We study A with B on the C. ", "A (ABC) helps B and C. ", "ABC is better than A. ", "We call it A, for B of C! ", "The A of B. ",
		"We propose A; it needs no B. ", "Is A a B? ",
	}
)
