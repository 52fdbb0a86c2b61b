package atlas

import (
	"context"

	"papergraph/graph"
)

// Radii are those of the discs on the map.
func (a *Atlas) Radii() []float64 { return a.radii() }

// PathMeasures are betweenness, closeness and harmonic centrality as they are made where so many papers are linked.
func PathMeasures(ctx context.Context, g *graph.CSR, papers int, seed uint64, workers int) ([]Measure, error) {
	way := pathsFor(papers)
	between, err := way.between(ctx, g, seed, workers)
	if err != nil {
		return nil, err
	}
	near, err := way.near(ctx, g, seed, workers)
	return append([]Measure{between}, near...), err
}
