package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"papergraph/graph/atlas"
)

// options is what the flags of a command say.
type options struct {
	settings atlas.Settings
	workers  int
	wishing  wishing
	strict   bool
	quiet    bool
	logAs    string
	format   string
	out      string
}

// talking adds the flags of every command that reads papers.
func (o *options) talking(c *cobra.Command) {
	f := c.Flags()
	f.BoolVar(&o.quiet, "quiet", false, "tell nothing but errors")
	f.StringVar(&o.logAs, "log-format", "text", "how warnings and summaries are told: text or json")
	f.BoolVar(&o.strict, "strict", false, "make a warning a failure (exit code 1)")
	c.RegisterFlagCompletionFunc("log-format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp)) //nolint:errcheck // the flag stands above
}

// making adds the flags that a map depends on.
func (o *options) making(c *cobra.Command) {
	f := c.Flags()
	o.settings = atlas.DefaultSettings
	f.Uint64Var(&o.settings.Seed, "seed", o.settings.Seed, "number that all random streams start from")
	f.IntVar(&o.settings.Neighbours, "neighbours", o.settings.Neighbours, "link each paper to at most so many nearest ones")
	f.Float64Var(&o.settings.MinWeight, "min-weight", o.settings.MinWeight, "leave out links below this weight, 0 to 1")
	f.Float64Var(&o.settings.Resolution, "resolution", o.settings.Resolution, "above 1 more and smaller communities, below 1 fewer")
	o.wishing.flags(c)
	f.IntVar(&o.workers, "workers", 0, "cores to use, 0 for all; the result does not depend on it")
}

// writing adds the flags of what is written where. The first format is the usual one.
func (o *options) writing(c *cobra.Command, formats ...string) {
	f := c.Flags()
	f.StringVar(&o.format, "format", "", "one of "+strings.Join(formats, ", ")+"; usually "+formats[0]+", or what the ending of -o says")
	f.StringVarP(&o.out, "output", "o", "-", "file to write; - is standard output")
	c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp)) //nolint:errcheck // the flag stands above
}

// check says what is out of range.
func (o *options) check() error {
	s := o.settings
	switch {
	case o.logAs != "text" && o.logAs != "json":
		return wrongUse("--log-format %s: try text or json", o.logAs)
	case s.Neighbours < 1:
		return wrongUse("--neighbours %d: try a number from 1 on", s.Neighbours)
	case !(s.MinWeight >= 0 && s.MinWeight <= 1): // so written, NaN is refused too
		return wrongUse("--min-weight %g: try a number from 0 to 1", s.MinWeight)
	case !(s.Resolution > 0 && s.Resolution <= 1000):
		return wrongUse("--resolution %g: try a number above 0, such as 0.5 or 2", s.Resolution)
	case o.workers < 0:
		return wrongUse("--workers %d: try 0 for all cores, or a number of them", o.workers)
	}
	return o.wishing.check()
}

// choose returns the format to write in, of those that a command knows.
func (o *options) choose(formats []string) (string, error) {
	if o.format != "" {
		if !slices.Contains(formats, o.format) {
			return "", wrongUse("--format %s: try %s", o.format, either(formats))
		}
		return o.format, nil
	}
	ending := endingOf(o.out)
	format, known := endings[ending]
	switch {
	case !known:
		return formats[0], nil
	case !slices.Contains(formats, format):
		return "", wrongUse("-o %s: this command writes no %s; try %s", o.out, format, either(formats))
	}
	return format, nil
}

// endings says which format a file name asks for.
var endings = map[string]string{
	"csv": "csv", "graphml": "graphml", "html": "html", "json": "json", "jsonl": "jsonl", "md": "md", "ndjson": "jsonl",
	"thesaurus": "thesaurus", "tsv": "tsv", "txt": "text",
}

// endingOf returns what stands behind the last dot of a file name, in lower case.
func endingOf(name string) string {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 || strings.ContainsAny(name[dot:], `/\`) {
		return ""
	}
	return strings.ToLower(name[dot+1:])
}

// either joins choices for a sentence.
func either(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}
