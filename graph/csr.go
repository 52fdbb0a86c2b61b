// Package graph has one noun: CSR, an immutable weighted undirected graph on the nodes 0 to n-1, in compressed sparse
// rows. The packages below it act on it: centrality scores nodes, community groups them, layout places them, path tells
// how one leads to another, adapt shows it to other graph libraries. Results are plain slices by node number. Space is
// 12 bytes an arc, of which an edge has two, and 4 bytes a node.
package graph

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
)

// Edge is an undirected edge between two nodes.
type Edge struct {
	U, V   int32
	Weight float64 // finite and above 0
}

// CSR is an immutable weighted undirected graph in compressed sparse rows. Nodes are the numbers 0 to Order()-1.
// Every edge stands in the row of each of its ends; a row has at most one arc for each target, and none to itself.
// The zero value is the graph without nodes.
type CSR struct {
	offsets []int32   // Order()+1 long, ascending; row u is offsets[u] to offsets[u+1]-1
	targets []int32   // ascending inside a row
	weights []float64 // as long as targets; finite and above 0
	first   []int32   // Order() long: the number of the first edge {u, v} with u < v of row u
}

// New returns the graph on n nodes with the edges, which may come in any order. An edge that names a node outside 0 to
// n-1, a loop, an edge given twice, and a weight that is not finite or not above 0 are errors. O(n + m log m) time.
func New(n int, edges []Edge) (*CSR, error) {
	if n < 0 || n > math.MaxInt32-1 || len(edges) > math.MaxInt32/2 {
		return nil, fmt.Errorf("graph: %d nodes and %d edges are out of range", n, len(edges))
	}
	for _, e := range edges {
		if err := checkEdge(n, e); err != nil {
			return nil, err
		}
	}
	g := &CSR{offsets: make([]int32, n+1), first: make([]int32, n)}
	for _, e := range edges {
		g.offsets[e.U+1]++
		g.offsets[e.V+1]++
	}
	for u := range n {
		g.offsets[u+1] += g.offsets[u]
	}
	if err := g.fill(edges); err != nil {
		return nil, err
	}
	return g, nil
}

func checkEdge(n int, e Edge) error {
	switch {
	case e.U < 0 || e.V < 0 || int(e.U) >= n || int(e.V) >= n:
		return fmt.Errorf("graph: edge %d-%d is outside the %d nodes", e.U, e.V, n)
	case e.U == e.V:
		return fmt.Errorf("graph: edge %d-%d is a loop", e.U, e.V)
	case !(e.Weight > 0) || math.IsInf(e.Weight, 1): // so written, NaN is refused too
		return fmt.Errorf("graph: edge %d-%d has weight %g, not a finite number above 0", e.U, e.V, e.Weight)
	}
	return nil
}

// fill puts each edge into both rows in ascending order of targets, and numbers the edges.
func (g *CSR) fill(edges []Edge) error {
	sorted := slices.Clone(edges)
	for i, e := range sorted {
		sorted[i].U, sorted[i].V = min(e.U, e.V), max(e.U, e.V)
	}
	slices.SortFunc(sorted, func(a, b Edge) int { return cmp.Or(cmp.Compare(a.U, b.U), cmp.Compare(a.V, b.V)) })
	g.targets, g.weights = make([]int32, 2*len(edges)), make([]float64, 2*len(edges))
	next := slices.Clone(g.offsets)
	put := func(u, v int32, w float64) {
		g.targets[next[u]], g.weights[next[u]] = v, w
		next[u]++
	}
	for i, e := range sorted { // smaller neighbours first: sorted by U, each V hears of them in ascending order
		if i > 0 && sorted[i-1].U == e.U && sorted[i-1].V == e.V {
			return fmt.Errorf("graph: edge %d-%d is given twice", e.U, e.V)
		}
		put(e.V, e.U, e.Weight)
	}
	edge := 0
	for u := range g.first {
		g.first[u] = int32(edge)
		for ; edge < len(sorted) && int(sorted[edge].U) == u; edge++ {
			put(int32(u), sorted[edge].V, sorted[edge].Weight)
		}
	}
	return nil
}

// Order returns the number of nodes.
func (g *CSR) Order() int { return len(g.first) }

// Size returns the number of edges.
func (g *CSR) Size() int { return len(g.targets) / 2 }

// Degree returns the number of neighbours of u.
func (g *CSR) Degree(u int) int { return int(g.offsets[u+1] - g.offsets[u]) }

// Arcs returns the neighbours of u in ascending order and the weights of the edges to them. The slices are the graph's
// own and must not be written to. O(1) time.
func (g *CSR) Arcs(u int) (targets []int32, weights []float64) {
	from, to := g.offsets[u], g.offsets[u+1]
	return g.targets[from:to:to], g.weights[from:to:to]
}

// FirstArc returns the number of the first arc of row u when the arcs of all rows are counted in order; FirstArc(Order())
// is the number of arcs, twice Size(). A slice that holds something for every arc is laid out by it. O(1) time.
func (g *CSR) FirstArc(u int) int {
	if u == 0 { // the zero value has no offsets
		return 0
	}
	return int(g.offsets[u])
}

// Weight returns the weight of the edge between u and v, and whether there is one. O(log degree) time.
func (g *CSR) Weight(u, v int) (float64, bool) {
	targets, weights := g.Arcs(u)
	i, ok := slices.BinarySearch(targets, int32(v))
	if !ok {
		return 0, false
	}
	return weights[i], true
}

// EdgeNumber returns the place of the edge between u and v in Edges, and whether there is one. O(log degree) time.
func (g *CSR) EdgeNumber(u, v int) (int, bool) {
	u, v = min(u, v), max(u, v)
	targets, _ := g.Arcs(u)
	i, ok := slices.BinarySearch(targets, int32(v))
	if !ok {
		return 0, false
	}
	above, _ := slices.BinarySearch(targets, int32(u))
	return int(g.first[u]) + i - above, true
}

// Edges runs over every edge once, with U < V, in ascending order of U, then V; the keys count from 0.
func (g *CSR) Edges() iter.Seq2[int, Edge] {
	return func(yield func(int, Edge) bool) {
		edge := 0
		for u := range g.Order() {
			targets, weights := g.Arcs(u)
			i, _ := slices.BinarySearch(targets, int32(u))
			for ; i < len(targets); i++ {
				if !yield(edge, Edge{int32(u), targets[i], weights[i]}) {
					return
				}
				edge++
			}
		}
	}
}
