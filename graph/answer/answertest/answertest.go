// Package answertest makes guides for tests: to the embedded example, to a few documents, to a large made-up corpus. It is
// for tests alone.
package answertest

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
	"papergraph/graph/layout"
	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/bib"
	"papergraph/ingest/demo"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

// Demo returns a guide to the embedded example.
func Demo(ctx context.Context) (*answer.Guide, error) {
	return Read(ctx, "demo.jsonl", string(demo.JSONL()))
}

// DemoStages returns a guide to those stages of the embedded example.
func DemoStages(ctx context.Context, stages atlas.Stages) (*answer.Guide, error) {
	return read(ctx, "demo.jsonl", string(demo.JSONL()), stages)
}

// Estimated returns a guide to the embedded example with betweenness and closeness marked as estimates, as those of many papers
// are.
func Estimated(ctx context.Context) (*answer.Guide, error) {
	g, err := Demo(ctx)
	if err != nil {
		return nil, err
	}
	a := *g.Atlas()
	a.Measures = slices.Clone(a.Measures)
	a.Measure("betweenness").Estimate = &atlas.Estimate{Samples: 20_000, Of: "paths", Error: 0.00341, Confidence: 0.9}
	a.Measure("closeness").Estimate = &atlas.Estimate{Samples: 2048, Of: "papers", Error: 0.0125, Confidence: 0.9}
	return answer.NewGuide(&a), nil
}

// Read returns a guide to what a file of the name would give.
func Read(ctx context.Context, name, content string) (*answer.Guide, error) {
	return read(ctx, name, content, atlas.Whole)
}

func read(ctx context.Context, name, content string, stages atlas.Stages) (*answer.Guide, error) {
	c, r, err := bib.ReadFrom(ctx, name, bytes.NewReader([]byte(content)), bib.Options{})
	if err != nil {
		return nil, err
	}
	return build(ctx, atlas.Input{Title: name, Corpus: c, Reading: r, Stages: stages}, 0)
}

// Documents returns a guide to documents as they are, no reader before them; workers as in atlas.Build.
func Documents(ctx context.Context, docs []ingest.Document, workers int) (*answer.Guide, error) {
	in := atlas.Input{Title: "documents", Corpus: ingest.NewCorpus(docs)}
	in.Reading.Read, in.Reading.Kept = len(docs), len(docs)
	return build(ctx, in, workers)
}

func build(ctx context.Context, in atlas.Input, workers int) (*answer.Guide, error) {
	a, err := atlas.Build(ctx, in, atlas.DefaultSettings, workers, nil)
	if err != nil {
		return nil, err
	}
	return answer.NewGuide(a), nil
}

// Synthetic returns a guide to n papers of made-up words, in communities of about 100, with made-up scores and places: all
// that a benchmark needs without the time that measures of so large a graph take.
func Synthetic(ctx context.Context, n int) (*answer.Guide, error) {
	corpus := ingest.NewCorpus(syntheticDocuments(n))
	found := make([]extract.Found, n)
	r := extract.NewReader(extract.NewSpellings())
	for i := range found {
		found[i] = r.Document(&corpus.Documents[i])
	}
	v, err := vocab.Build(ctx, corpus, found, vocab.Options{})
	if err != nil {
		return nil, err
	}
	links, err := papers.Build(ctx, corpus, v, papers.Options{Neighbours: 10}, func(int, int) {})
	if err != nil {
		return nil, err
	}
	a := &atlas.Atlas{
		Version: "test", Settings: atlas.DefaultSettings, Title: "synthetic", Corpus: corpus, Vocabulary: v, Network: links,
		Positions: make([]layout.Point, n), Community: make([]int32, n), Hash: "sha256:synthetic",
	}
	scoreByDegree(a)
	groupByHundred(a)
	return answer.NewGuide(a), nil
}

// syntheticDocuments returns papers whose words are drawn from those of their group and from all.
func syntheticDocuments(n int) []ingest.Document {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	docs := make([]ingest.Document, n)
	for i := range docs {
		group := i / 100
		phrase := func() string {
			if rng.IntN(4) == 0 {
				return fmt.Sprintf("%s %s", madeUp(rng.IntN(40)), madeUp(1000+rng.IntN(2000)))
			}
			return fmt.Sprintf("%s %s", madeUp(40+group), madeUp(5000+group*20+rng.IntN(20)))
		}
		var text strings.Builder
		for range 6 {
			fmt.Fprintf(&text, "We study the %s of a %s with the %s. ", phrase(), phrase(), phrase())
		}
		docs[i] = ingest.Document{
			ID: fmt.Sprintf("p%06d", i), Title: fmt.Sprintf("On the %s and the %s", phrase(), phrase()), Abstract: text.String(),
			Year: 2000 + i%25,
		}
	}
	return docs
}

// madeUp returns the word of a number, of syllables that no word of a list has.
func madeUp(n int) string {
	syllables := []string{"vor", "kel", "mur", "zan", "tib", "gol", "pesh", "quar", "lim", "dro"}
	return syllables[n%10] + syllables[n/10%10] + syllables[n/100%10] + syllables[n/1000%10]
}

func scoreByDegree(a *atlas.Atlas) {
	scores, ranks := make([]float64, len(a.Community)), make([]int32, len(a.Community))
	for u := range scores {
		scores[u], ranks[u] = float64(a.Network.Links.Degree(u)), int32(u+1)
	}
	for _, name := range []string{"pagerank", "betweenness", "closeness", "harmonic", "degree", "strength", "kcore", "influence"} {
		a.Measures = append(a.Measures, atlas.Measure{Name: name, Label: name, Scores: scores, Ranks: ranks})
	}
}

func groupByHundred(a *atlas.Atlas) {
	for u := range a.Community {
		place := u / 100
		if place == len(a.Communities) {
			a.Communities = append(a.Communities, atlas.Community{ID: place + 1, Name: fmt.Sprint("group ", place+1)})
		}
		if a.Network.Links.Degree(u) == 0 {
			a.Community[u] = -1
			continue
		}
		a.Community[u] = int32(place)
		a.Communities[place].Members = append(a.Communities[place].Members, int32(u))
	}
}
