// Package alike finds for each of many sparse vectors the k most like it, exactly. Vectors are rows of weights, none below 0,
// of length 1, so that the product of two is their cosine, a sum over the terms that both hold.
//
// Nearly all pairs share some term, but what the common terms add is little, and bounded. So a row is compared in two steps.
// First its rarer terms alone: sums over inverted lists, in whole numbers rounded up, which are never too small. What the
// commonest terms could add is at most the product of the two lengths over these terms (Cauchy and Schwarz), and only who
// could still be among the k best is looked at again: the left-out terms are added to its sum, and if that still reaches far
// enough, the cosine is worked out from the rows as given, in the order of terms. Where nothing may be left out, because a
// row has few others near it, all its terms are summed. The scheme is that of Anastasiu and Karypis, L2Knng: fast exact
// k-nearest neighbor graph construction with L2-norm pruning (2015), doi:10.1145/2806416.2806534; unlike theirs it has no
// approximate graph to begin with but the rarest terms of each row, and sums blocks of rows that stay in the first cache.
//
// An index costs 8 to 12 bytes an entry beside the matrix, and 33 bytes a row; a search besides 16 bytes a neighbour, and 4
// bytes a row for each worker.
package alike

import "slices"

// Matrix is sparse rows in compressed form. An index reads it as long as it lives, and does not copy it.
type Matrix struct {
	Starts  []int     // row u has entries Starts[u] to Starts[u+1]-1
	Terms   []int32   // 0 or more, ascending inside a row
	Weights []float64 // above 0; their squares add up to 1 inside a row, to 1e-12
}

// Rows returns the number of rows.
func (m *Matrix) Rows() int { return max(0, len(m.Starts)-1) }

// Row returns the terms and weights of a row.
func (m *Matrix) Row(u int) (terms []int32, weights []float64) {
	from, to := m.Starts[u], m.Starts[u+1]
	return m.Terms[from:to:to], m.Weights[from:to:to]
}

// terms returns how many numbers of terms there are: one more than the largest.
func (m *Matrix) terms() int {
	if len(m.Terms) == 0 {
		return 0
	}
	return int(slices.Max(m.Terms)) + 1
}

// Neighbour is a row and its cosine to another one, above 0 and at most 1.
type Neighbour struct {
	Row    int32
	Cosine float64
}
