package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

// proseFormats are those of answers that are told in sentences.
var proseFormats = []string{"text", "json", "md"}

func (p *program) explain() *cobra.Command {
	var ends ends
	return p.ask(question{
		use: "explain INPUT... --from ID --to ID", short: "Why two papers are linked, down to the sentence",
		example: "  papergraph explain demo --from ho-2020-denoising --to song-2021-implicit",
		formats: proseFormats,
		flags:   ends.flags,
		check:   ends.check,
		needs:   atlas.Links,
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
			why, err := g.Explain(ends.from, ends.to)
			if err != nil {
				return err
			}
			if format == "json" {
				return writeJSON(w, why)
			}
			return writeProse(w, format, func(t *prose) { tellWhy(t, g, why) })
		},
	})
}

// ends are the two papers of a question.
type ends struct{ from, to string }

func (e *ends) flags(c *cobra.Command) {
	c.Flags().StringVar(&e.from, "from", "", "id of a paper")
	c.Flags().StringVar(&e.to, "to", "", "id of another paper")
}

func (e *ends) check() error {
	if err := needed("from", e.from, howToFindIDs); err != nil {
		return err
	}
	return needed("to", e.to, howToFindIDs)
}

// tellWhy tells an explanation: the weight, and a part for each shared concept. Plain words are summed, as on the page.
func tellWhy(t *prose, g *answer.Guide, why answer.Explanation) {
	t.title(titleOf(g, why.Source) + "  ↔  " + titleOf(g, why.Target))
	linked := "linked on the map"
	if !why.Linked {
		linked = "not linked on the map"
	}
	t.line(fmt.Sprintf("strength %.3f, %s", why.Weight, linked))
	for _, b := range why.BuildsOn {
		t.heading(fmt.Sprintf("builds on: %s uses %s, which %s introduces", titleOf(g, b.From), b.Method.Label, titleOf(g, b.To)))
		for _, said := range [...][]answer.Evidence{b.Introduces, b.Uses} {
			if len(said) > 0 {
				t.quote(said[0].Sentence)
			}
		}
	}
	for _, b := range why.NotBuilt {
		t.heading(fmt.Sprintf("no builds-on link by %s", b.Method.Label))
		t.line(titleOf(g, b.Paper) + ": " + b.Why)
	}
	words := 0.0
	for _, s := range why.Shares {
		if s.Kind == "word" {
			words += s.Share
			continue
		}
		t.heading(fmt.Sprintf("%.3f  %s (%s)", s.Share, s.Label, s.Kind))
		tellEvidence(t, s.Evidence)
	}
	if words > 0 {
		t.heading(fmt.Sprintf("%.3f  plain words", words))
	}
}

// tellEvidence tells the first sentence of either paper: the others say the same again.
func tellEvidence(t *prose, both answer.BothEvidence) {
	for _, side := range [...][]answer.Evidence{both.Source, both.Target} {
		if len(side) > 0 {
			t.quote(side[0].Sentence)
		}
	}
}

// titleOf returns the title of a paper, or its id where it has none.
func titleOf(g *answer.Guide, id string) string {
	if u, ok := g.Atlas().Corpus.Find(id); ok {
		if title := g.Atlas().Corpus.Documents[u].Title; title != "" {
			return title
		}
	}
	return id
}
