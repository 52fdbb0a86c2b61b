package atlas_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"papergraph/graph/atlas"
	"papergraph/graph/layout"
	"papergraph/graph/papers"
	"papergraph/ingest"
)

func oddInput(n int) atlas.Input {
	return atlas.Input{Title: "alike", Corpus: ingest.NewCorpus(alike(n))}
}

func TestPositions(t *testing.T) {
	onMany(t, func(t tester, a *atlas.Atlas) {
		if len(a.Positions) != len(a.Corpus.Documents) {
			t.Fatalf("%d places for %d papers", len(a.Positions), len(a.Corpus.Documents))
		}
		for u, p := range a.Positions {
			if math.IsNaN(p.X) || math.IsInf(p.X, 0) || math.IsNaN(p.Y) || math.IsInf(p.Y, 0) {
				t.Errorf("paper %d is at %v", u, p)
			}
		}
		if n := layout.Overlaps(a.Positions, a.Radii()); n != 0 {
			t.Errorf("%d pairs of discs overlap", n)
		}
	})
}

// TestPictureOfTheExample holds what is wanted of every map: those near on it are of one community, and room is used.
func TestPictureOfTheExample(t *testing.T) {
	a := build(t, example(t), atlas.DefaultSettings, 0)
	if own := layout.OwnNear(a.Positions, a.Community, 5, 8); own < 0.75 {
		t.Errorf("of the five nearest %.2f are of the own community, wanted is 0.75", own)
	}
	if fill := layout.HullFill(a.Positions, 1.4); fill < 0.6 {
		t.Errorf("the hull fills %.2f of the room, wanted is 0.60", fill)
	}
}

// known is what an atlas tells of its corpus, all that is exported and in a form that can be compared.
type known struct {
	Atlas        atlas.Atlas
	Terms        any
	Network      papers.Network
	Edges        []any
	Rows, Counts []any
}

func knownOf(a *atlas.Atlas) known {
	k := known{Atlas: *a, Terms: a.Vocabulary.Terms}
	k.Network = papers.Network{Backbone: a.Network.Backbone, Kinds: a.Network.Kinds, Kept: a.Network.Kept, Common: a.Network.Common}
	for _, e := range a.Network.Links.Edges() {
		weight, shares := a.Network.Shares(int(e.U), int(e.V))
		k.Edges = append(k.Edges, e, weight, shares)
	}
	for doc := range a.Vocabulary.Documents() {
		terms, counts := a.Vocabulary.Row(doc)
		k.Rows = append(k.Rows, terms, a.Vocabulary.Mentions(doc), a.Vocabulary.Abbreviations(doc))
		k.Counts = append(k.Counts, counts)
	}
	k.Atlas.Corpus, k.Atlas.Vocabulary, k.Atlas.Network = nil, nil, nil
	return k
}

func TestSameAtlasForAnyWorkers(t *testing.T) {
	in := example(t)
	want := knownOf(build(t, in, atlas.DefaultSettings, 1))
	for _, workers := range []int{0, 2, 7} {
		if got := knownOf(build(t, in, atlas.DefaultSettings, workers)); !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers make another atlas than one", workers)
		}
	}
}

func TestSameAtlasForAnyOrder(t *testing.T) {
	in := example(t)
	want := knownOf(build(t, in, atlas.DefaultSettings, 0))
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		docs := slices.Clone(in.Corpus.Documents)
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		shuffled := in
		shuffled.Corpus = ingest.NewCorpus(docs)
		if got := knownOf(build(t, shuffled, atlas.DefaultSettings, 0)); !reflect.DeepEqual(got, want) {
			t.Error("another order of documents makes another atlas")
		}
	}
}

