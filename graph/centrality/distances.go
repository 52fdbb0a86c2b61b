package centrality

import (
	"context"
	"math"
	"math/bits"

	"papergraph/graph"
	"papergraph/graph/internal/nearest"
)

// DistanceScores is what the lengths of all shortest paths tell. A node that another cannot reach has no distance from
// it; n is the number of all nodes, reached or not.
type DistanceScores struct {
	Closeness    []float64 // by node: (r/Σd)·(r/(n-1)) over the r others it reaches, 0 if none
	Harmonic     []float64 // by node: Σ(1/d)/(n-1) over the others it reaches
	Eccentricity []float64 // by node: the largest distance to a node it reaches
	Diameter     float64   // the largest distance in the largest component; of equal ones, that of the smaller node
	MeanPath     float64   // mean distance over the pairs of different nodes that have one; 0 if none has
}

// Distances returns what one pass over the shortest paths from every node tells. Closeness and harmonic centrality are
// divided by n-1, so that the middle of a star has 1 where edges are 1 long. Where not all is connected, closeness is
// that of Wasserman and Faust: the reciprocal of the mean distance within reach, times the share of the others within
// reach. So NetworkX has it; igraph leaves the second factor out, which puts the nodes of small components first. The
// result is the same bits for any number of workers; below 1, all cores are used. The error is that of ctx. O(VE/64)
// time for Hops where levels are few, O(VE + V² log V) for Similarity; O(V) space a worker. See Wasserman and Faust,
// Social network analysis (1994), doi:10.1017/CBO9780511815478, formula 5.22; Boldi and Vigna, Axioms for centrality
// (2014), doi:10.1080/15427951.2013.865686, for harmonic; Then et al., The more the merrier: efficient multi-source graph
// traversal (2014), doi:10.14778/2735496.2735507, for the search from many nodes at once.
func Distances(ctx context.Context, g *graph.CSR, lengths Lengths, workers int) (*DistanceScores, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	n := g.Order()
	t := &tally{make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)}
	newKernel, size := func() kernel { return newManyHops(g, t) }, manySources
	if lengths == Similarity {
		ofArcs := lengths.ofArcs(g)
		newKernel, size = func() kernel { return newDijkstra(g, ofArcs, t) }, chunkSize(n)
	}
	if err := overSources(ctx, n, size, workers, newKernel); err != nil {
		return nil, err
	}
	return t.scores(g), nil
}

// tally holds for each node what is known of its distances to the others within reach.
type tally struct {
	reached, sum, inverse, most []float64 // number, sum, sum of reciprocals, largest
}

func (t *tally) scores(g *graph.CSR) *DistanceScores {
	n := g.Order()
	s := &DistanceScores{Closeness: make([]float64, n), Harmonic: make([]float64, n), Eccentricity: t.most}
	others := float64(max(n-1, 1))
	var sum, pairs float64
	for u, r := range t.reached {
		if r > 0 {
			s.Closeness[u] = r / t.sum[u] * (r / others)
		}
		s.Harmonic[u] = t.inverse[u] / others
		sum += t.sum[u]
		pairs += r
	}
	if pairs > 0 {
		s.MeanPath = sum / pairs
	}
	labels, count := Components(g)
	widest := largest(labels, count)
	for u, c := range labels {
		if c == widest {
			s.Diameter = max(s.Diameter, t.most[u])
		}
	}
	return s
}

// dijkstra tallies the distances from one source at a time.
type dijkstra struct {
	g        *graph.CSR
	lengths  []float64 // by arc
	tally    *tally    // shared; run writes only what belongs to its sources
	distance []float64 // by node, infinite if not seen
	settled  []bool
	order    []int32 // nodes as they were settled
	front    nearest.Frontier
}

func newDijkstra(g *graph.CSR, lengths []float64, t *tally) *dijkstra {
	d := &dijkstra{
		g: g, lengths: lengths, tally: t, front: newFrontier(lengths),
		distance: make([]float64, g.Order()), settled: make([]bool, g.Order()),
	}
	for u := range d.distance {
		d.distance[u] = math.Inf(1)
	}
	return d
}

func (d *dijkstra) run(ctx context.Context, from, to int) error {
	for s := from; s < to; s++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		d.settle(int32(s))
		d.count(s)
	}
	return nil
}

func (d *dijkstra) flush() {}

