package centrality

import (
	"context"
	"math/bits"

	"papergraph/graph"
)

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
