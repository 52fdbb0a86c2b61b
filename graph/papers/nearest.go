package papers

import (
	"cmp"
	"context"
	"slices"

	"papergraph/graph/internal/alike"
	"papergraph/graph/internal/parallel"
)

// lookAhead is how many times more papers than its ceiling a paper without reasons near by looks at.
const lookAhead = 4

// sought returns of how many papers each is told how near they are: lookAhead times as many as it may be linked to.
func (n *Network) sought(o Options) int {
	return lookAhead * max(0, min(o.Neighbours, n.Vocabulary.Documents()))
}

// nearestOfAll returns each paper's nearest papers by cosine, and learns who is whose kin on the way.
func (n *Network) nearestOfAll(ctx context.Context, o Options, progress func(done, total int)) ([][]alike.Neighbour, error) {
	index, all, err := alike.All(ctx, n.vectors.Matrix, alike.Options{Neighbours: max(n.sought(o), known), Workers: o.Workers, Progress: progress})
	if err != nil {
		return nil, err
	}
	n.index, n.kin = index, n.newKin(all)
	return all, nil
}

// compareNear puts the nearer first, of equals the smaller number.
func compareNear(x, y Neighbour) int {
	return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.Paper, y.Paper))
}

// Nearest returns the k papers nearest to paper u, nearest first, ties by number; fewer where fewer share a term with it,
// none where k is below 1. O(kin) time up to 40 papers, beyond that O(V + postings of the paper's terms).
func (n *Network) Nearest(u, k int) []Neighbour {
	if k <= 0 {
		return nil
	}
	byCosine := n.kin.known(u)
	if k > known {
		byCosine = n.index.Nearest(u, k)
	}
	found := new(ranker).rank(n, u, k, byCosine)
	for i := range found {
		found[i].SameWork = n.sameWork(u, int(found[i].Paper))
		_, found[i].OnMap = n.Links.Weight(u, int(found[i].Paper))
	}
	return found
}

// block is how many papers or links a worker takes at a time; the result does not depend on it.
const block = 64

// inBlocks does something for all of so many, as parallel.Chunks does a chunk at a time; newDo is called once a worker. The
// error is that of ctx.
func inBlocks(ctx context.Context, count, workers int, newDo func() func(i int)) error {
	return parallel.Chunks(ctx, count, block, workers, func() func(from, to int) {
		do := newDo()
		return func(from, to int) {
			for i := from; i < to; i++ {
				do(i)
			}
		}
	})
}

// insert puts a paper at its place among the best, of which k stay.
func insert(best []Neighbour, f Neighbour, k int) []Neighbour {
	i, _ := slices.BinarySearchFunc(best, f, compareNear)
	if i == k {
		return best
	}
	return slices.Insert(best[:min(len(best), k-1)], i, f)
}
