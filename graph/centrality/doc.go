// Package centrality scores the nodes of a graph: how many neighbours they have (Degree, Strength), how often chance
// leads there (PageRank), how many shortest paths lead over them (Betweenness), how near the others are (Distances) and
// how deep in the thick of the graph they lie (KCore). Components, Density and Transitivity tell about the graph as a
// whole. Scores are slices by node number, and the same bits for any number of workers. PageRank and KCore take time in
// proportion to the edges; Betweenness and Distances run from each node over all edges, so twice the nodes take four
// times as long and more.
package centrality
