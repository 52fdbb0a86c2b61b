package adapt

import (
	"cmp"
	"fmt"
	"slices"

	gonum "gonum.org/v1/gonum/graph"

	"papergraph/graph"
)

// FromGonum returns a copy of a graph of gonum, and the ID of each of its nodes: nodes are numbered in ascending order
// of their IDs. Loops and weights that are not finite or not above 0 are errors. O(V log V + E log E) time.
func FromGonum(g gonum.WeightedUndirected) (*graph.CSR, []int64, error) {
	nodes := gonum.NodesOf(g.Nodes())
	ids := make([]int64, len(nodes))
	for i, u := range nodes {
		ids[i] = u.ID()
	}
	slices.Sort(ids)
	var edges []graph.Edge
	for u, id := range ids {
		for _, to := range gonum.NodesOf(g.From(id)) {
			v, ok := slices.BinarySearchFunc(ids, to.ID(), cmp.Compare[int64])
			if !ok {
				return nil, nil, fmt.Errorf("adapt: edge %d-%d leads to no node", id, to.ID())
			}
			if u <= v { // each edge is met from both ends
				edges = append(edges, graph.Edge{U: int32(u), V: int32(v), Weight: g.WeightedEdgeBetween(id, to.ID()).Weight()})
			}
		}
	}
	c, err := graph.New(len(ids), edges)
	if err != nil {
		return nil, nil, fmt.Errorf("adapt: %w", err)
	}
	return c, ids, nil
}
