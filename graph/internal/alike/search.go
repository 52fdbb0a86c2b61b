package alike

import "slices"

// rivals are the rows that a row is compared with, and what is to be reached.
type rivals interface {
	// reach returns what a sum of a row with one at a position must reach at least to matter to either.
	reach(q *query, place int32) uint32
	// floor returns what it must reach to matter to any row of a stripe.
	floor(q *query, stripe int) uint32
	// meet takes the cosine of the two, above 0.
	meet(q *query, place int32, cosine float64)
}

// searcher compares rows for one goroutine.
type searcher struct {
	x       *Index
	sums    sums    // all 0 between two comparisons
	found   []int32 // in the block, to be looked at again
	near    []int32 // by position, to be weighed
	rows    []int32 // the same, by row
	cosines []float64
	warmth  warmth
	weights []uint32 // by rank: those of the entries left out, in units of the row; all 0 between two looks
}

func newSearcher(x *Index) *searcher {
	return &searcher{x: x, weights: make([]uint32, x.cuts[levels-1])}
}

// compare compares a row with the first so many of a block.
func (s *searcher) compare(q *query, r rivals, b, rows int) {
	s.sum(q, b)
	s.found = s.found[:0]
	for from := 0; from < rows; from += stripe {
		at := (b<<blockBits + from) / stripe
		floor := r.floor(q, at)
		if q.level < levels {
			floor -= min(floor, q.length*s.x.most[q.level][at])
		}
		s.found = s.sums.reaching(s.found, from, min(from+stripe, rows), floor)
	}
	if len(s.found) > 0 {
		s.look(q, r, b)
	}
	clear(s.sums[:])
}

// sum adds up what a row has in common with those of a block, but for what is left out.
func (s *searcher) sum(q *query, b int) {
	block := &s.x.blocks[b]
	for _, e := range q.entries[q.left:] {
		s.sums.add(block.list(int(e>>16)), inRow(uint16(e)))
	}
	base, end := int32(b<<blockBits), int32((b+1)<<blockBits)
	rare := &s.x.rare
	for i, at := range q.cursors {
		to, weight := rare.starts[q.rareRanks[i]+1], inRow(q.rareWeights[i])
		for at < to && rare.places[at] < end {
			s.sums[rare.places[at]-base] += weight * uint32(rare.weights[at])
			at++
		}
		q.cursors[i] = at
	}
}

// look looks again at the rows found: what was left out is added, and who still reaches far enough is weighed.
func (s *searcher) look(q *query, r rivals, b int) {
	for _, e := range q.entries[:q.left] {
		s.weights[e>>16] = inRow(uint16(e))
	}
	base := int32(b << blockBits)
	if q.left > 0 {
		for _, i := range s.found {
			entries(&s.warmth, s.x.rows.row(int(base+i)))
		}
	}
	s.near, s.rows = s.near[:0], s.rows[:0]
	for _, i := range s.found {
		if p := base + i; p != q.place && s.sums[i]+s.leftOut(q, p) >= r.reach(q, p) {
			s.near, s.rows = append(s.near, p), append(s.rows, s.x.order[p])
		}
	}
	s.cosines = q.probe.Dots(s.cosines[:0], &s.x.matrix, s.rows)
	for i, cosine := range s.cosines {
		if cosine > 0 {
			r.meet(q, s.near[i], min(1, cosine))
		}
	}
	for _, e := range q.entries[:q.left] {
		s.weights[e>>16] = 0
	}
}

// leftOut returns what was left out of the sum of a row.
func (s *searcher) leftOut(q *query, p int32) uint32 {
	if q.level == levels {
		return 0
	}
	sum, end := uint32(0), uint32(s.x.cuts[q.level])<<16
	for _, e := range s.x.rows.row(int(p)) {
		if e >= end {
			break
		}
		sum += s.weights[e>>16] * (e & (1<<16 - 1))
	}
	return sum
}

// Nearest returns the k rows nearest to a row, nearest first, ties by number; fewer where fewer share a term with it. Safe for
// several goroutines. O(entries of the lists of the row's terms) time.
func (x *Index) Nearest(u, k int) []Neighbour {
	if k = min(k, len(x.order)); k <= 0 {
		return nil
	}
	one := &lone{x: x, best: best{k: k}}
	place := x.places[u]
	if k <= x.k {
		one.known = x.least[place]
	}
	var q query
	q.open(x, place, one.known)
	s := newSearcher(x)
	for b := range x.blocks {
		s.compare(&q, one, b, x.inBlock(b))
	}
	return one.best.sorted()
}

// inBlock returns how many rows a block has.
func (x *Index) inBlock(b int) int { return min(blockSize, len(x.order)-b<<blockBits) }

// lone is a row that is compared with all others for its own sake.
type lone struct {
	x     *Index
	best  best
	known float64 // what the k-th nearest is known to reach
}

func (l *lone) reach(*query, int32) uint32 { return bar(max(l.known, l.best.least())) }

func (l *lone) floor(q *query, _ int) uint32 { return l.reach(q, 0) }

func (l *lone) meet(_ *query, place int32, cosine float64) {
	l.best.offer(Neighbour{l.x.order[place], cosine})
}

// sorted returns the best, nearest first.
func (b *best) sorted() []Neighbour {
	slices.SortFunc(b.heap, Compare)
	return b.heap
}
