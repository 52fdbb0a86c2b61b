package layout_test

import (
	"context"
	"fmt"

	"papergraph/graph"
	"papergraph/graph/layout"
)

// Two triangles, joined by one light link, in two groups:
//
//	0───1       4───5
//	 ╲ ╱         ╲ ╱
//	  2 ┄┄┄┄┄┄┄┄┄ 3
func ExampleForce() {
	g, err := graph.New(6, []graph.Edge{
		{U: 0, V: 1, Weight: 1},
		{U: 1, V: 2, Weight: 1},
		{U: 0, V: 2, Weight: 1},
		{U: 3, V: 4, Weight: 1},
		{U: 4, V: 5, Weight: 1},
		{U: 3, V: 5, Weight: 1},
		{U: 2, V: 3, Weight: 0.1},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	groups := []int32{0, 0, 0, 1, 1, 1}
	points, err := layout.Force(context.Background(), g, groups, nil, layout.Default)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("places:", len(points))
	fmt.Println("of the two nearest, in the own group:", layout.OwnNear(points, groups, 2, 2))
	// Output:
	// places: 6
	// of the two nearest, in the own group: 1
}
