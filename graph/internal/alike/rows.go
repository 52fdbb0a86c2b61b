package alike

import "slices"

// lists holds for each term, by rank, the rows with it, by position.
type lists struct {
	starts  []int
	places  []int32 // ascending inside a list
	weights []uint16
}

// newLists turns the matrix round, terms of ranks below first left out: their lists are empty. O(entries) time.
func newLists(m *Matrix, r *ranking, order []int32, first int32) lists {
	l := lists{starts: make([]int, len(r.rows)+1)}
	for rank, n := range r.rows {
		l.starts[rank+1] = l.starts[rank]
		if int32(rank) >= first {
			l.starts[rank+1] += int(n)
		}
	}
	l.places, l.weights = make([]int32, l.starts[len(r.rows)]), make([]uint16, l.starts[len(r.rows)])
	next := slices.Clone(l.starts)
	for p, u := range order {
		terms, weights := m.Row(int(u))
		for i, t := range terms {
			if rank := r.of[t]; rank >= first {
				l.places[next[rank]], l.weights[next[rank]] = int32(p), inList(weights[i])
				next[rank]++
			}
		}
	}
	return l
}

// list returns the rows of a term and its weights there.
func (l *lists) list(rank int32) (places []int32, weights []uint16) {
	from, to := l.starts[rank], l.starts[rank+1]
	return l.places[from:to:to], l.weights[from:to:to]
}

// rows holds each row's entries by rank, the commonest term first; rows by position. Those of terms that are in the blocks
// are packed, as rows that may be near are looked at one by one, here and there in memory.
type rows struct {
	starts      []int    // of packed
	packed      []uint32 // the weight in the lower half, the rank in the upper
	rareStarts  []int
	rareRanks   []int32 // less common
	rareWeights []uint16
}

// newRows turns lists round again, so that the entries of each row come by rank without being sorted. O(entries) time.
func newRows(l *lists, common int32, count int) rows {
	at := l.starts[common]
	r := rows{
		starts: startsOf(l.places[:at], count), packed: make([]uint32, at),
		rareStarts: startsOf(l.places[at:], count), rareRanks: make([]int32, len(l.places)-at), rareWeights: make([]uint16, len(l.places)-at),
	}
	next := slices.Clone(r.starts)
	for rank := range common {
		for i := l.starts[rank]; i < l.starts[rank+1]; i++ {
			p := l.places[i]
			r.packed[next[p]] = uint32(rank)<<16 | uint32(l.weights[i])
			next[p]++
		}
	}
	next = append(next[:0], r.rareStarts...)
	for rank := int(common); rank < len(l.starts)-1; rank++ {
		for i := l.starts[rank]; i < l.starts[rank+1]; i++ {
			p := l.places[i]
			r.rareRanks[next[p]], r.rareWeights[next[p]] = int32(rank)-common, l.weights[i]
			next[p]++
		}
	}
	return r
}

// startsOf returns where the entries of each row begin, given the rows of all entries.
func startsOf(places []int32, count int) []int {
	starts := make([]int, count+1)
	for _, p := range places {
		starts[p+1]++
	}
	for p := range count {
		starts[p+1] += starts[p]
	}
	return starts
}

func (r *rows) row(p int) []uint32 { return r.packed[r.starts[p]:r.starts[p+1]] }

func (r *rows) rare(p int) (ranks []int32, weights []uint16) {
	from, to := r.rareStarts[p], r.rareStarts[p+1]
	return r.rareRanks[from:to:to], r.rareWeights[from:to:to]
}
