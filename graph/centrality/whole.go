package centrality

import "papergraph/graph"

// Density returns which share of all pairs of nodes have an edge, 0 to 1; 0 if there is no pair. O(1) time.
func Density(g *graph.CSR) float64 {
	n := float64(g.Order())
	if n < 2 {
		return 0
	}
	return 2 * float64(g.Size()) / (n * (n - 1))
}
