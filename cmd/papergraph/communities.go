package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

func (p *program) communities() *cobra.Command {
	return p.ask(question{
		use: "communities INPUT...", short: "The communities, the largest first",
		example: "  papergraph communities demo",
		formats: tableFormats,
		needs:   atlas.Communities,
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
			page := g.Communities()
			return table[answer.Community]{
				whole: page, items: slices.Values(page.Items),
				head: []string{"id", "name", "size", "concepts", "central"},
				row: func(c answer.Community) []any {
					return []any{c.ID, c.Name, c.Size, namesOf(c.Concepts), titlesOf(c.Central)}
				},
			}.write(w, format)
		},
	})
}

func titlesOf(papers []answer.PaperRef) []string {
	titles := make([]string, len(papers))
	for i, p := range papers {
		titles[i] = p.Title
	}
	return titles
}
