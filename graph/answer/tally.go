package answer

import (
	"cmp"
	"slices"
	"strings"

	"papergraph/graph/papers"
	"papergraph/ingest"
)

// tally adds up the shares of terms over several links.
type tally struct {
	g     *Guide
	sum   map[int32]float64
	order []int32 // as they were met, so that no map order is seen
}

func newTally(g *Guide) *tally { return &tally{g: g, sum: map[int32]float64{}} }

func (t *tally) add(shares []papers.Share) {
	for _, s := range shares {
		if !t.g.carries(s.Term) {
			continue
		}
		if _, ok := t.sum[s.Term]; !ok {
			t.order = append(t.order, s.Term)
		}
		t.sum[s.Term] += s.Share
	}
}

// nameWorth is what a term counts that the name of one of the two communities has already: said again it tells little,
// so it comes first only where it outweighs the others three to one.
const nameWorth = 1.0 / 3

// What a bare word of lower case counts, such as "batch" or "modeling": a reader who sees the label alone learns little. A
// third puts it behind every phrase and name of like share; one that some cue made more than a concept counts twice that.
const (
	bareConcept = 1.0 / 3
	bareOther   = 2.0 / 3
)

// telling returns what term t counts when a reader is shown its label alone.
func (g *Guide) telling(t int32) float64 {
	term := &g.a.Vocabulary.Terms[t]
	switch bare := !strings.ContainsAny(term.Label, " -") && term.Label == strings.ToLower(term.Label); {
	case bare && term.Kind == ingest.Concept:
		return bareConcept
	case bare:
		return bareOther
	}
	return 1
}

// best returns the terms by the sum of their shares, largest first, ties by number; what tells little counts less, and so
// do terms that name community a or b.
func (t *tally) best(a, b int32) []int32 {
	named := slices.Concat(t.g.named(a), t.g.named(b))
	worth := func(term int32) float64 {
		w := t.sum[term] * t.g.telling(term)
		if slices.Contains(named, term) {
			w *= nameWorth
		}
		return w
	}
	out := slices.Clone(t.order)
	slices.SortFunc(out, func(a, b int32) int { return cmp.Or(cmp.Compare(worth(b), worth(a)), cmp.Compare(a, b)) })
	return out
}

// bySum returns the terms by the sum of their shares, whatever names the communities.
func (t *tally) bySum() []int32 { return t.best(-1, -1) }

// named returns the terms of a community's name: those of its terms whose labels the name holds.
func (g *Guide) named(place int32) []int32 {
	if place < 0 {
		return nil
	}
	c := &g.a.Communities[place]
	n := 0
	for n < len(c.Terms) && strings.Contains(c.Name, g.a.Vocabulary.Terms[c.Terms[n]].Label) {
		n++
	}
	return c.Terms[:n]
}

// distinct returns at most n of the terms, those that come first, no two of which share a word.
func (g *Guide) distinct(terms []int32, n int) []int32 {
	var out []int32
	for _, t := range terms {
		if len(out) == n {
			break
		}
		if !slices.ContainsFunc(out, func(o int32) bool { return g.akin(t, o) }) {
			out = append(out, t)
		}
	}
	return out
}

// akin says whether two terms share a word, so that the second tells little once the first was told.
func (g *Guide) akin(a, b int32) bool {
	other := g.wordsOfTerm(b)
	return slices.ContainsFunc(g.wordsOfTerm(a), func(w string) bool { return slices.Contains(other, w) })
}

func (g *Guide) wordsOfTerm(t int32) []string {
	term := &g.a.Vocabulary.Terms[t]
	return strings.FieldsFunc(fold(term.Key+" "+term.Label), func(r rune) bool { return r == ' ' || r == '-' })
}
