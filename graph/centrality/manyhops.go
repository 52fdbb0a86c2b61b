package centrality

import (
	"context"
	"math/bits"

	"papergraph/graph/internal/pace"
)

// words is how many words of sources a node holds: eight fill a cache line.
const words = 8

// manySources is how many sources manyHops starts from at once.
const manySources = 64 * words

type lanes [words]uint64 // a bit for each source of the chunk

// manyHops tallies the hops from many sources at once: a step of all searches over an arc is one or of their bits.
// Distances are the same both ways, so the bits that are new at a node are counted for that node. While searches are at
// few nodes, these push them on; once they are at many, each node that some search has not reached pulls them in, which
// needs no store for an arc. See Beamer, Asanović and Patterson, Direction-optimizing breadth-first search (2012),
// doi:10.1109/SC.2012.50, for the two directions.
type manyHops struct {
	g          *rows
	look       pace.Pace
	tally      *tally  // shared; only flush writes there
	own        tally   // over the sources of this chunk
	component  []int32 // by node
	all        []lanes // by component: the sources in it, which its nodes will have seen
	seen       []lanes
	here, next []lanes // by node, the searches that are there now, and that come there; zero where not listed
	active     []int32 // the nodes where searches are now
	coming     []int32 // the nodes where they come
	open       []int32 // ascending, the nodes that some search may not have reached, or whose searches are not taken away; nil before pulling began
}

func newManyHops(g *rows, t *tally, component []int32, components int) *manyHops {
	n := g.order()
	return &manyHops{
		g: g, tally: t, own: tally{make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)},
		component: component, all: make([]lanes, components),
		seen: make([]lanes, n), here: make([]lanes, n), next: make([]lanes, n),
	}
}

func (m *manyHops) run(ctx context.Context, from, to int) error {
	m.look = pace.New(ctx)
	m.begin(from, to)
	pulled := false
	for level := 1.0; len(m.active) > 0; level++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if m.crowded() {
			if err := m.pull(level); err != nil {
				return err
			}
			pulled = true
			continue
		}
		if pulled {
			m.tidy()
			pulled = false
		}
		if err := m.push(); err != nil {
			return err
		}
		m.arrive(level)
	}
	return nil
}

// begin puts a search at each source.
func (m *manyHops) begin(from, to int) {
	clear(m.seen)
	clear(m.here)
	clear(m.next)
	clear(m.all)
	m.active, m.open = m.active[:0], nil
	for s := from; s < to; s++ {
		word, bit := (s-from)/64, uint64(1)<<((s-from)%64)
		m.seen[s][word] = bit
		m.here[s][word] = bit
		m.all[m.component[s]][word] |= bit
		m.active = append(m.active, int32(s))
	}
}

// pullShare is which share of all arcs must leave from where searches are for pulling to begin. Pulling looks at the
// arcs of all nodes, at a third of the cost of pushing.
const pullShare = 4

func (m *manyHops) crowded() bool {
	arcs := 0
	for _, u := range m.active {
		arcs += len(m.g.beside(u))
	}
	return arcs*pullShare > len(m.g.targets)
}

// push sends every search on over all arcs.
func (m *manyHops) push() error {
	m.coming = m.coming[:0]
	for _, u := range m.active {
		if err := m.look.Step(); err != nil {
			return err
		}
		here := m.here[u]
		m.here[u] = lanes{}
		for _, v := range m.g.beside(u) {
			next := &m.next[v]
			if *next == (lanes{}) {
				m.coming = append(m.coming, v)
			}
			for i := range next {
				next[i] |= here[i]
			}
		}
	}
	return nil
}

// arrive keeps the searches that are new where they came, and tallies them.
func (m *manyHops) arrive(level float64) {
	m.active = m.active[:0]
	for _, v := range m.coming {
		next := m.next[v]
		m.next[v] = lanes{}
		if m.reach(v, &next, &m.here[v], level) {
			m.active = append(m.active, v)
		}
	}
}

// pull takes in, at each node that is open, the searches that are at its neighbours. Nodes that all have reached are
// closed: they are looked at once more, to take their searches away.
func (m *manyHops) pull(level float64) error {
	if m.open == nil {
		m.open = make([]int32, m.g.order())
		for u := range m.open {
			m.open[u] = int32(u)
		}
	}
	m.active = m.active[:0]
	left := m.open[:0]
	for _, v := range m.open {
		if err := m.look.Step(); err != nil {
			return err
		}
		if m.seen[v] == m.all[m.component[v]] {
			m.next[v] = lanes{}
			if m.here[v] != (lanes{}) { // its neighbours still pull from here
				left = append(left, v)
			}
			continue
		}
		left = append(left, v)
		came := gather(m.here, m.g.beside(v))
		if m.reach(v, &came, &m.next[v], level) {
			m.active = append(m.active, v)
		}
	}
	m.open = left
	m.here, m.next = m.next, m.here
	return nil
}

// tidy takes away what pulling left behind, for pushing begins from nothing.
func (m *manyHops) tidy() {
	for _, v := range m.open {
		m.next[v] = lanes{}
	}
}

// gather returns the searches that are at any of the nodes.
func gather(here []lanes, nodes []int32) lanes {
	var a, b, c, d, e, f, g, h uint64 // in registers
	for _, u := range nodes {
		from := &here[u]
		a |= from[0]
		b |= from[1]
		c |= from[2]
		d |= from[3]
		e |= from[4]
		f |= from[5]
		g |= from[6]
		h |= from[7]
	}
	return lanes{a, b, c, d, e, f, g, h}
}

// reach sets fresh to the searches of came that are new at v, tallies them, and reports whether there are any.
func (m *manyHops) reach(v int32, came, fresh *lanes, level float64) bool {
	seen, count := &m.seen[v], 0
	for i := range came {
		fresh[i] = came[i] &^ seen[i]
		seen[i] |= came[i]
		count += bits.OnesCount64(fresh[i])
	}
	if count == 0 {
		return false
	}
	m.own.reached[v] += float64(count)
	m.own.sum[v] += float64(float64(count) * level)
	m.own.inverse[v] += float64(count) / level
	m.own.most[v] = level
	return true
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
