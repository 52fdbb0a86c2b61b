// Package centrality scores the nodes of a graph: how many neighbours they have (Degree, Strength), how often chance
// leads there (PageRank), how well their neighbours score (Eigenvector, HITS), how many shortest paths lead over them
// (Betweenness, and EstimateBetweenness with a stated error), how near the others are (Distances, and EstimateDistances), how deep in the thick
// of the graph they lie (KCore), how often their neighbours know each other (Clustering) and what falls apart without
// them (Cuts). Components, Density and Transitivity tell about the graph as a whole. Scores are slices by node number,
// and the same bits for any number of workers. Most take time in proportion to the edges; Betweenness and Distances run
// from each node over all edges, so twice the nodes take four times as long and more.
package centrality
