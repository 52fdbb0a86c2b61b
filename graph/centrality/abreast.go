package centrality

import (
	"context"
	"math/bits"

	"papergraph/graph/internal/pace"
)

// abreast is how many sources hopBrandes starts from at once: as many as a word has bits. Half as many take a third more
// time on 5,000 papers, for then a word that meets another says less.
const abreast = 64

// perSource holds a number for each source of the chunk.
type perSource [abreast]float64

// hopBrandes is Brandes' algorithm where every edge is 1 long, for many sources at once. A word has a bit for each, so one
// look at an arc finds all sources from which it leads one level down, and only for these it does arithmetic.
type hopBrandes struct {
	g      *rows
	look   pace.Pace
	result []float64 // shared; only flush writes there
	sum    []float64 // by node, over the sources of this chunk
	stands perSource // how many nodes each source stands for
	seen   []uint64  // by node: the sources that have reached it
	here   []uint64  // by node: the sources that reach it at the marked level; 0 where no level is marked
	next   []uint64  // by node: the sources that come from the last level; 0 between two levels
	coming []int32   // nodes with such sources; a node is put down before it is known to be new, so one place is spare
	listed []uint64  // a bit for each node, to put these into order; 0 between two levels
	visits []visit   // by level, and ascending by node in each
	ends   []int     // by level, where its visits begin; at last, where those of the last end
	passed perSource // what sources pass on over the arcs down from a node; 0 between two nodes
	value  []perSource
	// For each source: paths from it to the node; once the way back was here, (nodes stood for + dependency) / paths.
	// Of a source that has not reached the node, nothing.
}

// visit is a node at the level where it has some of the sources.
type visit struct {
	node    int32
	sources uint64
}

func newHopBrandes(g *rows, result []float64) *hopBrandes {
	n := g.order()
	return &hopBrandes{
		g: g, result: result, sum: make([]float64, n), value: make([]perSource, n),
		seen: make([]uint64, n), here: make([]uint64, n), next: make([]uint64, n),
		coming: make([]int32, n+1), listed: make([]uint64, n/64+1),
	}
}

func (b *hopBrandes) run(ctx context.Context, from, to int) error {
	b.look = pace.New(ctx)
	b.begin(from, to)
	level := 0
	for ; len(b.level(level)) > 0; level++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.widen(level); err != nil {
			return err
		}
		if err := b.count(level + 1); err != nil {
			return err
		}
	}
	for level--; level > 0; level-- { // sources themselves have no sum
		if err := b.depend(level); err != nil {
			return err
		}
	}
	return nil
}

func (b *hopBrandes) flush() {
	for u, d := range b.sum {
		b.result[u] += d
		b.sum[u] = 0
	}
}

// begin puts each source at its node, on level 0.
func (b *hopBrandes) begin(from, to int) {
	clear(b.seen)
	b.visits, b.ends = b.visits[:0], append(b.ends[:0], 0)
	for s := from; s < to; s++ {
		i := s - from
		b.seen[s], b.value[s][i], b.stands[i] = 1<<i, 1, b.g.stands[s]
		b.visits = append(b.visits, visit{int32(s), 1 << i})
	}
	b.ends = append(b.ends, len(b.visits))
}

func (b *hopBrandes) level(l int) []visit { return b.visits[b.ends[l]:b.ends[l+1]] }

func (b *hopBrandes) mark(l int) {
	for _, at := range b.level(l) {
		b.here[at.node] = at.sources
	}
}

func (b *hopBrandes) unmark(l int) {
	for _, at := range b.level(l) {
		b.here[at.node] = 0
	}
}

// widen finds the level below the last one, which is empty if no source reaches farther. Whether a node was met before is
// as good as random to the processor, so each is put down, and stays if it was not.
func (b *hopBrandes) widen(last int) error {
	next, coming, count := b.next, b.coming, 0
	for _, at := range b.level(last) {
		if err := b.look.Step(); err != nil {
			return err
		}
		for _, v := range b.g.beside(at.node) {
			coming[count] = v
			count += noBit(next[v])
			next[v] |= at.sources
		}
	}
	b.ascending(coming[:count])
	for _, v := range coming[:count] {
		if fresh := next[v] &^ b.seen[v]; fresh != 0 {
			b.seen[v] |= fresh
			b.visits = append(b.visits, visit{v, fresh})
		}
		next[v] = 0
	}
	b.ends = append(b.ends, len(b.visits))
	return nil
}

// noBit returns 1 for 0, else 0.
func noBit(x uint64) int { return int(1 - (x|-x)>>63) }

// ascending sorts different nodes. Neighbours bear close numbers, so visits in this order find values in the cache.
func (b *hopBrandes) ascending(nodes []int32) {
	for _, v := range nodes {
		b.listed[v>>6] |= 1 << (v & 63)
	}
	count := 0
	for i, word := range b.listed {
		for ; word != 0; word &= word - 1 {
			nodes[count] = int32(i<<6 + bits.TrailingZeros64(word))
			count++
		}
		b.listed[i] = 0
	}
}

// count finds the number of shortest paths to the nodes of a level.
func (b *hopBrandes) count(level int) error {
	b.mark(level - 1)
	for _, at := range b.level(level) {
		if err := b.look.Step(); err != nil {
			return err
		}
		paths := &b.value[at.node]
		for left := at.sources; left != 0; left &= left - 1 {
			paths[bits.TrailingZeros64(left)%abreast] = 0
		}
		for _, v := range b.g.beside(at.node) {
			if above := b.here[v] & at.sources; above != 0 {
				paths.add(&b.value[v], above)
			}
		}
	}
	b.unmark(level - 1)
	return nil
}

// add adds the numbers of some sources.
func (p *perSource) add(q *perSource, sources uint64) {
	for ; sources != 0; sources &= sources - 1 {
		i := bits.TrailingZeros64(sources) & (abreast - 1)
		p[i] += q[i]
	}
}

// depend adds to the nodes of a level what the pairs of the sources give to each.
func (b *hopBrandes) depend(level int) error {
	b.mark(level + 1)
	for _, at := range b.level(level) {
		if err := b.look.Step(); err != nil {
			return err
		}
		for _, v := range b.g.beside(at.node) {
			if below := b.here[v] & at.sources; below != 0 {
				b.passed.add(&b.value[v], below)
			}
		}
		b.settle(at)
	}
	b.unmark(level + 1)
	return nil
}

// settle takes what was passed to a node.
func (b *hopBrandes) settle(at visit) {
	value, stands, sum := &b.value[at.node], b.g.stands[at.node], b.sum[at.node]
	for left := at.sources; left != 0; left &= left - 1 {
		i := bits.TrailingZeros64(left) & (abreast - 1)
		dependency := value[i] * b.passed[i]
		b.passed[i] = 0
		sum += float64(b.stands[i] * dependency)
		value[i] = (stands + dependency) / value[i]
	}
	b.sum[at.node] = sum
}
