package centrality

import (
	"context"

	"papergraph/graph"
)

// Eigenvector returns the eigenvector centrality of each node, the largest 1: a node's score is in proportion to the sum
// of its neighbours' scores, each times the weight of the edge. A node without edges has 0. Where the graph is not
// connected, the component with the largest eigenvalue has the scores, and others have 0 up to the tolerance; several of
// equal eigenvalue share them as the power method from equal scores would. igraph scales so too; NetworkX brings the
// squares to a sum of 1. Weights are taken to lie between 1e-140 and 1e140. The error is that of ctx, or says which
// option is out of range, or that scores still moved after MaxRounds. A round takes O(V + E) time. See Bonacich, Power and
// centrality: a family of measures (1987), doi:10.1086/228631.
func Eigenvector(ctx context.Context, g *graph.CSR, o SpectralOptions) ([]float64, error) {
	return dominant(ctx, g.Order(), func(to, from []float64) { pull(to, g, from, 0) }, o)
}
