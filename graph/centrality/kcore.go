package centrality

import "papergraph/graph"

// KCore returns the core number of each node: the largest k such that the node lies in a part of the graph in which
// every node has k neighbours or more. Weights are not looked at. O(V + E) time. See Batagelj and Zaveršnik, Fast
// algorithms for determining (generalized) core groups in social networks (2011), doi:10.1007/s11634-010-0079-y.
func KCore(g *graph.CSR) []float64 {
	b := newBins(g)
	for _, u := range b.nodes { // reordered as it is walked, but only behind the walk
		targets, _ := g.Arcs(int(u))
		for _, v := range targets {
			if b.degree[v] > b.degree[u] {
				b.lower(v)
			}
		}
	}
	core := make([]float64, g.Order())
	for u, d := range b.degree {
		core[u] = float64(d)
	}
	return core
}

// bins holds the nodes sorted by degree, as far as it is left when nodes of smaller degree are peeled off.
type bins struct {
	degree []int32 // by node
	nodes  []int32 // ascending in degree
	place  []int32 // by node, where it is in nodes
	start  []int32 // by degree, where its nodes begin
}

func newBins(g *graph.CSR) *bins {
	n := g.Order()
	b := &bins{degree: make([]int32, n), nodes: make([]int32, n), place: make([]int32, n)}
	var most int32
	for u := range b.degree {
		b.degree[u] = int32(g.Degree(u))
		most = max(most, b.degree[u])
	}
	b.start = make([]int32, most+2)
	for _, d := range b.degree {
		b.start[d+1]++
	}
	for d := range most + 1 {
		b.start[d+1] += b.start[d]
	}
	next := append([]int32(nil), b.start...)
	for u, d := range b.degree {
		b.place[u] = next[d]
		b.nodes[next[d]] = int32(u)
		next[d]++
	}
	return b
}

// lower takes one from the degree of v: v changes places with the first of its bin, and the bin begins behind it.
func (b *bins) lower(v int32) {
	d := b.degree[v]
	first := b.nodes[b.start[d]]
	b.nodes[b.place[v]], b.nodes[b.start[d]] = first, v
	b.place[first], b.place[v] = b.place[v], b.start[d]
	b.start[d]++
	b.degree[v]--
}
