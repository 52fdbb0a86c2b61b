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
// Brandes, A faster algorithm for betweenness centrality (2001), doi:10.1080/0022250X.2001.9990249; what hangs on the rest
// by one edge is counted without a search, as in Baglioni et al., Fast exact computation of betweenness centrality in
// social networks (2012), doi:10.1109/ASONAM.2012.79.
func Betweenness(ctx context.Context, g *graph.CSR, lengths Lengths, workers int) ([]float64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f := fold(g, lengths.ofArcs(g))
	r, component := f.rows()
	sum := make([]float64, r.order())
	newKernel := func() kernel { return newHopBrandes(r, sum) }
	if lengths == Similarity {
		newKernel = func() kernel { return newLengthBrandes(r, sum) }
	}
	if err := overSources(ctx, r.order(), chunkSize(r.order()), workers, newKernel); err != nil {
		return nil, err
	}
	result := f.over(component)
	for u, s := range sum {
		result[r.core[u]] += s / 2 // each pair was met from both ends
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
	g      *rows
	result []float64 // shared; only flush writes there
	sum    []float64 // by node, over the sources of this chunk
	level  []uint8   // by node: hops from the source modulo 3, and 1; 0 if not seen
	value  []float64 // by node: paths from the source; once the sweep back was here, (nodes stood for + dependency) / paths
	// Nodes by level, and for each in the same order where its arcs in down end. A node is put down before it is known
	// to belong there, so these have one place more than can be needed.
	order, ends, down []int32
}

func newHopBrandes(g *rows, result []float64) *hopBrandes {
	n := g.order()
	b := &hopBrandes{
		g: g, result: result, sum: make([]float64, n), level: make([]uint8, n), value: make([]float64, n),
		order: make([]int32, n+1), ends: make([]int32, n+1), down: make([]int32, len(g.targets)/2+1),
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

// search finds the level of each node and the arcs that lead one level down, and returns the nodes by level. Neighbours
// are at most one level apart, so three names for levels are enough, and fit into a byte: more of them are in the cache.
// Once all nodes are seen, arcs need no more than to be asked where they lead, and those of the last level not even that.
func (b *hopBrandes) search(source int32) []int32 {
	b.level[source], b.order[0] = 1, source
	tail, arcs, head, levelEnd, below := 1, 0, 0, 1, uint32(2)
	for all := int(b.g.peers[source]); head < tail; head++ {
		if head == levelEnd {
			if tail == all {
				break
			}
			levelEnd, below = tail, below%3+1
		}
		targets, _ := b.g.arcs(b.order[head])
		if tail < all {
			tail, arcs = b.discover(targets, below, tail, arcs)
		} else {
			arcs = b.descend(targets, below, arcs)
		}
		b.ends[head] = int32(arcs)
	}
	for ; head < tail; head++ {
		b.ends[head] = int32(arcs)
	}
	return b.order[:tail]
}

// discover puts the targets not yet seen one level down, behind the tail of those that were, and lists what is there.
func (b *hopBrandes) discover(targets []int32, below uint32, tail, arcs int) (newTail, newArcs int) {
	level, order, down := b.level, b.order, b.down
	for _, v := range targets {
		l := uint32(level[v])
		fresh := isZero(l)
		l |= below & -fresh
		level[v] = uint8(l)
		order[tail], down[arcs] = v, v
		tail += int(fresh)
		arcs += int(isZero(l ^ below))
	}
	return tail, arcs
}

// descend lists the targets that are one level down.
func (b *hopBrandes) descend(targets []int32, below uint32, arcs int) int {
	level, down := b.level, b.down
	for _, v := range targets {
		down[arcs] = v
		arcs += int(isZero(uint32(level[v]) ^ below))
	}
	return arcs
}

// isZero returns 1 for 0, else 0. Above 2^31 it does not hold.
func isZero(x uint32) uint32 { return (x - 1) >> 31 }

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
	source := b.g.stands[order[0]]
	for i := len(order) - 1; i > 0; i-- {
		u, passed := order[i], 0.0
		for _, v := range b.down[b.ends[i-1]:b.ends[i]] {
			passed += b.value[v]
		}
		dependency := b.value[u] * passed
		b.sum[u] += float64(source * dependency)
		b.value[u] = (b.g.stands[u] + dependency) / b.value[u]
	}
	for _, u := range order {
		b.level[u], b.value[u] = 0, 0
	}
}
