package atlas

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/papers"
)

// measure scores the papers of a network by every measure. Lengths of paths are 1/weight.
func measure(ctx context.Context, g *graph.CSR, workers int, tell func(done, total int)) ([]Measure, error) {
	const steps = 3
	tell(0, steps)
	rank, err := centrality.PageRank(ctx, g, centrality.DefaultPageRank)
	if err != nil {
		return nil, fmt.Errorf("atlas: %w", err)
	}
	tell(1, steps)
	between, err := centrality.Betweenness(ctx, g, centrality.Similarity, workers)
	if err != nil {
		return nil, fmt.Errorf("atlas: %w", err)
	}
	tell(2, steps)
	distances, err := centrality.Distances(ctx, g, centrality.Similarity, workers)
	if err != nil {
		return nil, fmt.Errorf("atlas: %w", err)
	}
	tell(steps, steps)
	return []Measure{
		newMeasure("pagerank", "PageRank", rank),
		newMeasure("betweenness", "Betweenness", centrality.NormalizeBetweenness(between)),
		newMeasure("closeness", "Closeness", distances.Closeness),
		newMeasure("harmonic", "Harmonic", distances.Harmonic),
		newMeasure("degree", "Links", centrality.Degree(g)),
		newMeasure("strength", "Strength", centrality.Strength(g)),
		newMeasure("kcore", "Core", centrality.KCore(g)),
	}, nil
}

// influence scores the papers of a network by PageRank along its builds-on links, each pair once.
func influence(ctx context.Context, n *papers.Network) (Measure, error) {
	var arcs []centrality.Arc
	for i, l := range n.BuildsOn {
		if i == 0 || n.BuildsOn[i-1].From != l.From || n.BuildsOn[i-1].To != l.To {
			arcs = append(arcs, centrality.Arc{From: l.From, To: l.To, Weight: 1})
		}
	}
	rank, err := centrality.DirectedPageRank(ctx, n.Links.Order(), arcs, centrality.DefaultPageRank)
	if err != nil {
		return Measure{}, fmt.Errorf("atlas: %w", err)
	}
	return newMeasure("influence", "Influence", rank), nil
}

func newMeasure(name, label string, scores []float64) Measure {
	order := make([]int32, len(scores))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(scores[b], scores[a]) })
	ranks := make([]int32, len(scores))
	for place, u := range order {
		ranks[u] = int32(place + 1)
		if place > 0 && scores[u] == scores[order[place-1]] {
			ranks[u] = ranks[order[place-1]]
		}
	}
	return Measure{name, label, scores, ranks}
}

// Measure returns the measure with the name, or nil.
func (a *Atlas) Measure(name string) *Measure {
	for i := range a.Measures {
		if a.Measures[i].Name == name {
			return &a.Measures[i]
		}
	}
	return nil
}
