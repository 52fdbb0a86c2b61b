// Package graphtest has graphs to test on: small ones with a name, random ones from a seed, and Check, the contract that
// every graph.CSR keeps, whoever built it.
package graphtest

import "papergraph/graph"

// build is graph.New for edges that are right by construction.
func build(n int, edges []graph.Edge) *graph.CSR {
	g, err := graph.New(n, edges)
	if err != nil {
		panic("graphtest: " + err.Error())
	}
	return g
}
