package path_test

import (
	"context"
	"fmt"

	"papergraph/graph"
	"papergraph/graph/path"
)

// 0 and 3 are weakly linked, and strongly by way of 1 or 2:
//
//	  1
//	 / \
//	0---3
//	 \ /
//	  2
func Example() {
	g, err := graph.New(4, []graph.Edge{
		{U: 0, V: 1, Weight: 0.5}, {U: 1, V: 3, Weight: 0.5}, // 2 + 2 long
		{U: 0, V: 2, Weight: 0.4}, {U: 2, V: 3, Weight: 0.4}, // 2.5 + 2.5 long
		{U: 0, V: 3, Weight: 0.1}, // 10 long
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	stories, err := path.Stories(context.Background(), g, 0, 3, 3)
	fmt.Println(stories, err)
	// Output: [[0 1 3] [0 2 3] [0 3]] <nil>
}
