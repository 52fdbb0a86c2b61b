package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
	"papergraph/ingest"
)

func (p *program) concepts() *cobra.Command {
	top := 0
	return p.ask(question{
		use: "concepts INPUT...", short: "The concepts, those in most papers first",
		example: "  papergraph concepts demo --top 20",
		formats: append(slices.Clone(tableFormats), "thesaurus"),
		flags:   func(c *cobra.Command) { c.Flags().IntVar(&top, "top", top, "only the first so many, 0 for all") },
		check:   func() error { return notNegative("top", top) },
		needs:   atlas.Concepts,
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
			if format == "thesaurus" {
				return thesaurus(g).writeTSV(w)
			}
			page, err := g.Concepts(answer.ConceptsQuery{Limit: top})
			if err != nil {
				return err
			}
			page.Next = nil // a cursor belongs to a server
			return table[answer.Concept]{
				whole: page, items: slices.Values(page.Items),
				head: []string{"key", "label", "kind", "long", "papers", "score", "broader"},
				row: func(c answer.Concept) []any {
					return []any{name(c.Key), c.Label, c.Kind, c.Long, c.Papers, c.Score, namesOf(c.Broader)}
				},
			}.write(w, format)
		},
	})
}

// thesaurus has a row for each spelling of a concept, below what the reader decided; kinds only where some are pinned.
func thesaurus(g *answer.Guide) table[ingest.Wish] {
	rows := g.Atlas().Vocabulary.Thesaurus(g.Atlas().Corpus, g.Atlas().Wishes)
	t := table[ingest.Wish]{
		items: slices.Values(rows), head: []string{"label", "replace by"},
		row: func(w ingest.Wish) []any { return []any{w.Label, w.By} },
	}
	if slices.ContainsFunc(rows, func(w ingest.Wish) bool { return w.Pinned }) {
		t.head = append(t.head, "kind")
		t.row = func(w ingest.Wish) []any {
			if w.Pinned {
				return []any{w.Label, w.By, w.Kind}
			}
			return []any{w.Label, w.By, ""}
		}
	}
	return t
}

func namesOf(terms []answer.ConceptRef) []string {
	labels := make([]string, len(terms))
	for i, t := range terms {
		labels[i] = t.Label
	}
	return labels
}
