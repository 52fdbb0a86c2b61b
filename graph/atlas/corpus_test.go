package atlas_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"papergraph/graph/atlas"
	"papergraph/ingest"
	"papergraph/ingest/bib"
	"papergraph/ingest/demo"
)

// example returns the embedded example as an input.
func example(tb testing.TB) atlas.Input {
	tb.Helper()
	c, r, err := bib.ReadFrom(context.Background(), "demo.jsonl", bytes.NewReader(demo.JSONL()), bib.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return atlas.Input{Title: "example", Corpus: c, Reading: r}
}

// tester is what tests and random tests have in common.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

func build(t tester, in atlas.Input, s atlas.Settings, workers int) *atlas.Atlas {
	t.Helper()
	a, err := atlas.Build(context.Background(), in, s, workers, nil)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return a
}

// onMany checks atlases of random documents, of odd corpora, and of the embedded example.
func onMany(t *testing.T, check func(t tester, a *atlas.Atlas)) {
	t.Helper()
	t.Run("random word soups", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			docs := rapid.SliceOfN(rapid.Custom(soup), 0, 40).Draw(t, "documents")
			s := atlas.DefaultSettings
			s.Neighbours = rapid.IntRange(1, 10).Draw(t, "neighbours")
			s.Resolution = rapid.SampledFrom([]float64{0.01, 0.5, 1, 3, 1000}).Draw(t, "resolution")
			check(t, build(t, atlas.Input{Corpus: ingest.NewCorpus(docs)}, s, 1))
		})
	})
	for _, odd := range oddCorpora {
		t.Run(odd.name, func(t *testing.T) {
			check(t, build(t, atlas.Input{Corpus: ingest.NewCorpus(odd.docs())}, atlas.DefaultSettings, 1))
		})
	}
	t.Run("embedded example", func(t *testing.T) {
		check(t, build(t, example(t), atlas.DefaultSettings, 0))
	})
}

var oddCorpora = []struct {
	name string
	docs func() []ingest.Document
}{
	{"no paper", func() []ingest.Document { return nil }},
	{"one paper", func() []ingest.Document { return alike(1) }},
	{"two papers", func() []ingest.Document { return alike(2) }},
	{"twenty records of one paper", func() []ingest.Document {
		docs := alike(20)
		for i := range docs {
			docs[i].Title = "Kelm pruning"
		}
		return docs
	}},
	{"ten papers of one text", func() []ingest.Document { return alike(10) }},
	{"forty papers of one text, all terms common", func() []ingest.Document { return alike(40) }},
	{"no concept in any paper", func() []ingest.Document {
		return []ingest.Document{{ID: "a", Title: "1 2 3"}, {ID: "b", Abstract: "…"}, {ID: "c", Title: "of the"}}
	}},
	{"a chain of papers", func() []ingest.Document {
		docs := make([]ingest.Document, 9)
		for i := range docs {
			docs[i].Title = strings.Join([]string{soupWords[i] + "ish pruning", soupWords[i+1] + "ish pruning"}, " and ")
		}
		return docs
	}},
}

// alike returns papers that differ in nothing but one word of the title.
func alike(n int) []ingest.Document {
	docs := make([]ingest.Document, n)
	for i := range docs {
		docs[i] = ingest.Document{
			Title:    "Kelm pruning for the " + string(rune('a'+i%26)) + string(rune('a'+i/26)) + "th time",
			Abstract: "Zorbed kelm pruning helps the quiet velt. It beats a drall.",
		}
	}
	return docs
}

// soup draws a document of few phrases, so that some are in all documents, some in two, some in one.
func soup(t *rapid.T) ingest.Document {
	phrase := func() string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(soupWords), 1, 3).Draw(t, "phrase"), " ")
	}
	d := ingest.Document{Title: rapid.SampledFrom([]string{"", "On the " + phrase(), phrase() + ": a " + phrase()}).Draw(t, "title")}
	for range rapid.IntRange(0, 4).Draw(t, "sentences") {
		form := rapid.SampledFrom(soupForms).Draw(t, "form")
		d.Abstract += strings.NewReplacer("A", phrase(), "B", phrase(), "C", phrase()).Replace(form)
	}
	return d
}

var (
	soupWords = []string{
		"zorb", "velt", "kelm", "zorbs", "drall", "glim", "tavor", "murk", "pesh", "quar", "low-rank", "GlimNet", "QGlimNet", "Glim-2", "learning",
		"model", "sparse", "kelms", "merging", "data set", "benchmark", "optimiser", "pruning", "naïve",
	}
	soupForms = []string{
		"We study A with B on the C. ", "A (ABC) helps B and C. ", "ABC is better than A. ", "We call it A, for B of C! ", "The A of B. ",
		"We propose A; it needs no B. ", "Is A a B? ",
	}
)
