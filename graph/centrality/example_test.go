package centrality_test

import (
	"context"
	"fmt"

	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// Two triangles and the edge between them:
//
//	0       4
//	| \   / |
//	|  2-3  |
//	| /   \ |
//	1       5
func Example() {
	ctx, g := context.Background(), graphtest.TwoCliques(3)
	rank, err := centrality.PageRank(ctx, g, centrality.DefaultPageRank)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("PageRank    %.3f\n", rank)
	between, err := centrality.Betweenness(ctx, g, centrality.Similarity, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("betweenness", between, centrality.NormalizeBetweenness(between))
	d, err := centrality.Distances(ctx, g, centrality.Hops, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("closeness   %.3f\nharmonic    %.3f\ndiameter    %g\n", d.Closeness, d.Harmonic, d.Diameter)
	fmt.Println("k-core     ", centrality.KCore(g))
	// Output:
	// PageRank    [0.146 0.146 0.208 0.208 0.146 0.146]
	// betweenness [0 0 6 6 0 0] [0 0 0.6 0.6 0 0]
	// closeness   [0.500 0.500 0.714 0.714 0.500 0.500]
	// harmonic    [0.633 0.633 0.800 0.800 0.633 0.633]
	// diameter    3
	// k-core      [2 2 2 2 2 2]
}
