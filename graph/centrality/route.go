package centrality

import (
	"math"
	"math/rand/v2"

	"papergraph/graph"
	"papergraph/graph/internal/nearest"
)

// route draws shortest paths where edges have lengths, by a search from one end that stops at the other.
type route struct {
	g       *graph.CSR
	lengths []float64 // by arc
	nodes   []lengthNode
	touched []int32
	front   nearest.Queue
}

func newRoute(g *graph.CSR, lengths []float64) *route {
	r := &route{g: g, lengths: lengths, nodes: make([]lengthNode, g.Order())}
	for u := range r.nodes {
		r.nodes[u] = lengthNode{distance: math.Inf(1), place: unsettled}
	}
	return r
}

func (r *route) path(s, t int32, rng *rand.Rand, visit func(u int32)) {
	r.nodes[s].distance, r.nodes[s].paths = 0, 1
	r.touched = append(r.touched[:0], s)
	r.front = append(r.front[:0], nearest.Entry{Node: s})
	for place := int32(0); len(r.front) > 0; {
		v := r.front.Pop().Node
		at := &r.nodes[v]
		if at.place != unsettled {
			continue
		}
		at.place = place
		place++
		if v == t {
			r.back(s, t, rng, visit)
			break
		}
		r.relax(v, at.distance, at.paths)
	}
	for _, u := range r.touched {
		r.nodes[u] = lengthNode{distance: math.Inf(1), place: unsettled}
	}
}

func (r *route) relax(u int32, distance, paths float64) {
	targets, _ := r.g.Arcs(int(u))
	lengths := r.lengths[r.g.FirstArc(int(u)):][:len(targets)]
	for i, v := range targets {
		at, d := &r.nodes[v], distance+lengths[i]
		if d < at.distance {
			if math.IsInf(at.distance, 1) {
				r.touched = append(r.touched, v)
			}
			at.distance, at.paths = d, paths
			r.front.Push(nearest.Entry{Distance: d, Node: v})
		} else if d == at.distance && at.place == unsettled && !math.IsInf(d, 1) {
			at.paths += paths
		}
	}
}

// back walks from the far end, by the share of shortest paths that come from each node before.
func (r *route) back(s, t int32, rng *rand.Rand, visit func(u int32)) {
	for u := t; u != s; {
		at := &r.nodes[u]
		lot := rng.Float64() * at.paths
		targets, _ := r.g.Arcs(int(u))
		lengths := r.lengths[r.g.FirstArc(int(u)):][:len(targets)]
		before := s
		for i, v := range targets {
			from := &r.nodes[v]
			if from.place < at.place && from.distance+lengths[i] == at.distance {
				before = v
				if lot -= from.paths; lot < 0 {
					break
				}
			}
		}
		if before != s {
			visit(before)
		}
		u = before
	}
}