func (d *dijkstra) settle(source int32) {
	d.order = d.order[:0]
	d.distance[source] = 0
	d.front.Push(nearest.Entry{Node: source})
	for u, ok := d.front.Pop(); ok; u, ok = d.front.Pop() {
		if !d.settled[u] {
			d.settled[u] = true
			d.order = append(d.order, u)
			d.relax(u, d.distance[u])
		}
	}
}

func (d *dijkstra) relax(u int32, distance float64) {
	targets, _ := d.g.Arcs(int(u))
	lengths := d.lengths[d.g.FirstArc(int(u)):][:len(targets)]
	for i, v := range targets {
		if to := distance + lengths[i]; to < d.distance[v] {
			d.distance[v] = to
			d.front.Push(nearest.Entry{Distance: to, Node: v})
		}
	}
}

// count tallies what settle found, in that order, and makes the node slices ready for the next source.
func (d *dijkstra) count(source int) {
	t := d.tally
	for _, u := range d.order[1:] {
		t.reached[source]++
		t.sum[source] += d.distance[u]
		t.inverse[source] += 1 / d.distance[u]
		t.most[source] = max(t.most[source], d.distance[u])
	}
	for _, u := range d.order {
		d.distance[u], d.settled[u] = math.Inf(1), false
	}
}

// words is how many words of sources a node holds: eight fill a cache line.
const words = 8

// manySources is how many sources manyHops starts from at once.
const manySources = 64 * words

type lanes [words]uint64 // a bit for each source of the chunk

// manyHops tallies the hops from many sources at once: a step of all searches over an arc is one or of their bits.
// Distances are the same both ways, so the bits that are new at a node are counted for that node.
type manyHops struct {
	g              *graph.CSR
	tally          *tally // shared; only flush writes there
	own            tally  // over the sources of this chunk
	seen           []lanes
	here, next     []lanes // by node, the searches that are there now, and that come there; zero where not listed
	active, coming []int32 // the nodes listed
}

func newManyHops(g *graph.CSR, t *tally) *manyHops {
	n := g.Order()
	return &manyHops{
		g: g, tally: t, own: tally{make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)},
		seen: make([]lanes, n), here: make([]lanes, n), next: make([]lanes, n),
	}
}

func (m *manyHops) run(ctx context.Context, from, to int) error {
	clear(m.seen)
	clear(m.here)
	m.active = m.active[:0]
	for s := from; s < to; s++ {
		m.seen[s][(s-from)/64] = 1 << ((s - from) % 64)
		m.here[s] = m.seen[s]
		m.active = append(m.active, int32(s))
	}
	for level := 1.0; len(m.active) > 0; level++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		m.spread()
		m.arrive(level)
	}
	return nil
}

// spread sends every search on over all arcs.
func (m *manyHops) spread() {
	m.coming = m.coming[:0]
	for _, u := range m.active {
		here := m.here[u]
		m.here[u] = lanes{}
		targets, _ := m.g.Arcs(int(u))
		for _, v := range targets {
			next := &m.next[v]
			if *next == (lanes{}) {
				m.coming = append(m.coming, v)
			}
			for i := range next {
				next[i] |= here[i]
			}
		}
	}
}

// arrive keeps the searches that are new where they came, and tallies them.
func (m *manyHops) arrive(level float64) {
	m.active = m.active[:0]
	for _, v := range m.coming {
		next, seen, here, fresh := &m.next[v], &m.seen[v], &m.here[v], 0
		for i := range next {
			here[i] = next[i] &^ seen[i]
			seen[i] |= next[i]
			fresh += bits.OnesCount64(here[i])
		}
		*next = lanes{}
		if fresh == 0 {
			continue
		}
		m.active = append(m.active, v)
		m.own.reached[v] += float64(fresh)
		m.own.sum[v] += float64(float64(fresh) * level)
		m.own.inverse[v] += float64(fresh) / level
		m.own.most[v] = level
	}
}

func (m *manyHops) flush() {
	for u := range m.own.sum {
		m.tally.reached[u] += m.own.reached[u]
		m.tally.sum[u] += m.own.sum[u]
		m.tally.inverse[u] += m.own.inverse[u]
		m.tally.most[u] = max(m.tally.most[u], m.own.most[u])
	}
	for _, s := range [][]float64{m.own.reached, m.own.sum, m.own.inverse, m.own.most} {
		clear(s)
	}
}
