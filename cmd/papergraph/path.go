package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

func (p *program) path() *cobra.Command {
	var ends ends
	k := 3
	return p.ask(question{
		use: "path INPUT... --from ID --to ID", short: "How one paper leads to another, step by step",
		example: "  papergraph path demo --from ho-2020-denoising --to ruiz-2023-dreambooth",
		formats: proseFormats,
		flags: func(c *cobra.Command) {
			ends.flags(c)
			c.Flags().IntVar(&k, "k", k, "at most so many ways")
		},
		check: func() error {
			if err := ends.check(); err != nil {
				return err
			}
			return atLeastOne("k", k)
		},
		needs: atlas.Links,
		answer: func(ctx context.Context, g *answer.Guide, w io.Writer, format string) error {
			stories, err := g.Path(ctx, ends.from, ends.to, k)
			if err != nil {
				return err
			}
			if format == "json" {
				return writeJSON(w, stories)
			}
			return writeProse(w, format, func(t *prose) { tellPaths(t, g, ends, stories) })
		},
	})
}

// tellPaths tells the ways from paper to paper.
func tellPaths(t *prose, g *answer.Guide, e ends, stories answer.List[answer.Story]) {
	t.title(titleOf(g, e.from) + "  →  " + titleOf(g, e.to))
	if len(stories.Items) == 0 {
		t.line("No links lead from one to the other.")
		return
	}
	for i, s := range stories.Items {
		t.heading(fmt.Sprintf("Way %d, %s, strength %.3f", i+1, count(len(s.Steps)/2, "step"), s.Weight))
		for _, step := range s.Steps {
			tellStep(t, step)
		}
	}
}

func tellStep(t *prose, s answer.Step) {
	if s.Paper != nil {
		t.line(s.Paper.Title + " [" + s.Paper.ID + "]")
	}
	if s.Concept != nil {
		t.line("  ↓ " + s.Concept.Label + " (" + s.Concept.Kind + ")")
	}
	if s.Evidence != nil {
		tellEvidence(t, *s.Evidence)
	}
}
