package adapt_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/testgraph"

	"papergraph/graph"
	"papergraph/graph/adapt"
	"papergraph/graph/graphtest"
)

// gonum's own tests of what a graph must do, on those of its cases that a graph.CSR can hold.
func TestViewKeepsGonumsContract(t *testing.T) {
	built := 0
	build := func(nodes []gonum.Node, edges []testgraph.WeightedLine, _, _ float64) (
		g gonum.Graph, n []gonum.Node, e []testgraph.Edge, self, absent float64, ok bool,
	) {
		c, ok := csr(nodes, edges)
		if !ok {
			return nil, nil, nil, 0, 0, false
		}
		built++
		view := adapt.Gonum(c)
		for u := range c.Order() {
			n = append(n, simple.Node(u))
		}
		for _, edge := range c.Edges() {
			e = append(e, view.WeightedEdge(int64(edge.U), int64(edge.V)))
		}
		return view, n, e, 0, math.Inf(1), true
	}
	testgraph.ReturnAllNodes(t, build, true)
	testgraph.ReturnNodeSlice(t, build, true)
	testgraph.NodeExistence(t, build)
	testgraph.ReturnAllEdges(t, build, true)
	testgraph.ReturnEdgeSlice(t, build, true)
	testgraph.ReturnAllWeightedEdges(t, build, true)
	testgraph.ReturnWeightedEdgeSlice(t, build, true)
	testgraph.EdgeExistence(t, build, true)
	testgraph.ReturnAdjacentNodes(t, build, true, true)
	testgraph.Weight(t, build)
	if built < 10 {
		t.Errorf("only %d cases could be built", built)
	}
}

// csr numbers nodes as they come, takes absolute weights, and the first of several edges between two nodes.
func csr(nodes []gonum.Node, lines []testgraph.WeightedLine) (*graph.CSR, bool) {
	number := map[int64]int32{}
	add := func(u gonum.Node) int32 {
		if _, ok := number[u.ID()]; !ok {
			number[u.ID()] = int32(len(number))
		}
		return number[u.ID()]
	}
	for _, u := range nodes {
		add(u)
	}
	var edges []graph.Edge
	seen := map[[2]int32]bool{}
	for _, l := range lines {
		u, v := add(l.From()), add(l.To())
		if !seen[[2]int32{min(u, v), max(u, v)}] {
			seen[[2]int32{min(u, v), max(u, v)}] = true
			edges = append(edges, graph.Edge{U: u, V: v, Weight: math.Abs(l.Weight())})
		}
	}
	c, err := graph.New(len(number), edges)
	return c, err == nil
}

func TestGonumAndBack(t *testing.T) {
	for seed := range uint64(graphtest.Seeds) {
		g := graphtest.Seeded(seed)
		back, ids, err := adapt.FromGonum(adapt.Gonum(g))
		if err != nil {
			t.Fatal(err)
		}
		graphtest.Check(t, back)
		for u, id := range ids {
			if int(id) != u {
				t.Errorf("seed %d: node %d has ID %d", seed, u, id)
			}
		}
		if diff := cmp.Diff(edges(g), edges(back)); diff != "" || g.Order() != back.Order() {
			t.Errorf("seed %d: %s", seed, diff)
		}
	}
}

func TestFromGonum(t *testing.T) {
	edge := func(u, v int64, w float64) gonum.WeightedEdge {
		return simple.WeightedEdge{F: simple.Node(u), T: simple.Node(v), W: w}
	}
	t.Run("nodes are numbered by ID", func(t *testing.T) {
		from := simple.NewWeightedUndirectedGraph(0, math.Inf(1))
		from.AddNode(simple.Node(50))
		from.SetWeightedEdge(edge(900, -7, 0.5))
		g, ids, err := adapt.FromGonum(from)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]int64{-7, 50, 900}, ids); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]graph.Edge{{U: 0, V: 2, Weight: 0.5}}, edges(g)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("a weight below 0 is an error", func(t *testing.T) {
		from := simple.NewWeightedUndirectedGraph(0, math.Inf(1))
		from.SetWeightedEdge(edge(1, 2, -1))
		if _, _, err := adapt.FromGonum(from); err == nil || !strings.Contains(err.Error(), "adapt: graph: edge 0-1 has weight -1") {
			t.Errorf("got %v", err)
		}
	})
}

func TestBall(t *testing.T) {
	ball := adapt.Gonum(graphtest.Grid(2, 3)).Ball([]bool{true, true, false, true, true, false}) // the left square
	if n := ball.Nodes().Len(); n != 4 {
		t.Errorf("%d nodes are inside", n)
	}
	if ball.Node(2) != nil || ball.HasEdgeBetween(1, 2) || ball.Edge(1, 2) != nil || ball.From(2) != gonum.Empty {
		t.Error("node 2 is seen from inside")
	}
	if _, w := path.DijkstraFromTo(simple.Node(0), simple.Node(4), ball); w != 2 {
		t.Errorf("0 to 4 is %g long", w)
	}
	back, ids, err := adapt.FromGonum(ball)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int64{0, 1, 3, 4}, ids); diff != "" || back.Size() != 4 {
		t.Errorf("%d edges, %s", back.Size(), diff)
	}
}

func TestWithLengths(t *testing.T) {
	g := graphtest.Reweigh(graphtest.Path(3), func() float64 { return 0.25 })
	view := adapt.Gonum(g).WithLengths(func(w float64) float64 { return 1 / w })
	if w, ok := view.Weight(0, 1); w != 4 || !ok {
		t.Errorf("an edge of weight ¼ is %g long (%t)", w, ok)
	}
	if w, ok := view.Weight(0, 2); !math.IsInf(w, 1) || ok {
		t.Errorf("no edge is %g long (%t)", w, ok)
	}
	if _, w := path.DijkstraFromTo(view.Node(0), view.Node(2), view); w != 8 {
		t.Errorf("the path is %g long", w)
	}
}

func edges(g *graph.CSR) []graph.Edge {
	var all []graph.Edge
	for _, e := range g.Edges() {
		all = append(all, e)
	}
	return all
}
