package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
)

func (p *program) concepts() *cobra.Command {
	top := 0
	return p.ask(question{
		use: "concepts INPUT...", short: "The concepts, those in most papers first",
		example: "  papergraph concepts demo --top 20",
		formats: tableFormats,
		flags:   func(c *cobra.Command) { c.Flags().IntVar(&top, "top", top, "only the first so many, 0 for all") },
		check:   func() error { return notNegative("top", top) },
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
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

func namesOf(terms []answer.ConceptRef) []string {
	labels := make([]string, len(terms))
	for i, t := range terms {
		labels[i] = t.Label
	}
	return labels
}
