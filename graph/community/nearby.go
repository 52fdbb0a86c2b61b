package community

import "papergraph/graph"

// fewNodes is how many fit into the cache in any order, with their arcs.
const fewNodes = 1024

// newNearby returns g as the lowest level, numbered in breadth first where nodes are more than a few, so that neighbours are
// near each other in memory.
func newNearby(g *graph.CSR) *network {
	if g.Order() <= fewNodes {
		return newNetwork(g)
	}
	n := emptyNetwork(g)
	var order []int32
	order, n.number = breadthFirst(g)
	for _, u := range order {
		targets, weights := g.Arcs(int(u))
		for _, v := range targets {
			n.targets = append(n.targets, n.number[v])
		}
		n.weights = append(n.weights, weights...)
		n.offsets = append(n.offsets, int32(len(n.targets)))
	}
	n.level()
	return n
}

// breadthFirst returns the nodes in the order in which searches from the first that is left meet them, and the place of
// each in it.
func breadthFirst(g *graph.CSR) (order, place []int32) {
	order, place = make([]int32, 0, g.Order()), make([]int32, g.Order())
	for u := range place {
		place[u] = -1
	}
	add := func(u int32) {
		if place[u] < 0 {
			place[u] = int32(len(order))
			order = append(order, u)
		}
	}
	for s := range place {
		head := len(order)
		add(int32(s))
		for ; head < len(order); head++ {
			targets, _ := g.Arcs(int(order[head]))
			for _, v := range targets {
				add(v)
			}
		}
	}
	return order, place
}

// ofGraph returns labels by node of the graph.
func (n *network) ofGraph(labels []int32) []int32 {
	if n.number == nil {
		return labels
	}
	of := make([]int32, len(labels))
	for u, v := range n.number {
		of[u] = labels[v]
	}
	return of
}
