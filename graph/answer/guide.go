package answer

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"papergraph/graph/atlas"
	"papergraph/ingest"
)

// Guide answers questions on one atlas. It may be used by many goroutines at once.
type Guide struct {
	a       *atlas.Atlas
	nodes   bool
	holders [][]int32 // by term: the papers that hold it, ascending; nil for plain words
	common  map[int32]bool
	lazy    *lazy
}

// lazy is what is made when it is first asked for, and shared by the copies of a guide.
type lazy struct {
	search  func() *index
	because func() map[int32]string
	senses  func() map[string][]Sense
}

// NewGuide returns a guide to the atlas. To an atlas that was not built whole, a guide answers what the stages tell that were
// run; a question for more is a fault of the program, and panics. O(entries of the vocabulary) time.
func NewGuide(a *atlas.Atlas) *Guide {
	g := &Guide{a: a, holders: make([][]int32, len(a.Vocabulary.Terms)), common: map[int32]bool{}, lazy: &lazy{}}
	for doc := range a.Vocabulary.Documents() {
		terms, _ := a.Vocabulary.Row(doc)
		for _, t := range terms {
			if a.Vocabulary.Terms[t].Kind != ingest.Word {
				g.holders[t] = append(g.holders[t], int32(doc))
			}
		}
	}
	if a.Has(atlas.Links) {
		for _, c := range a.Network.Common {
			g.common[c.Term] = true
		}
	}
	g.lazy.search = sync.OnceValue(func() *index { return newIndex(a) })
	g.lazy.because = sync.OnceValue(g.becauseOfBrokers)
	g.lazy.senses = sync.OnceValue(func() map[string][]Sense { return sensesOf(a.Vocabulary) })
	return g
}

// WithNodes returns a guide that adds the number in this map wherever a paper is named, as HTTP has it.
func (g *Guide) WithNodes() *Guide {
	c := *g
	c.nodes = true
	return &c
}

// Atlas returns what the guide speaks of.
func (g *Guide) Atlas() *atlas.Atlas { return g.a }

// Made says what made the atlas.
func (g *Guide) Made() Made {
	return Made{
		Version: g.a.Version, Settings: g.a.Settings, Seed: g.a.Settings.Seed, Corpus: g.a.Corpus.Hash, Estimates: g.estimates(),
	}
}

// estimates returns by measure how those were estimated that are not exact, nil where all are.
func (g *Guide) estimates() map[string]atlas.Estimate {
	var out map[string]atlas.Estimate
	for _, m := range g.a.Measures {
		if m.Estimate != nil {
			if out == nil {
				out = map[string]atlas.Estimate{}
			}
			out[m.Name] = *m.Estimate
		}
	}
	return out
}

// Ref names paper u.
func (g *Guide) Ref(u int32) PaperRef {
	d := &g.a.Corpus.Documents[u]
	return PaperRef{ID: d.ID, Node: g.node(u), Title: d.Title, Year: d.Year}
}

func (g *Guide) refs(papers []int32) []PaperRef {
	out := make([]PaperRef, len(papers))
	for i, u := range papers {
		out[i] = g.Ref(u)
	}
	return out
}

func (g *Guide) node(u int32) *int32 {
	if !g.nodes {
		return nil
	}
	return &u
}

// Term names term t.
func (g *Guide) Term(t int32) ConceptRef {
	term := &g.a.Vocabulary.Terms[t]
	return ConceptRef{Key: term.Key, Label: term.Label, Kind: term.Kind.String()}
}

func (g *Guide) terms(list []int32) []ConceptRef {
	out := make([]ConceptRef, 0, len(list))
	for _, t := range list {
		if g.shown(t) {
			out = append(out, g.Term(t))
		}
	}
	return out
}

// shown says whether readers are shown term t as a concept.
func (g *Guide) shown(t int32) bool { return g.a.Vocabulary.Terms[t].Kind != ingest.Word }

// carries says whether term t may be given as a reason: a concept, and not one so common that it links nothing.
func (g *Guide) carries(t int32) bool { return g.shown(t) && !g.common[t] }

// Measure returns the measure of the name, nil where there is none.
func (g *Guide) Measure(name string) *atlas.Measure {
	for i := range g.a.Measures {
		if g.a.Measures[i].Name == name {
			return &g.a.Measures[i]
		}
	}
	return nil
}

// Ranked returns all papers by a measure, the highest first, ties by number; by number alone where there is no such
// measure. O(n log n) time.
func (g *Guide) Ranked(measure string) []int32 {
	order := make([]int32, len(g.a.Corpus.Documents))
	for i := range order {
		order[i] = int32(i)
	}
	g.sortBy(order, measure)
	return order
}

// sortBy sorts papers by a measure, the highest first, ties by number.
func (g *Guide) sortBy(papers []int32, measure string) {
	m := g.Measure(measure)
	slices.SortFunc(papers, func(a, b int32) int {
		if m == nil {
			return cmp.Compare(a, b)
		}
		return cmp.Or(cmp.Compare(m.Ranks[a], m.Ranks[b]), cmp.Compare(a, b))
	})
}

// Scores returns the scores and ranks of paper u by the names of the measures; a score that is no finite number is left
// out with its rank.
func (g *Guide) Scores(u int32) (scores map[string]float64, ranks map[string]int32) {
	scores, ranks = make(map[string]float64, len(g.a.Measures)), make(map[string]int32, len(g.a.Measures))
	for _, m := range g.a.Measures {
		if s := m.Scores[u]; !math.IsNaN(s) && !math.IsInf(s, 0) {
			scores[m.Name], ranks[m.Name] = s, m.Ranks[u]
		}
	}
	return scores, ranks
}
