package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
)

func (p *program) links() *cobra.Command {
	top := 10
	return p.ask(question{
		use: "links INPUT...", short: "Each paper's nearest papers",
		example: "  papergraph links demo --top 3 --format csv",
		formats: tableFormats,
		flags:   func(c *cobra.Command) { c.Flags().IntVar(&top, "top", top, "so many for each paper") },
		check:   func() error { return atLeastOne("top", top) },
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
			return table[answer.Link]{
				whole: list(format, g.Links(top)), items: g.Links(top),
				head: []string{"source", "target", "rank", "weight", "kind", "onMap", "sameWork"},
				row: func(l answer.Link) []any {
					return []any{name(l.Source), name(l.Target), l.Rank, l.Weight, l.Kind, l.OnMap, l.SameWork}
				},
			}.write(w, format)
		},
	})
}
