package centrality

import (
	"math/rand/v2"

	"papergraph/graph"
)

// meeting draws paths of fewest hops by two searches from both ends, level by level, each time on the side whose next
// level has fewer arcs. The first level that touches the other side has every crossing that shortest paths use.
type meeting struct {
	g        *graph.CSR
	side     []int8 // by node: which search was there, 0 for none
	level    []int32
	paths    []float64 // by node: shortest paths from the end of its side
	ends     [2]searchEnd
	touched  []int32
	crossing []crossing
}

type searchEnd struct {
	front []int32 // the nodes of the last level
	next  []int32
	arcs  int // of the nodes in front
	depth int32
}

// crossing is an arc from one side to the other, and how many shortest paths use it, added up to there.
type crossing struct {
	near, far int32
	paths     float64
}

func newMeeting(g *graph.CSR) *meeting {
	n := g.Order()
	return &meeting{g: g, side: make([]int8, n), level: make([]int32, n), paths: make([]float64, n)}
}

func (m *meeting) path(s, t int32, rng *rand.Rand, visit func(u int32)) {
	m.begin(0, s)
	m.begin(1, t)
	m.crossing = m.crossing[:0]
	for len(m.crossing) == 0 && len(m.ends[0].front) > 0 && len(m.ends[1].front) > 0 {
		side := 0
		if m.ends[1].arcs < m.ends[0].arcs {
			side = 1
		}
		m.widen(side)
	}
	if len(m.crossing) > 0 {
		c := draw(m.crossing, rng)
		m.back(c.near, s, t, rng, visit)
		m.back(c.far, s, t, rng, visit)
	}
	for _, u := range m.touched {
		m.side[u], m.paths[u] = 0, 0
	}
	m.touched = m.touched[:0]
}

func (m *meeting) begin(side int, u int32) {
	e := &m.ends[side]
	e.front, e.depth, e.arcs = append(e.front[:0], u), 0, m.g.Degree(int(u))
	m.touch(side, u, 0)
	m.paths[u] = 1
}

func (m *meeting) touch(side int, u, level int32) {
	m.side[u], m.level[u] = int8(side+1), level
	m.touched = append(m.touched, u)
}

// widen takes a side one level farther, or finds the crossings to the other.
func (m *meeting) widen(side int) {
	e := &m.ends[side]
	e.next, e.arcs = e.next[:0], 0
	e.depth++
	all := 0.0
	for _, u := range e.front {
		targets, _ := m.g.Arcs(int(u))
		for _, v := range targets {
			switch {
			case m.side[v] == 0:
				m.touch(side, v, e.depth)
				m.paths[v] = m.paths[u]
				e.next = append(e.next, v)
				e.arcs += m.g.Degree(int(v))
			case m.side[v] != int8(side+1):
				all += float64(m.paths[u] * m.paths[v])
				m.crossing = append(m.crossing, crossing{u, v, all})
			case m.level[v] == e.depth:
				m.paths[v] += m.paths[u]
			}
		}
	}
	e.front, e.next = e.next, e.front
}

// draw returns one of the crossings, by the share of shortest paths that use it.
func draw(crossings []crossing, rng *rand.Rand) crossing {
	last := crossings[len(crossings)-1]
	lot := rng.Float64() * last.paths
	for _, c := range crossings {
		if lot < c.paths {
			return c
		}
	}
	return last
}

// back walks from a node to the end of its side, by the share of shortest paths that come from each node before.
func (m *meeting) back(u, s, t int32, rng *rand.Rand, visit func(u int32)) {
	for u != s && u != t {
		visit(u)
		lot := rng.Float64() * m.paths[u]
		targets, _ := m.g.Arcs(int(u))
		before := u
		for _, v := range targets {
			if m.side[v] == m.side[u] && m.level[v] == m.level[u]-1 {
				before = v
				if lot -= m.paths[v]; lot < 0 {
					break
				}
			}
		}
		u = before
	}
}
