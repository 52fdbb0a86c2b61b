package answer

import (
	"iter"
	"strings"

	"papergraph/graph/atlas"
)

// Annotate runs over what each paper mentions, in the order of the input.
func (g *Guide) Annotate() iter.Seq[Annotation] {
	g.a.Need(atlas.Links)
	return func(yield func(Annotation) bool) {
		for _, u := range g.a.Corpus.Input {
			if !yield(g.annotation(u)) {
				return
			}
		}
	}
}

func (g *Guide) annotation(u int32) Annotation {
	d := &g.a.Corpus.Documents[u]
	out := Annotation{ID: d.ID, Title: d.Title, Concepts: g.mentioned(u), Abbreviations: []Abbreviation{}}
	rulers := [2]ruler{{text: d.Title}, {text: d.Abstract}}
	for _, ab := range g.a.Vocabulary.Abbreviations(int(u)) {
		r := &rulers[ab.Field]
		out.Abbreviations = append(out.Abbreviations, Abbreviation{
			Short: strings.ToValidUTF8(ab.Short, "\ufffd"), Long: strings.ToValidUTF8(ab.Long, "\ufffd"),
			Field: ab.Field.String(), Start: r.at(ab.Start), End: r.at(ab.End), Sense: ab.Sense,
		})
	}
	return out
}
