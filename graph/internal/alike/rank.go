package alike

import (
	"math"
	"slices"
)

// ranking numbers the terms that link rows, from the one of most rows on. Terms of one row stay out, since they link none.
type ranking struct {
	of   []int32 // by term: its rank, -1 if it has none
	rows []int32 // by rank: how many rows hold the term; descending
}

// newRanking counts the rows of each term. Equals are ranked by term. O(entries + terms) time.
func newRanking(m *Matrix) ranking {
	rows := make([]int32, m.terms())
	for _, t := range m.Terms {
		rows[t]++
	}
	start := make([]int32, m.Rows()+1) // by number of rows: where its terms begin
	for _, n := range rows {
		start[n]++
	}
	ranked := int32(0)
	for n := len(start) - 1; n >= 2; n-- {
		start[n], ranked = ranked, ranked+start[n]
	}
	r := ranking{of: rows, rows: make([]int32, ranked)}
	for t, n := range rows {
		r.of[t] = -1
		if n >= 2 {
			r.of[t] = start[n]
			r.rows[start[n]] = n
			start[n]++
		}
	}
	return r
}

// above returns how many terms are in more than so many rows: the ranks below it.
func (r *ranking) above(rows float64) int32 {
	i, _ := slices.BinarySearchFunc(r.rows, rows, func(n int32, limit float64) int {
		if float64(n) > limit {
			return -1
		}
		return 1
	})
	return int32(i)
}

// Levels are how much may be left out of a row: at each one the terms in more than a share of all rows, from commonest on down
// by ratio. Steps are small enough that the best one is never a fifth away in work; below the last hardly a row could still
// be told from the rest.
const (
	levels    = 16
	commonest = 0.25
	ratio     = 0.85
	// sorting is the level whose lengths rows are sorted by: the one that most rows are compared at.
	sorting = 7
)

// cuts returns for each level the first rank that is not left out.
func (r *ranking) cuts(rows int) (cuts [levels]int32) {
	for l := range cuts {
		cuts[l] = r.above(float64(rows) * commonest * math.Pow(ratio, float64(l)))
	}
	return cuts
}
