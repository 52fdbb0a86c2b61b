package main

import (
	"context"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"papergraph/graph"
	"papergraph/graph/atlas"
	"papergraph/graph/centrality"
	"papergraph/graph/community"
	"papergraph/graph/layout"
	"papergraph/graph/read"
)

// analysis is an answer of analyze, and what it is made from.
type analysis struct {
	Graph       graphFacts           `json:"graph"`
	Names       []string             `json:"names,omitempty"` // by node, where nodes are not their numbers
	Scores      map[string][]float64 `json:"scores,omitempty"`
	Sums        map[string]float64   `json:"sums,omitempty"` // of scores, where they are left out
	Estimates   map[string]estimated `json:"estimates,omitempty"`
	CutEdges    *[][2]int32          `json:"cutEdges,omitempty"`
	Communities *groups              `json:"communities,omitempty"`
	Layout      [][2]float64         `json:"layout,omitempty"`
	Timings     map[string]float64   `json:"timings,omitempty"` // seconds
	RSS         float64              `json:"rssMiB,omitempty"`

	read     *read.Graph
	links    *graph.CSR
	asked    *analyzeOptions
	settings atlas.Settings
	workers  int
	labels   []int32                    // of the communities, from 0; nil before they were found
	passed   *centrality.DistanceScores // what the pass over all distances gave; nil before
	passTook float64                    // seconds
	running  string                     // the measure in hand
}

// graphFacts is about the graph as a whole; what no measure that was asked for tells is absent.
type graphFacts struct {
	Nodes        int      `json:"nodes"`
	Edges        int      `json:"edges"`
	Directed     bool     `json:"directed,omitempty"`
	Components   *int     `json:"components,omitempty"`
	Diameter     *float64 `json:"diameter,omitempty"`
	MeanPath     *float64 `json:"meanPath,omitempty"`
	Transitivity *float64 `json:"transitivity,omitempty"`
	Clustering   *float64 `json:"clustering,omitempty"`
	CutEdges     *int     `json:"cutEdges,omitempty"`
}

// estimated says how exact scores are that were sampled.
type estimated struct {
	Samples    int     `json:"samples"`
	Error      float64 `json:"error"`      // as a share of all pairs
	ErrorPairs float64 `json:"errorPairs"` // on the scale of the scores
	Confidence float64 `json:"confidence"`
}

type groups struct {
	Count      int     `json:"count"`
	Modularity float64 `json:"modularity"`
	Labels     []int32 `json:"labels,omitempty"` // by node, from 1
}