func TestHash(t *testing.T) {
	hash := func(docs []ingest.Document, s atlas.Settings) string {
		return build(t, atlas.Input{Corpus: ingest.NewCorpus(docs)}, s, 1).Hash
	}
	plain := hash(alike(3), atlas.DefaultSettings)
	read := alike(3)
	read[1].Sources = []ingest.Source{{File: "elsewhere.csv", Format: "csv", Line: 7}}
	if got := hash(read, atlas.DefaultSettings); got != plain {
		t.Errorf("where a paper was read makes the hash %s, not %s", got, plain)
	}
	if got := build(t, atlas.Input{Title: "else", Corpus: ingest.NewCorpus(alike(3))}, atlas.DefaultSettings, 2).Hash; got != plain {
		t.Errorf("title and workers make the hash %s, not %s", got, plain)
	}
	changes := map[string]func(s *atlas.Settings){
		"seed":       func(s *atlas.Settings) { s.Seed++ },
		"neighbours": func(s *atlas.Settings) { s.Neighbours++ },
		"weight":     func(s *atlas.Settings) { s.MinWeight = 0.5 },
		"resolution": func(s *atlas.Settings) { s.Resolution *= 2 },
	}
	for name, change := range changes {
		s := atlas.DefaultSettings
		if change(&s); hash(alike(3), s) == plain {
			t.Errorf("%s does not change the hash", name)
		}
	}
	other := alike(3)
	other[2].Abstract += " And more."
	if hash(other, atlas.DefaultSettings) == plain {
		t.Error("a changed abstract does not change the hash")
	}
}

// told keeps what is told of progress.
type told struct {
	steps []step
	each  func() // called at every step
}

type step struct {
	stage       string
	done, total int
}

func (t *told) Step(stage string, done, total int) {
	t.steps = append(t.steps, step{stage, done, total})
	if t.each != nil {
		t.each()
	}
}

func TestProgress(t *testing.T) {
	var p told
	if _, err := atlas.Build(t.Context(), example(t), atlas.DefaultSettings, 7, &p); err != nil {
		t.Fatal(err)
	}
	var stages []string
	last := step{}
	for _, s := range p.steps {
		if s.stage != last.stage {
			if last.done != last.total {
				t.Errorf("%s ended at %d of %d", last.stage, last.done, last.total)
			}
			stages = append(stages, s.stage)
		} else if s.done <= last.done || s.total != last.total {
			t.Errorf("%v after %v", s, last)
		}
		if s.done < 0 || s.done > s.total {
			t.Errorf("%v", s)
		}
		last = s
	}
	if last.done != last.total {
		t.Errorf("%s ended at %d of %d", last.stage, last.done, last.total)
	}
	if want := []string{"concepts", "links", "ranks", "communities", "layout"}; !slices.Equal(stages, want) {
		t.Errorf("stages %v, want %v", stages, want)
	}
}

// TestCancel cancels at every step that is told of.
func TestCancel(t *testing.T) {
	in := example(t)
	var whole told
	if _, err := atlas.Build(t.Context(), in, atlas.DefaultSettings, 1, &whole); err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	for at, s := range whole.steps[:len(whole.steps)-1] {
		t.Run(fmt.Sprintf("after %s %d of %d", s.stage, s.done, s.total), func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			p := told{}
			p.each = func() {
				if len(p.steps) == at+1 {
					cancel()
				}
			}
			a, err := atlas.Build(ctx, in, atlas.DefaultSettings, 1, &p)
			if a != nil || !errors.Is(err, context.Canceled) {
				t.Errorf("atlas %t, error %v", a != nil, err)
			}
			if more := len(p.steps) - at - 1; more > 1 {
				t.Errorf("%d more steps were told", more)
			}
		})
	}
	for range 1_000_000 { // those that are done may yet have to end
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

func TestCancelledBefore(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, n := range []int{0, 1, 40} {
		var p told
		a, err := atlas.Build(ctx, oddInput(n), atlas.DefaultSettings, 2, &p)
		if a != nil || !errors.Is(err, context.Canceled) || len(p.steps) > 0 {
			t.Errorf("%d papers: atlas %t, error %v, steps %v", n, a != nil, err, p.steps)
		}
	}
}
