package main

import (
	"context"
	"io"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

func (p *program) annotate() *cobra.Command {
	return p.ask(question{
		use: "annotate INPUT...", short: "Concepts, names and abbreviations of each paper, in the order of the input",
		example: "  papergraph annotate demo --format jsonl",
		formats: tableFormats,
		needs:   atlas.Links,
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
			return annotations(g, format).write(w, format)
		},
	})
}

// annotations has a row for each concept of each paper, but an item for each paper.
func annotations(g *answer.Guide, format string) interface{ write(io.Writer, string) error } {
	if format == "json" || format == "jsonl" {
		return table[answer.Annotation]{whole: list(format, g.Annotate()), items: g.Annotate()}
	}
	return table[conceptOf]{
		items: conceptsOf(g.Annotate()),
		head:  []string{"paper", "concept", "kind", "score", "mentions", "why", "role"},
		row: func(c conceptOf) []any {
			return []any{name(c.paper), c.Label, c.Kind, c.Score, len(c.Mentions), c.Why, c.Role}
		},
	}
}

// conceptOf is a concept with the id of its paper.
type conceptOf struct {
	paper string
	answer.Mentioned
}

func conceptsOf(papers iter.Seq[answer.Annotation]) iter.Seq[conceptOf] {
	return func(yield func(conceptOf) bool) {
		for a := range papers {
			for _, c := range a.Concepts {
				if !yield(conceptOf{a.ID, c}) {
					return
				}
			}
		}
	}
}

// list gathers what --format json writes as one answer; the other formats write item by item and need none.
func list[T any](format string, items iter.Seq[T]) any {
	if format != "json" {
		return nil
	}
	all := slices.Collect(items)
	if all == nil {
		all = []T{}
	}
	return answer.List[T]{Items: all}
}
