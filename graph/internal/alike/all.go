package alike

import (
	"context"

	"papergraph/graph/internal/parallel"
)

// Options says how the nearest of all rows are found.
type Options struct {
	Neighbours int // of each row so many nearest are found
	Workers    int // cores to use, 0 for all; the result does not depend on it
	// Progress may be nil. It is called by one goroutine at a time with the number of rows compared, which rises.
	Progress func(done, total int)
}

// All returns an index of a matrix and the nearest rows of each row, nearest first, ties by number; fewer where fewer share a term
// with it. The error is that of ctx, which is looked at every few thousand rows compared. Each pair is compared once. Time
// is the sum of the squares of the terms' numbers of rows, of which what can be left out is not spent.
func All(ctx context.Context, m Matrix, o Options) (*Index, [][]Neighbour, error) {
	k := max(0, min(o.Neighbours, m.Rows()))
	r := newRanking(&m)
	least, err := seedAll(ctx, &m, &r, k, o.Workers)
	if err != nil {
		return nil, nil, err
	}
	x, err := newIndex(ctx, m, &r, least)
	if err != nil {
		return nil, nil, err
	}
	t := newTournament(x, k)
	if k > 0 {
		err = t.run(ctx, o)
	}
	return x, t.end(), err
}

// seedAll returns for each row what its k-th nearest reaches at least.
func seedAll(ctx context.Context, m *Matrix, r *ranking, k, workers int) ([]float64, error) {
	least := make([]float64, m.Rows())
	order := make([]int32, m.Rows())
	for u := range order {
		order[u] = int32(u)
	}
	first := r.above(seedEntries)
	l := newLists(m, r, order, first)
	err := parallel.Chunks(ctx, m.Rows(), chunk, workers, func() func(from, to int) {
		s := &seeder{matrix: m, ranking: r, lists: &l, first: first, sums: make([]uint32, m.Rows())}
		return func(from, to int) {
			for u := from; u < to && k > 0; u++ {
				least[u] = s.least(u, k)
			}
		}
	})
	return least, err
}
