package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"papergraph/graph/atlas"
	"papergraph/graph/export"
	"papergraph/graph/read"
	"papergraph/ingest"
)

// analyzeFormats are the formats of analyze, the one for people first.
var analyzeFormats = []string{"text", "json", "csv", "tsv"}

func (p *program) analyze() *cobra.Command {
	o, q := &options{settings: atlas.DefaultSettings}, &analyzeOptions{}
	c := &cobra.Command{
		Use: "analyze GRAPH", Short: "Measures, communities and a layout of any graph",
		Long:    analyzeLong,
		Example: "  papergraph analyze demo --measures pagerank,betweenness --communities leiden",
		Args:    oneGraph,
		RunE: func(c *cobra.Command, names []string) error {
			format, err := p.prepare(o, analyzeFormats, q.check)
			if err == nil {
				err = q.fits(format)
			}
			if err != nil {
				return err
			}
			a, err := p.analysis(c.Context(), o, q, names[0])
			if err != nil {
				return err
			}
			return p.write(o.out, func(w io.Writer) error { return a.write(w, format) })
		},
	}
	o.talking(c)
	o.writing(c, analyzeFormats...)
	f := c.Flags()
	f.Uint64Var(&o.settings.Seed, "seed", o.settings.Seed, "number that all random streams start from")
	f.Float64Var(&o.settings.Resolution, "resolution", o.settings.Resolution, "above 1 more and smaller communities, below 1 fewer")
	f.IntVar(&o.workers, "workers", 0, "cores to use, 0 for all; the result does not depend on it")
	q.flags(c)
	return c
}

const analyzeLong = `GRAPH is a list of edges, a line "u v" or "u v weight" each, parted by tabs or spaces, or GraphML; - is standard input, and
demo the links of the built-in example. Nodes are numbers from 0 or names. A first line may name columns source, target and
weight. Files may be packed (gz, zst). Loops, repeated edges and edges of weight 0 are left out with a warning.

Measures: degree strength pagerank eigenvector hits kcore closeness harmonic betweenness clustering eccentricity components
articulation. Betweenness counts each pair once; closeness and harmonic are divided by n-1; the largest score of eigenvector
and hits is 1; components are numbered from 1; articulation says into how many more components the graph falls without a
node. Of a directed graph, pagerank and hits follow the direction, and hubs stand beside hits, which are the authorities.
One pass gives closeness, harmonic and eccentricity, and --timings says of each what the pass took.

With --samples or --error, betweenness is estimated: with a confidence of 0.9, no node is farther off than the error, a
share of all pairs.`

// oneGraph is the check of the argument.
func oneGraph(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return wrongUse("%d graphs: name one file, - for standard input, or demo for the example", len(args))
	}
	return nil
}

// analyzeOptions is what the flags say that only analyze has.
type analyzeOptions struct {
	measures    []string
	communities string // leiden, louvain or nothing
	layout      string // force or nothing
	weights     string // of path measures: ignore or similarity
	samples     int
	err         float64
	noScores    bool
	timings     bool
}

func (q *analyzeOptions) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringSliceVar(&q.measures, "measures", nil, "which, parted by commas; where nothing else is asked for: "+strings.Join(quickMeasures, ","))
	f.StringVar(&q.communities, "communities", "", "find communities: "+either(groupingNames))
	f.StringVar(&q.layout, "layout", "", "place the nodes: force")
	f.StringVar(&q.weights, "weights", "ignore", "what weights are to paths: ignore, or similarity for lengths of 1/weight")
	f.IntVar(&q.samples, "samples", 0, "estimate betweenness from so many shortest paths")
	f.Float64Var(&q.err, "error", 0, "estimate betweenness with no larger error, a share of all pairs")
	f.BoolVar(&q.noScores, "no-scores", false, "leave out what has an entry a node; sums stay")
	f.BoolVar(&q.timings, "timings", false, "say how many seconds each part took, and how much memory the program")
	for name, values := range map[string][]string{
		"measures": measureNames(), "communities": groupingNames, "layout": {"force"}, "weights": weightNames,
	} {
		c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)) //nolint:errcheck // the flags stand above
	}
}

var weightNames = []string{"ignore", "similarity"}

// check says what is wrong with the flags, and chooses measures where nothing is asked for.
func (q *analyzeOptions) check() error {
	for _, name := range q.measures {
		if !slices.Contains(measureNames(), name) {
			return wrongUse("--measures %s: try %s", name, either(measureNames()))
		}
	}
	if len(q.measures) == 0 && q.communities == "" && q.layout == "" {
		q.measures = quickMeasures
	}
	return cmp.Or(
		oneOf("communities", q.communities, groupingNames...), oneOf("layout", q.layout, "force"),
		oneOf("weights", q.weights, weightNames...), q.checkEstimate(),
	)
}

// oneOf says that a flag must have one of the values, or none.
func oneOf(flag, value string, values ...string) error {
	if value != "" && !slices.Contains(values, value) {
		return wrongUse("--%s %s: try %s", flag, value, either(values))
	}
	return nil
}

func (q *analyzeOptions) checkEstimate() error {
	switch {
	case q.samples < 0:
		return wrongUse("--samples %d: try a number from 1 on", q.samples)
	case !(q.err >= 0 && q.err < 1): // so written, NaN is refused too
		return wrongUse("--error %g: try a share of all pairs, such as 0.01", q.err)
	case q.samples > 0 && q.err > 0:
		return wrongUse("--samples and --error: one decides, the other follows")
	case (q.samples > 0 || q.err > 0) && !slices.Contains(q.measures, "betweenness"):
		return wrongUse("--samples and --error are for betweenness: try --measures betweenness with them")
	}
	return nil
}

// fits says whether a format can hold what is asked for: a table has a row a node and nothing else.
func (q *analyzeOptions) fits(format string) error {
	if (format == "csv" || format == "tsv") && (q.noScores || q.timings) {
		return wrongUse("--format %s is a row a node: --no-scores and --timings are for text and json", format)
	}
	return nil
}

// openGraph reads the graph and tells of it.
func (p *program) openGraph(ctx context.Context, o *options, name string) (*read.Graph, error) {
	g, err := p.readGraph(ctx, o, name)
	if err != nil {
		return nil, err
	}
	var list []ingest.Warning
	for _, w := range g.Warnings {
		what := w.What
		if w.Count > 1 {
			what = fmt.Sprintf("%s, and %d more", what, w.Count-1)
		}
		list = append(list, ingest.Warning{File: name, Line: w.Line, Kind: ingest.Skipped, What: what, Done: w.Done})
	}
	p.tell.warnings(list)
	p.tell.note("read %s and %s", count(g.Links.Order(), "node"), count(g.Links.Size(), "edge"))
	if o.strict && len(list) > 0 {
		return nil, errWarned
	}
	return g, nil
}

func (p *program) readGraph(ctx context.Context, o *options, name string) (*read.Graph, error) {
	from := p.stdin
	switch name {
	case "-":
		name = "standard input"
	case demoName:
		example, err := p.demoGraph(ctx, o)
		if err != nil {
			return nil, err
		}
		from = example
	default:
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close() //nolint:errcheck // it was only read
		from = f
	}
	g, err := read.File(ctx, from)
	if err != nil && !errors.Is(err, context.Canceled) {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return g, err
}

// demoGraph returns the links of the example, as a file that export writes.
func (p *program) demoGraph(ctx context.Context, o *options) (io.Reader, error) {
	g, err := p.make(ctx, o, []string{demoName}, atlas.Whole)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	return &file, export.GraphML(ctx, &file, g, export.Selection{})
}
