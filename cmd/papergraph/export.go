package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
	"papergraph/graph/export"
)

func (p *program) export() *cobra.Command {
	o, kind := &options{}, ""
	c := &cobra.Command{
		Use: "export INPUT...", Short: "The graph as a file for other tools",
		Example: "  papergraph export demo --format graphml -o map.graphml",
		Args:    inputs,
		RunE: func(c *cobra.Command, names []string) error {
			format, err := p.prepare(o, exportFormats(), func() error { return knownLinks(kind) })
			if err != nil {
				return err
			}
			f, _ := export.Find(format) // prepare lets no other pass
			if f.Parts != nil && o.out == "-" {
				return wrongUse("%s is %d files and cannot go to standard output: try -o map.%s", f.Name, len(f.Parts), f.Name)
			}
			g, err := p.make(c.Context(), o, names, atlas.Whole)
			if err != nil {
				return err
			}
			return p.writeGraph(c.Context(), o.out, f, g, export.Selection{BuildsOn: kind == buildsOn})
		},
	}
	o.talking(c)
	o.making(c)
	o.writing(c, exportFormats()...)
	linksFlag(c, &kind)
	return c
}

func exportFormats() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// writeGraph writes the file, or the two of a pair: map.csv becomes map.nodes.csv and map.edges.csv.
func (p *program) writeGraph(ctx context.Context, out string, f export.Format, g *answer.Guide, only export.Selection) error {
	if f.Parts == nil {
		return p.write(out, func(w io.Writer) error { return f.Write(ctx, w, g, only) })
	}
	stem := out
	if endingOf(out) == f.Name {
		stem = out[:len(out)-len(f.Name)-1]
	}
	nodes, edges := stem+f.Parts[0], stem+f.Parts[1]
	err := p.write(nodes, func(first io.Writer) error {
		return p.write(edges, func(second io.Writer) error { return export.CSV(ctx, first, second, g, only) })
	})
	if err == nil {
		p.tell.note("wrote %s", strings.Join([]string{nodes, edges}, " and "))
	}
	return err
}
