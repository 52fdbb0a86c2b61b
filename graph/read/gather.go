package read

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"papergraph/graph"
)

// edge is an edge as it was read.
type edge struct {
	u, v   int32
	weight float64
	line   int32 // where it stands
}

// gather collects edges.
type gather struct {
	edges    []edge
	directed bool
	trouble  []Warning // one of a kind
}

// warn counts trouble of a kind.
func (g *gather) warn(line int, what, done string) {
	for i := range g.trouble {
		if g.trouble[i].What == what {
			g.trouble[i].Count++
			return
		}
	}
	g.trouble = append(g.trouble, Warning{line, 1, what, done})
}

// maxEdges is how many edges graph.CSR can number.
const maxEdges = math.MaxInt32/2 - 1

// With weights between these, no sum of them and no quotient of two sums leaves the range of doubles.
const lightest, heaviest = 1e-140, 1e140

// add takes an edge. A loop and an edge of weight 0 stay, since they name nodes, but get a warning and no part in the graph.
func (g *gather) add(line int, u, v int32, weight float64) error {
	switch {
	case !(weight >= 0) || math.IsInf(weight, 1): // so written, NaN is refused too
		return atLine(line, "the weight %g is not a finite number from 0 on", weight)
	case weight > 0 && (weight < lightest || weight > heaviest):
		return atLine(line, "the weight %g is outside %g to %g", weight, lightest, heaviest)
	case u == v:
		g.warn(line, "edge from a node to itself", "left out")
	case weight == 0:
		g.warn(line, "edge of weight 0", "left out")
	}
	if len(g.edges) == maxEdges {
		return atLine(line, "there are more than %d edges", maxEdges)
	}
	g.edges = append(g.edges, edge{u, v, weight, int32(min(line, math.MaxInt32))})
	return nil
}

// graph returns what was collected, on n nodes.
func (g *gather) graph(n int, names []string) (*Graph, error) {
	if n > maxNodes {
		return nil, fmt.Errorf("there are %d nodes, and no more than %d can be numbered", n, maxNodes)
	}
	out := &Graph{Directed: g.directed, Names: names}
	arcs := g.single(n)
	if g.directed {
		out.Arcs = arcs
		arcs = merged(n, arcs)
	}
	var err error
	if out.Links, err = graph.New(n, arcs); err != nil {
		return nil, err
	}
	slices.SortStableFunc(g.trouble, func(a, b Warning) int { return cmp.Compare(a.Line, b.Line) })
	out.Warnings = g.trouble
	return out, nil
}

// maxNodes is how many nodes graph.CSR can number.
const maxNodes = math.MaxInt32 - 1

// single returns the edges in ascending order, of those that join the same nodes the first. Ends of an edge without
// direction are put in order.
func (g *gather) single(n int) []graph.Edge {
	if !g.directed {
		for i, e := range g.edges {
			g.edges[i].u, g.edges[i].v = min(e.u, e.v), max(e.u, e.v)
		}
	}
	sorted := byEnds(n, g.edges)
	single := make([]graph.Edge, 0, len(sorted))
	for _, e := range sorted {
		if e.u == e.v || e.weight == 0 {
			continue
		}
		if last := len(single) - 1; last >= 0 && single[last].U == e.u && single[last].V == e.v {
			what, done := "edge given again", "left out"
			if single[last].Weight != e.weight {
				what, done = "edge given again with another weight", "the first weight holds"
			}
			g.warnFirst(int(e.line), what, done)
			continue
		}
		single = append(single, graph.Edge{U: e.u, V: e.v, Weight: e.weight})
	}
	return single
}

// warnFirst is warn for lines that come in any order.
func (g *gather) warnFirst(line int, what, done string) {
	g.warn(line, what, done)
	for i := range g.trouble {
		if g.trouble[i].What == what {
			g.trouble[i].Line = min(g.trouble[i].Line, line)
		}
	}
}

// byEnds sorts edges by u, then v, then as they came, by counting: first by the second end, then by the first.
func byEnds(n int, edges []edge) []edge {
	other := make([]edge, len(edges))
	counted(n, other, edges, func(e edge) int32 { return e.v })
	counted(n, edges, other, func(e edge) int32 { return e.u })
	return edges
}

// counted sorts from into to by a key below n, and keeps the order of equal keys.
func counted(n int, to, from []edge, key func(edge) int32) {
	next := make([]int, n+1)
	for _, e := range from {
		next[key(e)+1]++
	}
	for k := range n {
		next[k+1] += next[k]
	}
	for _, e := range from {
		to[next[key(e)]] = e
		next[key(e)]++
	}
}

// merged returns arcs without their direction; where both directions are there, their weights are added.
func merged(n int, arcs []graph.Edge) []graph.Edge {
	edges := make([]edge, len(arcs))
	for i, a := range arcs {
		edges[i] = edge{u: min(a.U, a.V), v: max(a.U, a.V), weight: a.Weight}
	}
	edges = byEnds(n, edges)
	links := make([]graph.Edge, 0, len(edges))
	for _, e := range edges {
		if last := len(links) - 1; last >= 0 && links[last].U == e.u && links[last].V == e.v {
			links[last].Weight += e.weight
			continue
		}
		links = append(links, graph.Edge{U: e.u, V: e.v, Weight: e.weight})
	}
	return links
}
