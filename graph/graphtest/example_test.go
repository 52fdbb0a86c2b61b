package graphtest_test

import (
	"fmt"
	"math/rand/v2"

	"papergraph/graph/graphtest"
)

func Example() {
	karate := graphtest.Karate()
	fmt.Println(karate.Order(), karate.Size())
	g, groups := graphtest.Planted(2, 3, 1, 0, rand.New(rand.NewPCG(1, 2)))
	fmt.Println(g.Size(), groups)
	// Output:
	// 34 78
	// 6 [0 0 0 1 1 1]
}
