package community

import (
	"papergraph/graph"
)

// network is the graph of one level: the papers themselves, or communities of them as nodes. Unlike graph.CSR it may
// have loops, which hold the weight inside a node.
type network struct {
	offsets  []int32 // order()+1 long, ascending
	targets  []int32 // a row has at most one arc to each target and none to itself
	weights  []float64
	loops    []float64 // by node: weight of the edges inside it, each counted twice as an edge is by its two arcs
	strength []float64 // by node: sum of its arcs and its loop
	total    float64   // sum of strengths, 2m
}

// newNetwork returns g as the lowest level. Weights are divided by the largest, which changes no modularity and keeps
// sums of huge weights finite.
func newNetwork(g *graph.CSR) *network {
	order, arcs := g.Order(), 2*g.Size()
	n := &network{
		offsets:  make([]int32, 1, order+1),
		targets:  make([]int32, 0, arcs),
		weights:  make([]float64, 0, arcs),
		loops:    make([]float64, order),
		strength: make([]float64, order),
	}
	for u := range order {
		targets, weights := g.Arcs(u)
		n.targets, n.weights = append(n.targets, targets...), append(n.weights, weights...)
		n.offsets = append(n.offsets, int32(len(n.targets)))
	}
	heaviest := 0.0
	for _, w := range n.weights {
		heaviest = max(heaviest, w)
	}
	for i := range n.weights {
		n.weights[i] /= heaviest
	}
	n.sum()
	return n
}

func (n *network) order() int { return len(n.offsets) - 1 }

func (n *network) arcs(u int) (targets []int32, weights []float64) {
	from, to := n.offsets[u], n.offsets[u+1]
	return n.targets[from:to], n.weights[from:to]
}

// sum fills strength and total.
func (n *network) sum() {
	n.total = 0
	for u := range n.strength {
		_, weights := n.arcs(u)
		n.strength[u] = n.loops[u]
		for _, w := range weights {
			n.strength[u] += w
		}
		n.total += n.strength[u]
	}
}

// aggregate returns the network whose nodes are the communities 0 to count-1 of this one. O(V + E) time.
func (n *network) aggregate(of []int32, count int) *network {
	next := &network{
		offsets:  make([]int32, 1, count+1),
		loops:    make([]float64, count),
		strength: make([]float64, count),
	}
	first, members := bucket(of, count)
	near := newTally(count)
	for c := range int32(count) {
		for _, u := range members[first[c]:first[c+1]] {
			next.loops[c] += n.loops[u]
			targets, weights := n.arcs(int(u))
			for i, v := range targets {
				near.add(of[v], weights[i])
			}
		}
		for _, d := range near.touched {
			if d == c {
				next.loops[c] += near.weight[d]
				continue
			}
			next.targets, next.weights = append(next.targets, d), append(next.weights, near.weight[d])
		}
		next.offsets = append(next.offsets, int32(len(next.targets)))
		near.clear()
	}
	next.sum()
	return next
}

// bucket sorts the nodes by community, by counting: members[first[c]:first[c+1]] are those of c in ascending order.
func bucket(of []int32, count int) (first, members []int32) {
	first, members = make([]int32, count+2), make([]int32, len(of))
	for _, c := range of {
		first[c+2]++
	}
	for c := range count {
		first[c+2] += first[c+1]
	}
	for u, c := range of {
		members[first[c+1]] = int32(u)
		first[c+1]++
	}
	return first[:count+1], members
}

// tally is a sum of weights by community that is cleared in the time it took to fill.
type tally struct {
	weight  []float64
	seen    []bool
	touched []int32 // communities with seen set, in the order in which they came
}

func newTally(communities int) *tally {
	return &tally{weight: make([]float64, communities), seen: make([]bool, communities)}
}

func (t *tally) add(c int32, w float64) {
	if !t.seen[c] {
		t.seen[c] = true
		t.touched = append(t.touched, c)
	}
	t.weight[c] += w
}

func (t *tally) clear() {
	for _, c := range t.touched {
		t.weight[c], t.seen[c] = 0, false
	}
	t.touched = t.touched[:0]
}
