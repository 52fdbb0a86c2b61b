package graphtest

import "papergraph/graph"

// Path returns n nodes in a row, each joined to the next. Edges weigh 1.
func Path(n int) *graph.CSR {
	var edges []graph.Edge
	for u := int32(1); int(u) < n; u++ {
		edges = append(edges, graph.Edge{U: u - 1, V: u, Weight: 1})
	}
	return build(n, edges)
}

// Cycle returns n nodes in a ring, at least three. Edges weigh 1.
func Cycle(n int) *graph.CSR {
	var edges []graph.Edge
	for u := range int32(n) {
		edges = append(edges, graph.Edge{U: u, V: (u + 1) % int32(n), Weight: 1})
	}
	return build(n, edges)
}

// Star returns node 0 joined to each of the n-1 others. Edges weigh 1.
func Star(n int) *graph.CSR {
	var edges []graph.Edge
	for u := int32(1); int(u) < n; u++ {
		edges = append(edges, graph.Edge{U: 0, V: u, Weight: 1})
	}
	return build(n, edges)
}

// Complete returns n nodes, each joined to each. Edges weigh 1.
func Complete(n int) *graph.CSR { return build(n, clique(nil, 0, int32(n))) }

// TwoCliques returns two complete graphs of n nodes, 0 to n-1 and n to 2n-1, and an edge between n-1 and n. Edges
// weigh 1.
func TwoCliques(n int) *graph.CSR {
	k := int32(n)
	edges := clique(clique(nil, 0, k), k, 2*k)
	return build(2*n, append(edges, graph.Edge{U: k - 1, V: k, Weight: 1}))
}

func clique(edges []graph.Edge, from, to int32) []graph.Edge {
	for u := from; u < to; u++ {
		for v := u + 1; v < to; v++ {
			edges = append(edges, graph.Edge{U: u, V: v, Weight: 1})
		}
	}
	return edges
}

// Grid returns rows × columns nodes, numbered row by row, each joined to those beside, above and below. Edges weigh 1.
func Grid(rows, columns int) *graph.CSR {
	var edges []graph.Edge
	for u := range int32(rows * columns) {
		if int(u)%columns+1 < columns {
			edges = append(edges, graph.Edge{U: u, V: u + 1, Weight: 1})
		}
		if int(u)+columns < rows*columns {
			edges = append(edges, graph.Edge{U: u, V: u + int32(columns), Weight: 1})
		}
	}
	return build(rows*columns, edges)
}

// karate lists for each member those of a smaller number that it met outside the club.
var karate = [...][]int32{
	1: {0}, 2: {0, 1}, 3: {0, 1, 2}, 4: {0}, 5: {0}, 6: {0, 4, 5}, 7: {0, 1, 2, 3}, 8: {0, 2}, 9: {2}, 10: {0, 4, 5},
	11: {0}, 12: {0, 3}, 13: {0, 1, 2, 3}, 16: {5, 6}, 17: {0, 1}, 19: {0, 1}, 21: {0, 1}, 25: {23, 24}, 27: {2, 23, 24},
	28: {2}, 29: {23, 26}, 30: {1, 8}, 31: {0, 24, 25, 28}, 32: {2, 8, 14, 15, 18, 20, 22, 23, 29, 30, 31},
	33: {8, 9, 13, 14, 15, 18, 19, 20, 22, 23, 26, 27, 28, 29, 30, 31, 32},
}

// Karate returns who met whom in a karate club: 34 nodes and 78 edges that weigh 1. Nodes are the paper's numbers less
// one; 0 is the instructor, 33 the administrator. See Zachary, An information flow model for conflict and fission in
// small groups (1977), doi:10.1086/jar.33.4.3629752, figure 1 with the edge 23-34 that networkx has as well.
func Karate() *graph.CSR {
	var edges []graph.Edge
	for u, before := range karate {
		for _, v := range before {
			edges = append(edges, graph.Edge{U: v, V: int32(u), Weight: 1})
		}
	}
	return build(len(karate), edges)
}
