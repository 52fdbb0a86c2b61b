// Package report makes what a person reads about an atlas: how the reading went, figures of the graph, the papers with
// their scores, ranks and reasons, the communities, what joins them and where they are apart, and how far the measures
// agree. Make gathers it; Text, Markdown, JSON and CSV write it down. A report needs about 1 KB a paper.
package report

import (
	"context"

	"papergraph/graph/answer"
	"papergraph/graph/centrality"
	"papergraph/ingest"
)

// Report is everything told about one atlas, in the shape of the contract.
type Report struct {
	Made        answer.Made          `json:"made"`
	Quality     answer.Quality       `json:"quality"`
	Graph       Graph                `json:"graph"`
	Papers      []Paper              `json:"papers"` // all, by rank of PageRank
	Communities []answer.Community   `json:"communities"`
	Unlinked    []string             `json:"unlinked"` // ids
	Common      []answer.Common      `json:"common"`
	Bridges     []answer.Between     `json:"bridges"`
	Gaps        []answer.Between     `json:"gaps"`
	Agreement   map[string]Agreement `json:"agreement"` // by two measures: "pagerank~degree"

	title    string
	top      int
	measures []measure
	labels   map[string]string // of papers by id
}

// measure is the name of a measure in answers and for readers.
type measure struct{ name, label string }

// Graph is figures of the whole graph. Paths are counted in links.
type Graph struct {
	Papers       int     `json:"papers"`
	Links        int     `json:"links"`
	Components   int     `json:"components"`
	Density      float64 `json:"density"`
	Diameter     int     `json:"diameter"` // of the largest component
	MeanPath     float64 `json:"meanPath"` // over pairs that reach each other
	Transitivity float64 `json:"transitivity"`
	Modularity   float64 `json:"modularity"`
}

// Paper is a paper with its scores.
type Paper struct {
	answer.PaperRef
	Community int                `json:"community,omitempty"`
	Scores    map[string]float64 `json:"scores"`
	Ranks     map[string]int32   `json:"ranks"`
	Because   string             `json:"because,omitempty"`
}

// Options says how much a report tells and how it is made.
type Options struct {
	Top     int // pairs in bridges and gaps, and rows of each list of papers in text; at least 1
	Workers int // cores; 0 for all. The report does not depend on it
}

// DefaultOptions shows what fits on a few pages.
var DefaultOptions = Options{Top: 10}

// Make gathers the report of an atlas. The error is that of ctx. O(VE/64) time for the lengths of paths, and O(terms of
// two papers) a link for the reasons.
func Make(ctx context.Context, g *answer.Guide, o Options) (*Report, error) {
	figures, err := figures(ctx, g, o.Workers)
	if err != nil {
		return nil, err
	}
	top := max(1, o.Top)
	r := &Report{
		Made: g.Made(), Quality: g.Quality(), Graph: figures, Communities: g.Communities().Items, Unlinked: []string{},
		Common: g.Common(), Bridges: g.Bridges(top), Gaps: g.Gaps(top), Agreement: agreements(g.Atlas().Measures),
		title: g.Atlas().Title, top: top, labels: map[string]string{},
	}
	for _, m := range g.Atlas().Measures {
		r.measures = append(r.measures, measure{m.Name, m.Label})
	}
	for i, u := range g.Ranked("pagerank") {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		r.addPaper(g, u)
	}
	for u := range g.Atlas().Corpus.Documents {
		if g.Atlas().Network.Links.Degree(u) == 0 {
			r.Unlinked = append(r.Unlinked, g.Atlas().Corpus.Documents[u].ID)
		}
	}
	return r, nil
}

func (r *Report) addPaper(g *answer.Guide, u int32) {
	p := Paper{PaperRef: g.Ref(u), Because: g.Because(u)}
	if c := g.Atlas().Community[u]; c >= 0 {
		p.Community = g.Atlas().Communities[c].ID
	}
	p.Scores, p.Ranks = g.Scores(u)
	r.Papers = append(r.Papers, p)
	r.labels[p.ID] = labelOf(&g.Atlas().Corpus.Documents[u])
}

func labelOf(d *ingest.Document) string { return oneLine(answer.Label(d)) }

func figures(ctx context.Context, g *answer.Guide, workers int) (Graph, error) {
	links := g.Atlas().Network.Links
	d, err := centrality.Distances(ctx, links, centrality.Hops, workers)
	if err != nil {
		return Graph{}, err
	}
	_, components := centrality.Components(links)
	return Graph{
		Papers: links.Order(), Links: links.Size(), Components: components, Density: centrality.Density(links),
		Diameter: int(d.Diameter), MeanPath: d.MeanPath, Transitivity: centrality.Transitivity(links),
		Modularity: g.Atlas().Modularity,
	}, nil
}
