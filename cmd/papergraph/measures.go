package main

import (
	"context"
	"slices"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/community"
	"papergraph/graph/read"
)

// measure is one that analyze knows.
type measure struct {
	name   string
	run    func(ctx context.Context, a *analysis) error
	ofPass bool // one pass over all distances gives it with two others
}

// measures are those of the contract, in its order.
var measures = []measure{
	{name: "degree", run: degree},
	{name: "strength", run: strength},
	{name: "pagerank", run: pageRank},
	{name: "eigenvector", run: eigenvector},
	{name: "hits", run: hits},
	{name: "kcore", run: kCore},
	{name: "closeness", run: distances, ofPass: true},
	{name: "harmonic", run: distances, ofPass: true},
	{name: "betweenness", run: betweenness},
	{name: "clustering", run: clustering},
	{name: "eccentricity", run: distances, ofPass: true},
	{name: "components", run: components},
	{name: "articulation", run: articulation},
}

// quickMeasures take time in proportion to the edges.
var quickMeasures = []string{"degree", "strength", "pagerank", "kcore", "components"}

func measureNames() []string {
	names := make([]string, len(measures))
	for i, m := range measures {
		names[i] = m.name
	}
	return names
}

// arcsOf returns the edges of a directed graph as centrality has them.
func arcsOf(g *read.Graph) []centrality.Arc {
	arcs := make([]centrality.Arc, len(g.Arcs))
	for i, a := range g.Arcs {
		arcs[i] = centrality.Arc{From: a.U, To: a.V, Weight: a.Weight}
	}
	return arcs
}

func degree(_ context.Context, a *analysis) error {
	return a.score("degree", centrality.Degree(a.links), nil)
}

func strength(_ context.Context, a *analysis) error {
	return a.score("strength", centrality.Strength(a.links), nil)
}

func kCore(_ context.Context, a *analysis) error {
	return a.score("kcore", centrality.KCore(a.links), nil)
}

func eigenvector(ctx context.Context, a *analysis) error {
	x, err := centrality.Eigenvector(ctx, a.links, centrality.DefaultSpectral)
	return a.score("eigenvector", x, err)
}

func pageRank(ctx context.Context, a *analysis) error {
	o := centrality.DefaultPageRank
	o.Workers = a.workers
	if a.read.Directed {
		rank, err := centrality.DirectedPageRank(ctx, a.links.Order(), arcsOf(a.read), o)
		return a.score("pagerank", rank, err)
	}
	rank, err := centrality.PageRank(ctx, a.links, o)
	return a.score("pagerank", rank, err)
}

func hits(ctx context.Context, a *analysis) error {
	if !a.read.Directed {
		x, err := centrality.HITS(ctx, a.links, centrality.DefaultSpectral)
		return a.score("hits", x, err)
	}
	hubs, authorities, err := centrality.DirectedHITS(ctx, a.links.Order(), arcsOf(a.read), centrality.DefaultSpectral)
	if err := a.score("hits", authorities, err); err != nil {
		return err
	}
	return a.score("hubs", hubs, nil)
}

// lengths is what weights are to paths.
func (a *analysis) lengths() centrality.Lengths {
	if a.asked.weights == "similarity" {
		return centrality.Similarity
	}
	return centrality.Hops
}

// distances gives the three measures that one pass has.
func distances(ctx context.Context, a *analysis) error {
	if a.passed == nil {
		d, err := centrality.Distances(ctx, a.links, a.lengths(), a.workers)
		if err != nil {
			return err
		}
		a.passed = d
		a.Graph.Diameter, a.Graph.MeanPath = &d.Diameter, &d.MeanPath
	}
	scores := map[string][]float64{"closeness": a.passed.Closeness, "harmonic": a.passed.Harmonic, "eccentricity": a.passed.Eccentricity}
	return a.score(a.running, scores[a.running], nil)
}

// confidence is that of estimates.
const confidence = 0.9

func betweenness(ctx context.Context, a *analysis) error {
	if a.asked.samples == 0 && a.asked.err == 0 {
		counts, err := centrality.Betweenness(ctx, a.links, a.lengths(), a.workers)
		return a.score("betweenness", counts, err)
	}
	o := centrality.EstimateOptions{Samples: a.asked.samples, Error: a.asked.err, Confidence: confidence, Seed: a.settings.Seed}
	e, err := centrality.EstimateBetweenness(ctx, a.links, a.lengths(), o, a.workers)
	if err != nil {
		return err
	}
	n := float64(a.links.Order())
	a.Estimates = map[string]estimated{"betweenness": {e.Samples, e.Error, e.Error * n * (n - 1) / 2, e.Confidence}}
	return a.score("betweenness", e.Counts, nil)
}

func clustering(ctx context.Context, a *analysis) error {
	c, err := centrality.Clustering(ctx, a.links)
	if err != nil {
		return err
	}
	a.Graph.Transitivity, a.Graph.Clustering = &c.Transitivity, &c.Mean
	return a.score("clustering", c.Local, nil)
}

func components(_ context.Context, a *analysis) error {
	labels, count := centrality.Components(a.links)
	a.Graph.Components = &count
	from1 := make([]float64, len(labels))
	for u, c := range labels {
		from1[u] = float64(c + 1)
	}
	return a.score("components", from1, nil)
}

func articulation(ctx context.Context, a *analysis) error {
	cut, err := centrality.Cuts(ctx, a.links)
	if err != nil {
		return err
	}
	a.cutEdges(cut.Edges)
	return a.score("articulation", cut.Pieces, nil)
}

// groupings are the methods that find communities.
var groupings = []struct {
	name string
	run  func(context.Context, *graph.CSR, community.Options) ([]int32, error)
}{{"leiden", community.Leiden}, {"louvain", community.Louvain}}

var groupingNames = []string{"leiden", "louvain"}

// group finds communities by the method of the name.
func group(ctx context.Context, g *graph.CSR, name string, o community.Options) ([]int32, error) {
	i := slices.Index(groupingNames, name)
	return groupings[i].run(ctx, g, o)
}
