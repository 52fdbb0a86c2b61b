package main

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/export"
	"papergraph/ingest/bib"
)

// fileFormat is a format of files that the program reads or writes.
type fileFormat struct {
	Name    string   `json:"name"`
	Way     string   `json:"way"` // read or write
	Label   string   `json:"label"`
	Endings []string `json:"endings"`
	What    string   `json:"what,omitempty"`
}

func (p *program) formats() *cobra.Command {
	o := &options{}
	c := &cobra.Command{
		Use: "formats", Short: "What can be read and written",
		Example: "  papergraph formats",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			format, err := o.choose(tableFormats)
			if err != nil {
				return err
			}
			all := fileFormats()
			return p.write(o.out, func(w io.Writer) error {
				return table[fileFormat]{
					whole: answer.List[fileFormat]{Items: all}, items: slices.Values(all),
					head: []string{"way", "name", "label", "endings"},
					row:  func(f fileFormat) []any { return []any{f.Way, f.Name, f.Label, f.Endings} },
				}.write(w, format)
			})
		},
	}
	o.writing(c, tableFormats...)
	return c
}

// fileFormats returns what is read, in the order in which it is tried, then what is written.
func fileFormats() []fileFormat {
	var all []fileFormat
	for _, f := range bib.Formats() {
		all = append(all, fileFormat{f.Name, "read", f.Label, f.Endings, f.What})
	}
	for _, f := range export.Formats() {
		endings := f.Parts
		if endings == nil {
			endings = []string{f.Ending}
		}
		all = append(all, fileFormat{f.Name, "write", f.Label, endings, ""})
	}
	return all
}
