package centrality

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"papergraph/graph"
	"papergraph/graph/internal/pace"
)

// DistanceEstimate is closeness and harmonic centrality, known from some nodes in place of all.
type DistanceEstimate struct {
	Closeness, Harmonic []float64 // by node, as Distances returns them
	Sources             int       // nodes that were searched from, the same one twice if it was drawn twice
	ClosenessError      float64   // no closeness is farther off …
	HarmonicError       float64   // … and no harmonic centrality, with the chance Confidence for all nodes at once
	Confidence          float64
}

// SourceOptions says how much an estimate of distances may cost.
type SourceOptions struct {
	Sources    int     // to draw in each component, at least 2
	Confidence float64 // chance that all scores are within the errors, in (0, 1)
	Seed       uint64
}

// EstimateDistances searches from some nodes: in a component of no more nodes than sources from all, so that its scores are
// exact, in others from as many as are drawn, each with the same chance. A node's mean distance is that from these, which is
// expected to be that from all, since distances are the same both ways; and so for their reciprocals. It depends on the seed,
// not on the number of workers; below 1, all cores are used. The errors are that of ctx, and what is out of range.
// O(S(E + V log V)) time for S sources, O(V) space a worker. See Eppstein and Wang, Fast approximation of centrality (2004),
// doi:10.7155/jgaa.00081. The errors are not theirs, which know nothing of the distances but the diameter, but as narrow as
// the scatter of what was found allows.
func EstimateDistances(ctx context.Context, g *graph.CSR, lengths Lengths, o SourceOptions, workers int) (*DistanceEstimate, error) {
	switch {
	case !(o.Confidence > 0 && o.Confidence < 1): // so written, NaN is refused too
		return nil, fmt.Errorf("centrality: confidence %g is outside (0, 1)", o.Confidence)
	case o.Sources < 2:
		return nil, fmt.Errorf("centrality: %d sources, at least 2 are needed", o.Sources)
	}
	g = withoutEndless(g, lengths)
	ofArcs, n := lengths.ofArcs(g), g.Order()
	labels, count, err := components(ctx, g)
	if err != nil {
		return nil, err
	}
	sizes := sizesOf(labels, count)
	sources, all := drawSources(labels, sizes, o), newScatters(n)
	newKernel := func() kernel {
		return &scattering{dijkstra: newDijkstra(g, ofArcs, nil), sources: sources, own: newScatters(n), result: all}
	}
	if err := overSources(ctx, len(sources), chunkSize(len(sources)), workers, newKernel); err != nil {
		return nil, err
	}
	e := &DistanceEstimate{Closeness: make([]float64, n), Harmonic: make([]float64, n), Sources: len(sources), Confidence: o.Confidence}
	level := math.Log(4*float64(n)) - math.Log1p(-o.Confidence) // two scores a node, off to either side
	for u, c := range labels {
		if sizes[c] < 2 {
			continue
		}
		at := &all[u]
		at.size, at.drawn, at.others = float64(sizes[c]), float64(min(sizes[c], o.Sources)), float64(n-1)
		e.Closeness[u], e.Harmonic[u] = at.scores()
		if sizes[c] > o.Sources {
			shortest := slices.Min(ofArcs[g.FirstArc(u):g.FirstArc(u+1)])
			closeness, harmonic := at.errors(shortest, level)
			e.ClosenessError, e.HarmonicError = max(e.ClosenessError, closeness), max(e.HarmonicError, harmonic)
		}
	}
	return e, nil
}

// withoutEndless returns g without the edges that are infinitely long.
func withoutEndless(g *graph.CSR, lengths Lengths) *graph.CSR {
	endless := func(w float64) bool { return lengths == Similarity && math.IsInf(1/w, 1) }
	var kept []graph.Edge
	for _, e := range g.Edges() {
		if !endless(e.Weight) {
			kept = append(kept, e)
		}
	}
	if len(kept) == g.Size() {
		return g
	}
	out, err := graph.New(g.Order(), kept)
	if err != nil {
		panic("centrality: edges of a graph make none: " + err.Error())
	}
	return out
}

