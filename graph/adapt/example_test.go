package adapt_test

import (
	"fmt"

	"github.com/dominikbraun/graph"
	"gonum.org/v1/gonum/graph/topo"

	"papergraph/graph/adapt"
	"papergraph/graph/graphtest"
)

func Example() {
	cliques := graphtest.TwoCliques(3) // 0, 1, 2 and 3, 4, 5, joined by 2-3
	fmt.Println(topo.PathExistsIn(adapt.Gonum(cliques), adapt.Gonum(cliques).Node(0), adapt.Gonum(cliques).Node(5)))

	steps := func(float64) int { return 1 }
	path, err := graph.ShortestPath(adapt.Dominik(cliques, steps), 0, 5)
	fmt.Println(path, err)
	// Output:
	// true
	// [0 2 3 5] <nil>
}
