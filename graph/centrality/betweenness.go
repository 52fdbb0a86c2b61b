package centrality

import (
	"context"

	"papergraph/graph"
)

// Betweenness returns for each node how many pairs of other nodes have it on their shortest path; where a pair has
// several, each counts in equal parts. A pair counts once, not once a direction. Pairs in different components count
// nowhere. NormalizeBetweenness makes shares of these counts. The result is the same bits for any number of workers;
// below 1, all cores are used. The error is that of ctx. O(VE) time for Hops, O(VE + V² log V) for Similarity, and
// O(V + E) space a worker. Counts of paths are float64: a pair with 1e308 shortest paths or more gives no number. See
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

// hopBrandes is Brandes' algorithm where every edge is 1 long. At each arc it asks whether it leads one level down. The
// answer is as good as random to the processor, so arithmetic takes the place of branches; and it is asked once only,
// by a sweep that looks at nothing but levels and lists the arcs that do, for the two sweeps that follow.
type hopBrandes struct {
	g      *graph.CSR
	result []float64 // shared; only flush writes there
	sum    []float64 // by node, over the sources of this chunk
	level  []int32   // by node: hops from the source, -1 if not seen
	value  []float64 // by node: paths from the source; once the sweep back was here, (1 + dependency) / paths
	// Nodes by level, and for each in the same order where its arcs in down end. A node is put down before it is known
	// to belong there, so these have one place more than can be needed.
	order, ends, down []int32
}

func newHopBrandes(g *graph.CSR, result []float64) *hopBrandes {
	n := g.Order()
	b := &hopBrandes{
		g: g, result: result, sum: make([]float64, n), level: make([]int32, n), value: make([]float64, n),
		order: make([]int32, n+1), ends: make([]int32, n+1), down: make([]int32, g.Size()+1),
	}
	for u := range b.level {
		b.level[u] = -1
	}
	return b
}

func (b *hopBrandes) run(ctx context.Context, from, to int) error {
	for s := from; s < to; s++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		seen := b.search(int32(s))
		b.count(seen)
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

// search finds the level of each node and the arcs that lead one level down, and returns the nodes by level.
func (b *hopBrandes) search(source int32) []int32 {
	level, order, down := b.level, b.order, b.down
	level[source], order[0] = 0, source
	tail, arcs := 1, 0
	for head := 0; head < tail; head++ {
		below := level[order[head]] + 1
		targets, _ := b.g.Arcs(int(order[head]))
		for _, v := range targets {
			l := level[v]
			fresh := l >> 31 // all ones if not seen
			l = l&^fresh | below&fresh
			level[v] = l
			order[tail], down[arcs] = v, v
			tail -= int(fresh)
			arcs += equal(l, below)
		}
		b.ends[head] = int32(arcs)
	}
	return order[:tail]
}

// equal returns 1 if a is b, else 0. Neither may be below 0.
func equal(a, b int32) int {
	return int((uint32(a^b) - 1) >> 31)
}

// count finds the number of shortest paths to each node.
func (b *hopBrandes) count(order []int32) {
	b.value[order[0]] = 1
	from := int32(0)
	for i, u := range order {
		paths := b.value[u]
		for _, v := range b.down[from:b.ends[i]] {
			b.value[v] += paths
		}
		from = b.ends[i]
	}
}

// depend walks the nodes from the farthest back, adds to sum what the source's pairs give to each, and makes nodes ready
// for the next source. The source itself comes last and has no sum.
func (b *hopBrandes) depend(order []int32) {
	for i := len(order) - 1; i > 0; i-- {
		u, passed := order[i], 0.0
		for _, v := range b.down[b.ends[i-1]:b.ends[i]] {
			passed += b.value[v]
		}
		dependency := b.value[u] * passed
		b.sum[u] += dependency
		b.value[u] = (1 + dependency) / b.value[u]
	}
	for _, u := range order {
		b.level[u], b.value[u] = -1, 0
	}
}
