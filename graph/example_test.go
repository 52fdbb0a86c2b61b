package graph_test

import (
	"fmt"

	"papergraph/graph"
)

// A triangle with a tail:
//
//	0---1
//	 \ /
//	  2---3
func Example() {
	g, err := graph.New(4, []graph.Edge{
		{U: 2, V: 0, Weight: 0.5}, {U: 0, V: 1, Weight: 0.25}, {U: 1, V: 2, Weight: 1}, {U: 3, V: 2, Weight: 0.75},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	targets, weights := g.Arcs(2)
	fmt.Println(targets, weights)
	for i, e := range g.Edges() {
		fmt.Println(i, e.U, e.V, e.Weight)
	}
	// Output:
	// [0 1 3] [0.5 1 0.75]
	// 0 0 1 0.25
	// 1 0 2 0.5
	// 2 1 2 1
	// 3 2 3 0.75
}
