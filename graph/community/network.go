package community

import (
	"context"

	"papergraph/graph"
	"papergraph/graph/internal/pace"
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
	number   []int32   // by node of the graph: the node here; nil where they are the same
}

// newNetwork returns g as the lowest level. Weights are divided by the largest, which changes no modularity and keeps
// sums of huge weights finite.
func newNetwork(g *graph.CSR) *network {
	n := emptyNetwork(g)
	for u := range g.Order() {
		targets, weights := g.Arcs(u)
		n.targets, n.weights = append(n.targets, targets...), append(n.weights, weights...)
		n.offsets = append(n.offsets, int32(len(n.targets)))
	}
	n.level()
	return n
}

func emptyNetwork(g *graph.CSR) *network {
	order, arcs := g.Order(), 2*g.Size()
	return &network{
		offsets:  make([]int32, 1, order+1),
		targets:  make([]int32, 0, arcs),
		weights:  make([]float64, 0, arcs),
		loops:    make([]float64, order),
		strength: make([]float64, order),
	}
}

// level divides the weights by the largest, and fills strength and total.
func (n *network) level() {
	heaviest := 0.0
	for _, w := range n.weights {
		heaviest = max(heaviest, w)
	}
	for i := range n.weights {
		n.weights[i] /= heaviest
	}
	n.sum()
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

// aggregation makes networks of communities in memory that it uses again.
type aggregation struct {
	near           tally
	first, members []int32
}

// into sets next to the network whose nodes are the communities 0 to count-1 of n. The error is that of ctx. O(V + E) time.
func (a *aggregation) into(ctx context.Context, next, n *network, of []int32, count int) error {
	next.offsets = append(grown(next.offsets, count+1)[:0], 0)
	next.loops, next.strength = grown(next.loops, count), grown(next.strength, count)
	clear(next.loops)
	if cap(next.targets) == 0 {
		next.targets, next.weights = make([]int32, 0, len(n.targets)), make([]float64, 0, len(n.targets))
	}
	next.targets, next.weights = next.targets[:0], next.weights[:0]
	a.bucket(of, count)
	a.near.resize(count)
	look := pace.New(ctx)
	for c := range int32(count) {
		for _, u := range a.members[a.first[c]:a.first[c+1]] {
			if err := look.Step(); err != nil {
				return err
			}
			next.loops[c] += n.loops[u]
			targets, weights := n.arcs(int(u))
			a.near.gather(of, targets, weights)
		}
		for _, d := range a.near.list() {
			if d == c {
				next.loops[c] += a.near.weight[d]
				continue
			}
			next.targets, next.weights = append(next.targets, d), append(next.weights, a.near.weight[d])
		}
		next.offsets = append(next.offsets, int32(len(next.targets)))
		a.near.clear()
	}
	next.sum()
	return nil
}

// bucket sorts the nodes by community, by counting: members[first[c]:first[c+1]] are those of c in ascending order.
func (a *aggregation) bucket(of []int32, count int) {
	a.first, a.members = grown(a.first, count+2), grown(a.members, len(of))
	clear(a.first)
	for _, c := range of {
		a.first[c+2]++
	}
	for c := range count {
		a.first[c+2] += a.first[c+1]
	}
	for u, c := range of {
		a.members[a.first[c+1]] = int32(u)
		a.first[c+1]++
	}
}
