package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
	"papergraph/graph/report"
)

func (p *program) report() *cobra.Command {
	how := report.DefaultOptions
	return p.ask(question{
		use: "report INPUT...", short: "Centrality, communities, bridges, gaps, and what was read",
		example: "  papergraph report demo --format md -o report.md",
		formats: []string{"text", "md", "json", "csv"},
		flags: func(c *cobra.Command) {
			c.Flags().IntVar(&how.Top, "top", how.Top, "rows of each list")
		},
		check: func() error { return atLeastOne("top", how.Top) },
		needs: atlas.Ranks | atlas.Communities,
		answer: func(ctx context.Context, g *answer.Guide, w io.Writer, format string) error {
			r, err := report.Make(ctx, g, how)
			if err != nil {
				return err
			}
			switch format {
			case "md":
				return r.Markdown(w)
			case "json":
				return r.JSON(w)
			case "csv":
				return r.CSV(w)
			}
			return r.Text(w)
		},
	})
}
