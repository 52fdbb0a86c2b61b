// Package adapt shows a graph.CSR to other graph libraries without copying its edges. Gonum makes it a weighted
// undirected graph of gonum, whole, with lengths in the place of weights, or only a ball of it; FromGonum comes back.
// Store makes it a read-only store of dominikbraun/graph, and Dominik a graph over that store. Nodes keep their numbers
// everywhere. Such a view costs an allocation at many steps: it is for algorithms that we do not have ourselves and for
// second opinions in tests.
package adapt
