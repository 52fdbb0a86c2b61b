package centrality

import "papergraph/graph"

// Degree returns the number of neighbours of each node. O(V) time.
func Degree(g *graph.CSR) []float64 {
	degree := make([]float64, g.Order())
	for u := range degree {
		degree[u] = float64(g.Degree(u))
	}
	return degree
}

// Strength returns for each node the sum of the weights of its edges, added in the order of neighbours. O(V + E) time.
// See Barrat et al., The architecture of complex weighted networks (2004), doi:10.1073/pnas.0400087101.
func Strength(g *graph.CSR) []float64 {
	strength := make([]float64, g.Order())
	for u := range strength {
		_, weights := g.Arcs(u)
		for _, w := range weights {
			strength[u] += w
		}
	}
	return strength
}
