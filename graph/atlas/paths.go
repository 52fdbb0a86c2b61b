package atlas

import (
	"context"

	"papergraph/graph"
	"papergraph/graph/centrality"
)

// Estimate says how scores were estimated from draws. No score of the measure is farther off than Error, with the chance
// Confidence for all of them at once.
type Estimate struct {
	Samples    int     `json:"samples"`
	Of         string  `json:"of"` // what was drawn: paths, or papers from which to search
	Error      float64 `json:"error"`
	Confidence float64 `json:"confidence"`
}

const (
	// exactPapers is up to how many linked papers the measures of shortest paths are exact. All of them take a search from
	// every paper, so that twice the papers take more than four times as long: with 10,000 about half a minute on two cores
	// of 2.6 GHz, with 60,000 the better part of an hour.
	exactPapers = 10_000
	// drawnPaths is from how many paths betweenness is estimated above that: on 60,000 papers, of which the first has 0.8 % of
	// all paths, none is then more than 0.3 points off.
	drawnPaths = 20_000
	// searched is how many searches from a paper, times the papers linked, closeness and harmonic centrality are estimated
	// from, but at least leastSources of them and at most mostSources.
	searched     = 150_000_000
	leastSources = 256
	mostSources  = 2048
	// confidence is that of all estimates. More of it costs little: at 0.99 errors are a tenth wider.
	confidence = 0.9
)

// linked returns the number of papers that have a link.
func linked(g *graph.CSR) int {
	n := 0
	for u := range g.Order() {
		if g.Degree(u) > 0 {
			n++
		}
	}
	return n
}

// paths is a way to come by the measures of shortest paths.
type paths struct {
	between func(ctx context.Context, g *graph.CSR, seed uint64, workers int) (Measure, error)
	near    func(ctx context.Context, g *graph.CSR, seed uint64, workers int) ([]Measure, error) // closeness and harmonic
}

// pathsFor returns the way for so many linked papers.
func pathsFor(papers int) paths {
	if papers > exactPapers {
		return estimatedPaths
	}
	return exactPaths
}

// exactPaths looks at the paths between all papers.
var exactPaths = paths{
	func(ctx context.Context, g *graph.CSR, _ uint64, workers int) (Measure, error) {
		counts, err := centrality.Betweenness(ctx, g, centrality.Similarity, workers)
		return newMeasure("betweenness", "Betweenness", centrality.NormalizeBetweenness(counts)), err
	},
	func(ctx context.Context, g *graph.CSR, _ uint64, workers int) ([]Measure, error) {
		d, err := centrality.Distances(ctx, g, centrality.Similarity, workers)
		if err != nil {
			return nil, err
		}
		return []Measure{newMeasure("closeness", "Closeness", d.Closeness), newMeasure("harmonic", "Harmonic", d.Harmonic)}, nil
	},
}

// estimatedPaths draws some of them.
var estimatedPaths = paths{
	func(ctx context.Context, g *graph.CSR, seed uint64, workers int) (Measure, error) {
		o := centrality.EstimateOptions{Samples: drawnPaths, Confidence: confidence, Seed: seed}
		e, err := centrality.EstimateBetweenness(ctx, g, centrality.Similarity, o, workers)
		if err != nil {
			return Measure{}, err
		}
		m := newMeasure("betweenness", "Betweenness", centrality.NormalizeBetweenness(e.Counts))
		n := float64(g.Order()) // the error is a share of all pairs, the score one of the pairs that a paper can lie between
		m.Estimate = &Estimate{Samples: e.Samples, Of: "paths", Error: e.Error * n / (n - 2), Confidence: e.Confidence}
		return m, nil
	},
	func(ctx context.Context, g *graph.CSR, seed uint64, workers int) ([]Measure, error) {
		sources := min(max(leastSources, searched/linked(g)), mostSources)
		o := centrality.SourceOptions{Sources: sources, Confidence: confidence, Seed: seed}
		e, err := centrality.EstimateDistances(ctx, g, centrality.Similarity, o, workers)
		if err != nil {
			return nil, err
		}
		closeness, harmonic := newMeasure("closeness", "Closeness", e.Closeness), newMeasure("harmonic", "Harmonic", e.Harmonic)
		closeness.Estimate = &Estimate{Samples: e.Sources, Of: "papers", Error: e.ClosenessError, Confidence: e.Confidence}
		harmonic.Estimate = &Estimate{Samples: e.Sources, Of: "papers", Error: e.HarmonicError, Confidence: e.Confidence}
		return []Measure{closeness, harmonic}, nil
	},
}
