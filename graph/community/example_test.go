package community_test

import (
	"context"
	"fmt"

	"papergraph/graph"
	"papergraph/graph/community"
)

// Two triangles, joined by one link, and a node alone:
//
//	0───1       4───5
//	 ╲ ╱         ╲ ╱     6
//	  2 ───────── 3
func ExampleLeiden() {
	g, err := graph.New(7, []graph.Edge{
		{U: 0, V: 1, Weight: 1},
		{U: 1, V: 2, Weight: 1},
		{U: 0, V: 2, Weight: 1},
		{U: 3, V: 4, Weight: 1},
		{U: 4, V: 5, Weight: 1},
		{U: 3, V: 5, Weight: 1},
		{U: 2, V: 3, Weight: 1},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	labels, err := community.Leiden(context.Background(), g, community.DefaultLeiden)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(labels)
	fmt.Printf("modularity %.3f\n", community.Modularity(g, labels, 1))
	// Output:
	// [0 0 0 1 1 1 2]
	// modularity 0.357
}
