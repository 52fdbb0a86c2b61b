package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

func (p *program) related() *cobra.Command {
	paper, top := "", 20
	return p.ask(question{
		use: "related INPUT... --paper ID", short: "The papers nearest to one, and what they share with it",
		example: "  papergraph related demo --paper ho-2020-denoising",
		formats: tableFormats,
		flags: func(c *cobra.Command) {
			c.Flags().StringVar(&paper, "paper", "", "id of a paper")
			c.Flags().IntVar(&top, "top", top, "so many papers")
		},
		check: func() error {
			if err := needed("paper", paper, howToFindIDs); err != nil {
				return err
			}
			return atLeastOne("top", top)
		},
		needs: atlas.Links,
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
			found, err := g.Related(paper, top)
			if err != nil {
				return err
			}
			return table[answer.Related]{
				whole: found, items: slices.Values(found.Items),
				head: []string{"rank", "id", "title", "weight", "shared"},
				row: func(r answer.Related) []any {
					return []any{r.Rank, name(r.ID), r.Title, r.Weight, labelsOf(r.Shares)}
				},
			}.write(w, format)
		},
	})
}

func labelsOf(shares []answer.ShareBrief) []string {
	labels := make([]string, len(shares))
	for i, s := range shares {
		labels[i] = s.Label
	}
	return labels
}
