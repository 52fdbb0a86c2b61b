package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

func (p *program) papers() *cobra.Command {
	top := 0
	return p.ask(question{
		use: "papers INPUT...", short: "The papers, the most central first",
		example: "  papergraph papers demo --top 10",
		formats: tableFormats,
		flags:   func(c *cobra.Command) { c.Flags().IntVar(&top, "top", top, "only the first so many, 0 for all") },
		check:   func() error { return notNegative("top", top) },
		needs:   atlas.Ranks | atlas.Communities,
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
			page, err := g.Papers(answer.PapersQuery{Limit: top})
			if err != nil {
				return err
			}
			page.Next = nil // a cursor belongs to a server
			return table[answer.Paper]{
				whole: page, items: slices.Values(page.Items),
				head: []string{"id", "title", "year", "community", "pagerank", brokerage(page, format), "links", "concepts"},
				row: func(i answer.Paper) []any {
					return []any{
						name(i.ID), i.Title, known(i.Year), known(i.Community), i.Scores["pagerank"], i.Scores["betweenness"],
						i.Scores["degree"], i.Concepts,
					}
				},
			}.write(w, format)
		},
	})
}

// brokerage is the head of the column of betweenness: for people it says when it is an estimate, programs look into JSON for that.
func brokerage(page answer.PapersPage, format string) string {
	if _, ok := page.Estimates["betweenness"]; ok && (format == "text" || format == "md") {
		return "betweenness (estimate)"
	}
	return "betweenness"
}

// notNegative says that a number must be 0 or more.
func notNegative(flag string, n int) error {
	if n < 0 {
		return wrongUse("--%s %d: try 0 for all, or a number from 1 on", flag, n)
	}
	return nil
}
