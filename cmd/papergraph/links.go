package main

import (
	"cmp"
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

func (p *program) links() *cobra.Command {
	top, kind := 10, "concepts"
	return p.ask(question{
		use: "links INPUT...", short: "Each paper's nearest papers",
		example: "  papergraph links demo --top 3 --format csv",
		formats: tableFormats,
		flags: func(c *cobra.Command) {
			c.Flags().IntVar(&top, "top", top, "so many for each paper")
			linksFlag(c, &kind)
		},
		check: func() error { return cmp.Or(knownLinks(kind), atLeastOne("top", top)) },
		needs: atlas.Links,
		answer: func(_ context.Context, g *answer.Guide, w io.Writer, format string) error {
			links := g.Links(top)
			if kind == buildsOn {
				links = g.BuildsOnLinks(top)
			}
			return table[answer.Link]{
				whole: list(format, links), items: links,
				head: []string{"source", "target", "rank", "weight", "kind", "onMap", "sameWork", "directed"},
				row: func(l answer.Link) []any {
					return []any{name(l.Source), name(l.Target), l.Rank, l.Weight, l.Kind, l.OnMap, l.SameWork, l.Directed}
				},
			}.write(w, format)
		},
	})
}

// buildsOn is the kind of links from papers that use a method to the one that introduces it.
const buildsOn = "builds-on"

// linkKinds are the kinds of links that can be asked for, the usual one first.
var linkKinds = []string{"concepts", buildsOn}

// linksFlag adds the flag that chooses among the kinds of links.
func linksFlag(c *cobra.Command, kind *string) {
	c.Flags().StringVar(kind, "links", linkKinds[0], "which links: "+either(linkKinds))
	c.RegisterFlagCompletionFunc("links", cobra.FixedCompletions(linkKinds, cobra.ShellCompDirectiveNoFileComp)) //nolint:errcheck // the flag stands above
}

// knownLinks says what is wrong with a kind of links.
func knownLinks(kind string) error {
	if !slices.Contains(linkKinds, kind) {
		return wrongUse("--links %s: try %s", kind, either(linkKinds))
	}
	return nil
}
