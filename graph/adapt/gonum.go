package adapt

import (
	"math"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/simple"

	"papergraph/graph"
)

// View is a graph.CSR, or a part of it, as a weighted undirected graph of gonum. Node u has the ID u, nodes and edges
// come in ascending order. The weight of a node to itself is 0, and +Inf where there is no edge, as algorithms on
// shortest paths want it. Safe for concurrent use.
type View struct {
	g      *graph.CSR
	inside []bool                // by node; nil if all are
	length func(float64) float64 // what edges are said to weigh; nil if their weight
}

var (
	_ gonum.WeightedUndirected = (*View)(nil)
	_ gonum.Undirected         = (*View)(nil)
)

// Gonum returns g as gonum sees graphs. O(1) time.
func Gonum(g *graph.CSR) *View { return &View{g: g} }

// WithLengths returns the view with length(weight) in the place of each weight. O(1) time.
func (v *View) WithLengths(length func(weight float64) float64) *View {
	return &View{g: v.g, inside: v.inside, length: length}
}

// Ball returns the view without the nodes that are not inside, and without their edges. The slice, by node, is kept and
// must not be written to while the view is in use. O(1) time.
func (v *View) Ball(inside []bool) *View { return &View{g: v.g, inside: inside, length: v.length} }

func (v *View) has(id int64) bool {
	return id >= 0 && id < int64(v.g.Order()) && (v.inside == nil || v.inside[id])
}

// Node returns the node, or nil if there is none of this ID.
func (v *View) Node(id int64) gonum.Node {
	if !v.has(id) {
		return nil
	}
	return simple.Node(id)
}

// Nodes runs over all nodes.
func (v *View) Nodes() gonum.Nodes {
	if v.inside == nil {
		if v.g.Order() == 0 {
			return gonum.Empty
		}
		return iterator.NewImplicitNodes(0, v.g.Order(), func(id int) gonum.Node { return simple.Node(id) })
	}
	var nodes []gonum.Node
	for u, in := range v.inside {
		if in {
			nodes = append(nodes, simple.Node(u))
		}
	}
	return ordered(nodes)
}

// From runs over the neighbours of a node.
func (v *View) From(id int64) gonum.Nodes {
	if !v.has(id) {
		return gonum.Empty
	}
	targets, _ := v.g.Arcs(int(id))
	nodes := make([]gonum.Node, 0, len(targets))
	for _, t := range targets {
		if v.inside == nil || v.inside[t] {
			nodes = append(nodes, simple.Node(t))
		}
	}
	return ordered(nodes)
}

func ordered(nodes []gonum.Node) gonum.Nodes {
	if len(nodes) == 0 {
		return gonum.Empty
	}
	return iterator.NewOrderedNodes(nodes)
}

// HasEdgeBetween says whether there is an edge.
func (v *View) HasEdgeBetween(x, y int64) bool {
	_, ok := v.between(x, y)
	return ok
}

func (v *View) between(x, y int64) (float64, bool) {
	if !v.has(x) || !v.has(y) {
		return 0, false
	}
	w, ok := v.g.Weight(int(x), int(y))
	if ok && v.length != nil {
		w = v.length(w)
	}
	return w, ok
}

// Weight returns what the edge weighs: +Inf and false if there is none, 0 and true from a node to itself.
func (v *View) Weight(x, y int64) (float64, bool) {
	if x == y {
		return 0, true
	}
	if w, ok := v.between(x, y); ok {
		return w, true
	}
	return math.Inf(1), false
}

// WeightedEdge returns the edge from x to y, or nil if there is none.
func (v *View) WeightedEdge(x, y int64) gonum.WeightedEdge {
	w, ok := v.between(x, y)
	if !ok {
		return nil
	}
	return simple.WeightedEdge{F: simple.Node(x), T: simple.Node(y), W: w}
}

// WeightedEdgeBetween is WeightedEdge.
func (v *View) WeightedEdgeBetween(x, y int64) gonum.WeightedEdge { return v.WeightedEdge(x, y) }

// Edge is WeightedEdge, as an edge of any kind.
func (v *View) Edge(x, y int64) gonum.Edge {
	if e := v.WeightedEdge(x, y); e != nil {
		return e
	}
	return nil // not a nil WeightedEdge, which would not be nil as an Edge
}

// EdgeBetween is Edge.
func (v *View) EdgeBetween(x, y int64) gonum.Edge { return v.Edge(x, y) }

// WeightedEdges runs over all edges once.
func (v *View) WeightedEdges() gonum.WeightedEdges {
	var edges []gonum.WeightedEdge
	for _, e := range v.g.Edges() {
		if edge := v.WeightedEdge(int64(e.U), int64(e.V)); edge != nil {
			edges = append(edges, edge)
		}
	}
	if len(edges) == 0 {
		return gonum.Empty
	}
	return iterator.NewOrderedWeightedEdges(edges)
}

// Edges is WeightedEdges, as edges of any kind.
func (v *View) Edges() gonum.Edges {
	weighted := gonum.WeightedEdgesOf(v.WeightedEdges())
	if len(weighted) == 0 {
		return gonum.Empty
	}
	edges := make([]gonum.Edge, len(weighted))
	for i, e := range weighted {
		edges[i] = e
	}
	return iterator.NewOrderedEdges(edges)
}
