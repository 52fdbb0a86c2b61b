package atlas

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"papergraph/graph/centrality"
	"papergraph/graph/papers"
)

// rank scores the papers by every measure, or by PageRank alone where only communities need it.
func (a *Atlas) rank(ctx context.Context, workers int, tell func(done, total int)) error {
	steps := 1
	if a.Stages.has(Ranks) {
		steps = 3
	}
	tell(0, steps)
	rank, err := centrality.PageRank(ctx, a.Network.Links, centrality.DefaultPageRank)
	if err != nil {
		return fmt.Errorf("atlas: %w", err)
	}
	a.Measures = []Measure{newMeasure("pagerank", "PageRank", rank)}
	tell(1, steps)
	if !a.Stages.has(Ranks) {
		return nil
	}
	others, err := a.measure(ctx, workers, func() { tell(2, steps) })
	if err != nil {
		return err
	}
	influence, err := influence(ctx, a.Network)
	if err != nil {
		return err
	}
	a.Measures = append(append(a.Measures, others...), influence)
	tell(steps, steps)
	return nil
}

// measure scores the papers of a network by every undirected measure but PageRank. Lengths of paths are 1/weight. half is
// called when it is half done.
func (a *Atlas) measure(ctx context.Context, workers int, half func()) ([]Measure, error) {
	g := a.Network.Links
	paths := pathsFor(linked(g))
	between, err := paths.between(ctx, g, a.Settings.Seed, workers)
	if err != nil {
		return nil, fmt.Errorf("atlas: %w", err)
	}
	half()
	near, err := paths.near(ctx, g, a.Settings.Seed, workers)
	if err != nil {
		return nil, fmt.Errorf("atlas: %w", err)
	}
	return append(append([]Measure{between}, near...),
		newMeasure("degree", "Links", centrality.Degree(g)),
		newMeasure("strength", "Strength", centrality.Strength(g)),
		newMeasure("kcore", "Core", centrality.KCore(g)),
	), nil
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
	return Measure{Name: name, Label: label, Scores: scores, Ranks: ranks}
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
