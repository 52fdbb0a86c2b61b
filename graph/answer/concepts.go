package answer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"papergraph/graph/atlas"
	"papergraph/ingest/vocab"
)

// ConceptsQuery says which concepts the table has. The zero value asks for all.
type ConceptsQuery struct {
	Text   string // only those whose label, key or long form holds this, case and marks aside
	Kind   string // only of this kind
	Limit  int    // at most so many; 0 for all
	Cursor string // where an earlier page ended
}

// Concepts returns the table of concepts, those in most papers first, then the most telling. The error is a
// *QuestionError.
func (g *Guide) Concepts(q ConceptsQuery) (Page[Concept], error) {
	if q.Kind != "" && !slices.Contains(kinds, q.Kind) {
		return Page[Concept]{}, &QuestionError{Part: "kind", Value: q.Kind, Try: "one of " + strings.Join(kinds, ", ")}
	}
	var terms []int32
	for t := range g.a.Vocabulary.Terms {
		if g.shown(int32(t)) && g.asked(int32(t), q) {
			terms = append(terms, int32(t))
		}
	}
	g.sortTerms(terms)
	part, next, err := cut(terms, q.Limit, q.Cursor, g.a.Hash+strings.Join([]string{"concepts", q.Text, q.Kind}, "\x00"))
	if err != nil {
		return Page[Concept]{}, err
	}
	page := Page[Concept]{Items: make([]Concept, len(part)), Next: next}
	for i, t := range part {
		page.Items[i] = g.concept(t)
	}
	return page, nil
}

// kinds are those that concepts have.
var kinds = []string{"method", "dataset", "metric", "task", "concept"}

func (g *Guide) asked(t int32, q ConceptsQuery) bool {
	term := &g.a.Vocabulary.Terms[t]
	if q.Kind != "" && term.Kind.String() != q.Kind {
		return false
	}
	want := fold(strings.TrimSpace(q.Text))
	return want == "" || strings.Contains(fold(term.Label), want) || strings.Contains(fold(term.Key), want) ||
		strings.Contains(fold(term.Long), want)
}

// sortTerms puts terms in most papers first, then by score, then by key.
func (g *Guide) sortTerms(terms []int32) {
	all := g.a.Vocabulary.Terms
	slices.SortFunc(terms, func(a, b int32) int {
		return cmp.Or(cmp.Compare(all[b].Documents, all[a].Documents), cmp.Compare(all[b].Score, all[a].Score), cmp.Compare(a, b))
	})
}

// Concept returns all that is known of the concept with the key. The error is a *NotFoundError.
func (g *Guide) Concept(key string) (ConceptDetail, error) {
	g.a.Need(atlas.Ranks)
	t, err := g.findTerm(key)
	if err != nil {
		return ConceptDetail{}, err
	}
	papers := slices.Clone(g.holders[t])
	g.sortBy(papers, "pagerank")
	out := ConceptDetail{Concept: g.concept(t), Why: g.a.Vocabulary.Terms[t].Why, In: g.refs(papers), ByYear: map[string]int{}}
	for _, u := range papers {
		if year := g.a.Corpus.Documents[u].Year; year != 0 {
			out.ByYear[strconv.Itoa(year)]++
		}
	}
	return out, nil
}

func (g *Guide) concept(t int32) Concept {
	term := &g.a.Vocabulary.Terms[t]
	broader, narrower := slices.Clone(term.Broader), slices.Clone(term.Narrower)
	g.sortTerms(broader)
	g.sortTerms(narrower)
	return Concept{
		ConceptRef: g.Term(t), Long: term.Long, Papers: term.Documents, Score: term.Score,
		Broader: g.terms(broader), Narrower: g.terms(narrower), Senses: g.lazy.senses()[term.Label],
	}
}

// sensesOf returns, by short form, the long forms that it has in some papers, those of most papers first.
func sensesOf(v *vocab.Vocabulary) map[string][]Sense {
	out := map[string][]Sense{}
	for doc := range v.Documents() {
		for _, ab := range v.Abbreviations(doc) {
			if ab.Long != "" {
				out[ab.Short] = counted(out[ab.Short], ab.Long)
			}
		}
	}
	for _, senses := range out {
		slices.SortFunc(senses, func(a, b Sense) int { return cmp.Or(cmp.Compare(b.Papers, a.Papers), cmp.Compare(a.Long, b.Long)) })
	}
	return out
}

// counted counts one more paper for the long form. Spellings that differ in case only are one.
func counted(senses []Sense, long string) []Sense {
	for i := range senses {
		if strings.EqualFold(senses[i].Long, long) {
			senses[i].Papers++
			return senses
		}
	}
	return append(senses, Sense{Long: long, Papers: 1})
}
