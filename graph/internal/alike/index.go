package alike

import (
	"cmp"
	"context"
	"slices"
)

// Index is a matrix made ready for finding nearest rows. Immutable.
type Index struct {
	// Whole is of how many rows nothing could be left out.
	Whole int

	matrix Matrix
	order  []int32   // by position: the row
	places []int32   // by row: its position
	k      int       // so many nearest of each are known
	least  []float64 // by position: what the k-th nearest reaches at least, 0 where there are fewer
	rows   rows
	blocks []block
	common int32 // terms of ranks below are in the blocks
	rare   lists // those of the others, by rank less common
	cuts   [levels]int32
	most   [levels][]uint32 // by level and stripe: the largest length over the terms left out, in units of the lists
	mean   [levels]float64  // by level: the mean of such lengths
}

// newIndex indexes a matrix, given what the k-th nearest of each row reaches at least. The error is that of ctx. O(entries + rows log rows)
// time.
func newIndex(ctx context.Context, m Matrix, r *ranking, least []float64) (*Index, error) {
	x := &Index{matrix: m, places: make([]int32, m.Rows()), least: make([]float64, m.Rows()), cuts: r.cuts(m.Rows())}
	x.order = sortRows(&m, r, x.cuts[sorting], least)
	for p, u := range x.order {
		x.places[u], x.least[p] = int32(p), least[u]
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	l := newLists(&m, r, x.order, 0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	count := (m.Rows() + blockSize - 1) / blockSize
	x.common = min(1<<16, max(x.cuts[levels-1], r.above(float64(leastInBlock*count-1))))
	x.rows = newRows(&l, x.common, m.Rows())
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	x.measure()
	x.blocks = newBlocks(&l, x.common, count)
	x.rare = l.from(x.common)
	return x, ctx.Err()
}

// sortRows returns the rows in the order in which they are compared: those whose nearest are nearest first, so that of a pair the
// row that is easier to reach comes later and is the one that is compared; and inside a block by the length over the terms
// that may be left out, so that one bound holds for some rows side by side. Equals stay in order.
func sortRows(m *Matrix, r *ranking, cut int32, least []float64) []int32 {
	order := make([]int32, m.Rows())
	for u := range order {
		order[u] = int32(u)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(least[b], least[a]), cmp.Compare(a, b)) })
	squares := make([]float64, m.Rows())
	for u := range squares {
		terms, weights := m.Row(u)
		for i, t := range terms {
			if rank := r.of[t]; rank >= 0 && rank < cut {
				squares[u] += float64(weights[i] * weights[i])
			}
		}
	}
	for part := range slices.Chunk(order, blockSize) {
		slices.SortFunc(part, func(a, b int32) int { return cmp.Or(cmp.Compare(squares[a], squares[b]), cmp.Compare(a, b)) })
	}
	return order
}

// from returns a copy of the lists of the terms from a rank on.
func (l *lists) from(rank int32) lists {
	at := l.starts[rank]
	starts := slices.Clone(l.starts[rank:])
	for i := range starts {
		starts[i] -= at
	}
	return lists{starts, slices.Clone(l.places[at:]), slices.Clone(l.weights[at:])}
}

// measure works out the lengths of what is left out.
func (x *Index) measure() {
	for l := range x.most {
		x.most[l] = make([]uint32, (len(x.order)+stripe-1)/stripe)
	}
	for p := range x.order {
		for l, length := range x.lengths(x.rows.row(p)) {
			x.most[l][p/stripe] = max(x.most[l][p/stripe], length)
			x.mean[l] += float64(length) / float64(len(x.order))
		}
	}
}

// lengths returns for each level how long a row is over the terms left out, in units of the lists.
func (x *Index) lengths(row []uint32) (lengths [levels]uint32) {
	squares, i := uint64(0), 0
	for l, cut := range x.cuts {
		for ; i < len(row) && int32(row[i]>>16) < cut; i++ {
			weight := uint64(row[i] & (1<<16 - 1))
			squares += weight * weight
		}
		lengths[l] = lengthOf(squares)
	}
	return lengths
}
