package centrality

import (
	"context"
	"math"

	"papergraph/graph"
	"papergraph/graph/internal/pace"
)

// Passage returns for each node the number of pairs of a node in from and a node in to that have it between them on
// shortest paths: a pair with several counts in parts that add up to 1, and its own ends do not count. from and to name
// nodes of g, each once, none in both. The result does not depend on workers; below 1 stands for all cores. The error is
// that of ctx. O(|from|·(E + V log V)) time and O(V) space a worker. Betweenness with the pairs restricted to two sets, as
// in Brandes, On variants of shortest-path betweenness centrality (2008), doi:10.1016/j.socnet.2007.11.001, section 3.
func Passage(ctx context.Context, g *graph.CSR, from, to []int32, lengths Lengths, workers int) ([]float64, error) {
	result := make([]float64, g.Order())
	r := unfolded(g, lengths.ofArcs(g), to)
	err := overSources(ctx, len(from), chunkSize(len(from)), workers, func() kernel {
		return &passage{lengthBrandes: newLengthBrandes(r, result), sources: from}
	})
	if err != nil {
		return nil, err
	}
	return result, nil
}

// passage is Brandes' algorithm from some sources, where only some targets count.
type passage struct {
	*lengthBrandes
	sources []int32
}

func (p *passage) run(ctx context.Context, from, to int) error {
	p.look = pace.New(ctx)
	for _, s := range p.sources[from:to] {
		if err := p.settle(ctx, s); err != nil {
			return err
		}
		p.depend(1)
	}
	return nil
}

// unfolded makes a graph ready as it is: every node is in the core, and stands for 1 where it is a target and for 0 where
// it is not.
func unfolded(g *graph.CSR, lengths []float64, targets []int32) *rows {
	r := &rows{offsets: []int32{0}, stands: make([]float64, g.Order()), lengths: make([]float64, 0, len(lengths))}
	for u := range g.Order() {
		r.core = append(r.core, int32(u))
		next, _ := g.Arcs(u)
		for i, v := range next {
			if l := lengths[g.FirstArc(u)+i]; !math.IsInf(l, 1) {
				r.targets, r.lengths = append(r.targets, v), append(r.lengths, l)
			}
		}
		r.offsets = append(r.offsets, int32(len(r.targets)))
	}
	for _, v := range targets {
		r.stands[v] = 1
	}
	return r
}
