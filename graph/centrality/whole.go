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

// Transitivity returns how many of the paths of two edges have a third edge that closes them to a triangle, 0 to 1; 0
// if there is no such path. Weights are not looked at. O(E^1.5) time, since triangles are looked for from the ends of
// smaller degree. See Newman, Watts and Strogatz, Random graph models of social networks (2002),
// doi:10.1073/pnas.012582999, for the measure, and Latapy, Main-memory triangle computations for very large (sparse
// (power-law)) graphs (2008), doi:10.1016/j.tcs.2008.07.017, for the way to count.
func Transitivity(g *graph.CSR) float64 {
	var paths float64
	for u := range g.Order() {
		d := float64(g.Degree(u))
		paths += d * (d - 1) / 2
	}
	if paths == 0 {
		return 0
	}
	return 3 * float64(triangles(g)) / paths
}

// triangles counts each triangle once, at its first node in the order of degree, then number.
func triangles(g *graph.CSR) int {
	offsets, ahead := upward(g)
	row := func(u int32) []int32 { return ahead[offsets[u]:offsets[u+1]] }
	mark, count := make([]int32, g.Order()), 0
	for u := range int32(g.Order()) {
		for _, v := range row(u) {
			mark[v] = u + 1
		}
		for _, v := range row(u) {
			for _, w := range row(v) {
				if mark[w] == u+1 {
					count++
				}
			}
		}
	}
	return count
}

// upward returns for each node the neighbours that come after it in the order of degree, then number; row u is ahead
// from offsets[u] to offsets[u+1]-1. No row is longer than the square root of twice the number of edges.
func upward(g *graph.CSR) (offsets, ahead []int32) {
	offsets, ahead = make([]int32, g.Order()+1), make([]int32, 0, g.Size())
	for u := range g.Order() {
		targets, _ := g.Arcs(u)
		for _, v := range targets {
			du, dv := g.Degree(u), g.Degree(int(v))
			if du < dv || du == dv && u < int(v) {
				ahead = append(ahead, v)
			}
		}
		offsets[u+1] = int32(len(ahead))
	}
	return offsets, ahead
}