func sizesOf(labels []int32, count int) []int {
	sizes := make([]int, count)
	for _, c := range labels {
		sizes[c]++
	}
	return sizes
}

// drawSources returns all nodes of small components and those drawn in each large one, ascending.
func drawSources(labels []int32, sizes []int, o SourceOptions) []int32 {
	members := make([][]int32, len(sizes))
	for u, c := range labels {
		if sizes[c] > 1 {
			members[c] = append(members[c], int32(u))
		}
	}
	var sources []int32
	for c, nodes := range members {
		if len(nodes) <= o.Sources {
			sources = append(sources, nodes...)
			continue
		}
		rng := rand.New(rand.NewPCG(o.Seed, uint64(c)))
		for range o.Sources {
			sources = append(sources, nodes[rng.IntN(len(nodes))])
		}
	}
	slices.Sort(sources)
	return sources
}

// scatter is what the distances of one node to the sources tell.
type scatter struct {
	sum, squares            float64 // of distances
	inverse, inverseSquares float64 // of their reciprocals; a node's to itself counts 0
	farthest                float64 // no distance is longer: the least of those to a source and from there to the farthest
	size, drawn, others     float64 // nodes in its component, sources there, nodes of the graph but itself
}

func newScatters(n int) []scatter {
	all := make([]scatter, n)
	for u := range all {
		all[u].farthest = math.Inf(1)
	}
	return all
}

// add adds what was found from other sources.
func (s *scatter) add(o *scatter) {
	s.sum += o.sum
	s.squares += o.squares
	s.inverse += o.inverse
	s.inverseSquares += o.inverseSquares
	s.farthest = min(s.farthest, o.farthest)
}

// scores returns closeness and harmonic centrality.
func (s *scatter) scores() (closeness, harmonic float64) {
	reached := s.size - 1
	return reached / (s.size * s.sum / s.drawn) * (reached / s.others), s.size * s.inverse / s.drawn / s.others
}

// errors returns how far off the two may be, where the shortest arc at the node is so long.
func (s *scatter) errors(shortest, level float64) (closeness, harmonic float64) {
	mean, reached := s.sum/s.drawn, s.size-1
	off := bernstein(variance(s.sum, s.squares, s.drawn), s.farthest, s.drawn, level)
	least := max(mean-off, shortest*reached/s.size) // nothing is nearer than its shortest arc
	closeness = reached * reached / (s.size * s.others) * max(1/least-1/mean, 1/mean-1/(mean+off))
	off = bernstein(variance(s.inverse, s.inverseSquares, s.drawn), 1/shortest, s.drawn, level)
	return closeness, off * s.size / s.others
}

// variance returns that of k draws, of which the sum and the sum of squares are given.
func variance(sum, squares, k float64) float64 { return max(0, squares-float64(sum*sum/k)) / (k - 1) }

// scattering adds to the scatter of all nodes what their distances to some sources tell.
type scattering struct {
	*dijkstra
	sources []int32
	own     []scatter // over the sources of this chunk
	result  []scatter // shared; only flush writes there
}

func (s *scattering) run(ctx context.Context, from, to int) error {
	s.look = pace.New(ctx)
	for _, source := range s.sources[from:to] {
		if err := s.settle(ctx, source); err != nil {
			return err
		}
		s.count()
	}
	return nil
}

// count adds the distances from one source, and makes the node slices ready for the next.
func (s *scattering) count() {
	farthest := 0.0
	for _, u := range s.order {
		farthest = max(farthest, s.distance[u])
	}
	for _, u := range s.order {
		own, d := &s.own[u], s.distance[u]
		own.farthest = min(own.farthest, d+farthest)
		if d > 0 {
			own.sum += d
			own.squares += float64(d * d)
			own.inverse += 1 / d
			own.inverseSquares += 1 / float64(d*d)
		}
		s.distance[u], s.settled[u] = math.Inf(1), false
	}
}

func (s *scattering) flush() {
	for u := range s.own {
		s.result[u].add(&s.own[u])
		s.own[u] = scatter{farthest: math.Inf(1)}
	}
}