// analysis reads the graph and does what is asked for.
func (p *program) analysis(ctx context.Context, o *options, q *analyzeOptions, name string) (*analysis, error) {
	a := &analysis{asked: q, settings: o.settings, workers: o.workers, Scores: map[string][]float64{}, Timings: map[string]float64{}}
	err := a.time("read", func() (err error) {
		a.read, err = p.openGraph(ctx, o, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	a.links, a.Names = a.read.Links, a.read.Names
	a.Graph = graphFacts{Nodes: a.links.Order(), Edges: a.links.Size(), Directed: a.read.Directed}
	if a.read.Directed {
		a.Graph.Edges = len(a.read.Arcs)
	}
	b := p.newBar()
	err = a.run(ctx, b.Step)
	b.end()
	if err != nil {
		return nil, err
	}
	a.finish()
	return a, nil
}

// run does the parts of an analysis, and tells how far it is.
func (a *analysis) run(ctx context.Context, tell func(stage string, done, total int)) error {
	total := len(measures) + 2
	for i, m := range measures {
		if !slices.Contains(a.asked.measures, m.name) {
			continue
		}
		tell(m.name, i, total)
		a.running = m.name
		if err := a.time(m.name, func() error { return m.run(ctx, a) }); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		if m.ofPass { // the first to be asked for did the work of all
			a.passTook = max(a.passTook, a.Timings[m.name])
			a.Timings[m.name] = a.passTook
		}
	}
	if a.asked.communities != "" {
		tell("communities", len(measures), total)
		if err := a.time("communities", func() error { return a.group(ctx) }); err != nil {
			return fmt.Errorf("communities: %w", err)
		}
	}
	if a.asked.layout != "" {
		tell("layout", len(measures)+1, total)
		if err := a.time("layout", func() error { return a.place(ctx) }); err != nil {
			return fmt.Errorf("layout: %w", err)
		}
	}
	return ctx.Err()
}

// time runs a part and keeps how long it took.
func (a *analysis) time(part string, run func() error) error {
	began := time.Now()
	err := run()
	a.Timings[part] = time.Since(began).Seconds()
	return err
}

// score keeps the scores of a measure.
func (a *analysis) score(name string, scores []float64, err error) error {
	if err != nil {
		return err
	}
	for u, s := range scores {
		if math.IsNaN(s) || math.IsInf(s, 0) {
			return fmt.Errorf("the score of node %s is beyond what a number can hold", a.name(u))
		}
	}
	a.Scores[name] = scores
	return nil
}

func (a *analysis) cutEdges(edges [][2]int32) {
	count := len(edges)
	a.Graph.CutEdges = &count
	if edges == nil {
		edges = [][2]int32{}
	}
	a.CutEdges = &edges
}

func (a *analysis) group(ctx context.Context) error {
	labels, err := group(ctx, a.links, a.asked.communities, a.grouping())
	if err != nil {
		return err
	}
	a.labels = labels
	a.Communities = &groups{Modularity: community.Modularity(a.links, labels, a.settings.Resolution)}
	a.Communities.Labels = make([]int32, len(labels))
	for u, c := range labels {
		a.Communities.Labels[u] = c + 1
		a.Communities.Count = max(a.Communities.Count, int(c)+1)
	}
	return nil
}

// A graph of few nodes has the usual starts at once; above, two are made in the time of one on two cores, and end with a
// pass that gains little. More of both would raise modularity by less than a part in a thousand, in twice the time.
const (
	fewNodes    = 1000
	largeStarts = 2
	largeGain   = 5e-4
)

// grouping is how communities are found.
func (a *analysis) grouping() community.Options {
	o := community.DefaultLeiden
	if a.links.Order() > fewNodes {
		o.Starts, o.Gain = largeStarts, largeGain
	}
	o.Seed, o.Resolution, o.Workers = a.settings.Seed, a.settings.Resolution, a.workers
	return o
}

// place lays the graph out, the communities as areas; where none are asked for, they are found for this.
func (a *analysis) place(ctx context.Context) error {
	if a.labels == nil {
		var err error
		if a.labels, err = community.Leiden(ctx, a.links, a.grouping()); err != nil {
			return err
		}
	}
	o := layout.Default
	o.Seed, o.Workers = a.settings.Seed, a.workers
	points, err := layout.Force(ctx, a.links, a.labels, nil, o)
	if err != nil {
		return err
	}
	a.Layout = make([][2]float64, len(points))
	for u, at := range points {
		a.Layout[u] = [2]float64{at.X, at.Y}
	}
	return nil
}

// finish takes out what is not asked for.
func (a *analysis) finish() {
	if a.asked.noScores {
		a.Sums = map[string]float64{}
		for _, name := range slices.Sorted(maps.Keys(a.Scores)) {
			for _, s := range a.Scores[name] {
				a.Sums[name] += s
			}
		}
		a.Names, a.Scores, a.Layout, a.CutEdges = nil, nil, nil, nil
		if a.Communities != nil {
			a.Communities.Labels = nil
		}
	}
	if a.asked.timings {
		a.RSS = peakMemory()
	} else {
		a.Timings = nil
	}
}

// name returns what a node is called.
func (a *analysis) name(u int) string {
	if a.read.Names == nil {
		return strconv.Itoa(u)
	}
	return a.read.Names[u]
}

// peakMemory returns the most memory that the program had at once, in MiB, where the system tells; else 0.
func peakMemory() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if text, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kib, _ := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "kB")), 64)
			return kib / 1024
		}
	}
	return 0
}
