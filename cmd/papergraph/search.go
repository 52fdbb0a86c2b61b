package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

func (p *program) search() *cobra.Command {
	query, top := "", 20
	return p.ask(question{
		use: "search INPUT... --query TEXT", short: "Papers and concepts by words, the best first",
		example: `  papergraph search demo --query "diffusion guidance"`,
		formats: tableFormats,
		flags: func(c *cobra.Command) {
			c.Flags().StringVar(&query, "query", "", "words to look for")
			c.Flags().IntVar(&top, "top", top, "at most so many hits")
		},
		check: func() error {
			if err := needed("query", query, "give the words to look for"); err != nil {
				return err
			}
			return atLeastOne("top", top)
		},
		needs: atlas.Concepts,
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
			found := g.Search(query, top)
			return table[answer.Hit]{
				whole: found, items: slices.Values(found.Items),
				head: []string{"kind", "id", "label", "field", "score"},
				row:  func(h answer.Hit) []any { return []any{h.Kind, name(h.ID + h.Key), h.Label, h.Field, h.Score} },
			}.write(w, format)
		},
	})
}
