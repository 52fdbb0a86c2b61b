package centrality

import (
	"math"
	"math/rand/v2"

	"papergraph/graph"
	"papergraph/graph/internal/nearest"
)

// wayMeeting draws shortest paths where edges have lengths, by two searches from both ends that stop when together they
// have gone as far as the ends are apart. Every shortest path leaves what the first has settled by one arc, and the other
// has settled where that leads; these arcs are the crossings. On graphs of papers each search sees a part of the nodes
// that is about the root of them all. See Pohl, Bi-directional search (1971), for when to stop.
type wayMeeting struct {
	g        *graph.CSR
	lengths  []float64 // by arc
	ends     [2]wayEnd
	best     float64 // the length of the shortest way found
	crossing []crossing
}

// wayEnd is the search from one end.
type wayEnd struct {
	nodes   []wayNode
	touched []int32
	settled []int32 // in order
	front   nearest.Queue
}

type wayNode struct {
	distance float64 // from the end as far as known, infinite if not seen
	paths    float64 // shortest paths from there
	place    int32   // in order once settled, else unsettled
}

// alikeWays is how much two sums of the same lengths, added in another order, may differ: 2^-52 for each of some thousand.
const alikeWays = 1e-12

func newWayMeeting(g *graph.CSR, lengths []float64) *wayMeeting {
	m := &wayMeeting{g: g, lengths: lengths}
	for i := range m.ends {
		m.ends[i].nodes = make([]wayNode, g.Order())
		for u := range m.ends[i].nodes {
			m.ends[i].nodes[u] = wayNode{distance: math.Inf(1), place: unsettled}
		}
	}
	return m
}

func (m *wayMeeting) path(s, t int32, rng *rand.Rand, visit func(u int32)) {
	m.best = math.Inf(1)
	m.ends[0].begin(s)
	m.ends[1].begin(t)
	m.widen(1) // so that t is settled whatever comes
	for {
		a, b := m.ends[0].next(), m.ends[1].next()
		if math.IsInf(a, 1) || math.IsInf(b, 1) || a+b > m.best*(1+alikeWays) {
			break
		}
		if len(m.ends[0].front) <= len(m.ends[1].front) {
			m.widen(0)
		} else {
			m.widen(1)
		}
	}
	if m.meet(t); len(m.crossing) > 0 {
		c := draw(m.crossing, rng)
		m.back(0, c.near, s, rng, visit)
		m.back(1, c.far, t, rng, visit)
	}
	m.ends[0].end()
	m.ends[1].end()
}

func (e *wayEnd) begin(u int32) {
	e.nodes[u].distance, e.nodes[u].paths = 0, 1
	e.touched = append(e.touched[:0], u)
	e.settled = e.settled[:0]
	e.front = append(e.front[:0], nearest.Entry{Node: u})
}

// next returns how far the node is that comes next, infinitely if none is left.
func (e *wayEnd) next() float64 {
	for len(e.front) > 0 && e.nodes[e.front[0].Node].place != unsettled {
		e.front.Pop()
	}
	if len(e.front) == 0 {
		return math.Inf(1)
	}
	return e.front[0].Distance
}

// end makes the nodes ready for the next path.
func (e *wayEnd) end() {
	for _, u := range e.touched {
		e.nodes[u] = wayNode{distance: math.Inf(1), place: unsettled}
	}
}

// widen settles the next node of a side, and looks whether its arcs lead to where the other side was.
func (m *wayMeeting) widen(side int) {
	e, other := &m.ends[side], m.ends[1-side].nodes
	u := e.front.Pop().Node
	at := &e.nodes[u]
	at.place = int32(len(e.settled))
	e.settled = append(e.settled, u)
	targets, lengths := m.arcs(u)
	for i, v := range targets {
		to, d := &e.nodes[v], at.distance+lengths[i]
		if d < to.distance {
			if math.IsInf(to.distance, 1) {
				e.touched = append(e.touched, v)
			}
			to.distance, to.paths = d, at.paths
			e.front.Push(nearest.Entry{Distance: d, Node: v})
			m.best = min(m.best, d+other[v].distance)
		} else if d == to.distance && to.place == unsettled && !math.IsInf(d, 1) {
			to.paths += at.paths
		}
	}
}

func (m *wayMeeting) arcs(u int32) (targets []int32, lengths []float64) {
	targets, _ = m.g.Arcs(int(u))
	return targets, m.lengths[m.g.FirstArc(int(u)):][:len(targets)]
}

// meet lists the arcs by which shortest paths leave what the first search has settled. The end of a path counts as
// outside, so that no path stays inside to the last.
func (m *wayMeeting) meet(t int32) {
	m.crossing = m.crossing[:0]
	inside, all := m.ends[0].nodes, 0.0
	for _, v := range m.ends[1].settled {
		if inside[v].place != unsettled && v != t {
			continue
		}
		far := &m.ends[1].nodes[v]
		targets, lengths := m.arcs(v)
		for i, u := range targets {
			near := &inside[u]
			if near.place != unsettled && u != t && near.distance+lengths[i]+far.distance <= m.best*(1+alikeWays) {
				all += float64(near.paths * far.paths)
				m.crossing = append(m.crossing, crossing{u, v, all})
			}
		}
	}
}

// back walks from a node to the end of a side, by the share of shortest paths that come from each node before.
func (m *wayMeeting) back(side int, u, end int32, rng *rand.Rand, visit func(u int32)) {
	nodes := m.ends[side].nodes
	for u != end {
		visit(u)
		at := &nodes[u]
		lot := rng.Float64() * at.paths
		targets, lengths := m.arcs(u)
		before := end
		for i, v := range targets {
			from := &nodes[v]
			if from.place < at.place && from.distance+lengths[i] == at.distance {
				before = v
				if lot -= from.paths; lot < 0 {
					break
				}
			}
		}
		u = before
	}
}
