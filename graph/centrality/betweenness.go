package centrality

import (
	"context"
	"math"

	"papergraph/graph"
)

// Betweenness returns for each node how many pairs of other nodes have it on their shortest path; where a pair has
// several, each counts in equal parts. A pair counts once, not once a direction. Pairs in different components count
// nowhere. NormalizeBetweenness makes shares of these counts. The result is the same bits for any number of workers;
// below 1, all cores are used. The error is that of ctx. O(VE) time for Hops, O(VE + V² log V) for Similarity, and
// O(V) space a worker. Counts of paths are float64: a pair with 1e308 shortest paths or more gives no number. See
// Brandes, A faster algorithm for betweenness centrality (2001), doi:10.1080/0022250X.2001.9990249.
func Betweenness(ctx context.Context, g *graph.CSR, lengths Lengths, workers int) ([]float64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	n := g.Order()
	result := make([]float64, n)
	newKernel := func() kernel { return newHopBrandes(g, result) }
	if lengths == Similarity {
		ofArcs := lengths.ofArcs(g)
		newKernel = func() kernel { return newLengthBrandes(g, ofArcs, result) }
	}
	if err := overSources(ctx, n, chunkSize(n), workers, newKernel); err != nil {
		return nil, err
	}
	for u := range result {
		result[u] /= 2 // each pair was met from both ends
	}
	return result, nil
}

// NormalizeBetweenness returns the counts divided by the number of pairs that a node can lie between, (n-1)(n-2)/2, so
// that the middle of a star has 1. With fewer than three nodes there is no such pair, and all are 0. See Freeman, A set
// of measures of centrality based on betweenness (1977), doi:10.2307/3033543.
func NormalizeBetweenness(counts []float64) []float64 {
	n := float64(len(counts))
	shares := make([]float64, len(counts))
	if len(counts) < 3 {
		return shares
	}
	for u, c := range counts {
		shares[u] = c / ((n - 1) * (n - 2) / 2)
	}
	return shares
}

// hopBrandes is Brandes' algorithm where every edge is 1 long. Both sweeps ask at each arc whether it leads one level
// down. The answer is as good as random to the processor, so masks take the place of branches, and what is asked for
// is kept side by side.
type hopBrandes struct {
	g      *graph.CSR
	result []float64 // shared; only flush writes there
	sum    []float64 // by node, over the sources of this chunk
	nodes  []hopNode
	order  []int32 // nodes by level; one longer than needed, so that a node can be put down before it is known to be new
}

type hopNode struct {
	value float64 // paths from the source; once the sweep back has been here, (1 + dependency) / paths
	level int32   // hops from the source, -1 if not seen
}

func newHopBrandes(g *graph.CSR, result []float64) *hopBrandes {
	n := g.Order()
	b := &hopBrandes{g: g, result: result, sum: make([]float64, n), nodes: make([]hopNode, n), order: make([]int32, n+1)}
	for u := range b.nodes {
		b.nodes[u].level = -1
	}
	return b
}

func (b *hopBrandes) run(ctx context.Context, from, to int) error {
	for s := from; s < to; s++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		seen := b.count(int32(s))
		b.depend(seen)
	}
	return nil
}

func (b *hopBrandes) flush() {
	for u, d := range b.sum {
		b.result[u] += d
		b.sum[u] = 0
	}
}

// count finds the level of each node and the number of shortest paths to it, and returns the nodes by level.
func (b *hopBrandes) count(source int32) []int32 {
	nodes, order := b.nodes, b.order
	nodes[source] = hopNode{value: 1, level: 0}
	order[0] = source
	tail := 1
	for head := 0; head < tail; head++ {
		u := nodes[order[head]]
		below, paths := u.level+1, math.Float64bits(u.value)
		targets, _ := b.g.Arcs(int(order[head]))
		for _, v := range targets {
			at := &nodes[v]
			fresh := at.level >> 31 // all ones if not seen
			order[tail] = v
			tail -= int(fresh)
			at.level = at.level&^fresh | below&fresh
			at.value += math.Float64frombits(paths & equal(at.level, below))
		}
	}
	return order[:tail]
}

// depend walks the nodes from the farthest back, adds to sum what the source's pairs give to each, and makes nodes ready
// for the next source.
func (b *hopBrandes) depend(order []int32) {
	nodes := b.nodes
	for i := len(order) - 1; i > 0; i-- {
		u := &nodes[order[i]]
		targets, _ := b.g.Arcs(int(order[i]))
		below, passed := u.level+1, 0.0
		for _, v := range targets {
			passed += math.Float64frombits(math.Float64bits(nodes[v].value) & equal(nodes[v].level, below))
		}
		dependency := u.value * passed
		b.sum[order[i]] += dependency
		u.value = (1 + dependency) / u.value
	}
	for _, u := range order {
		nodes[u] = hopNode{level: -1}
	}
}

// equal returns all ones if a is b, else 0. Neither may be below 0.
func equal(a, b int32) uint64 {
	return uint64((int64(a^b) - 1) >> 63)
}
