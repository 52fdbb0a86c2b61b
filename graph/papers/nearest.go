package papers

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// block is how many papers a worker takes at a time; the result does not depend on it.
const block = 64

// lookAhead is how many times more papers than its ceiling a paper without reasons near by looks at.
const lookAhead = 4

// accumulator sums what one paper has in common with all others. It is a worker's own, and as good as new after each paper.
type accumulator struct {
	sums       []float64 // by paper, cosines; all 0 between two papers
	one, other []float64 // by paper, what the closest papers of the one and of the other say; all 0 between two papers
	touched    []int32   // papers whose sum is above 0: weights are, so a sum of 0 has not been added to
	found      []Neighbour
}

func (n *Network) newAccumulator() *accumulator {
	papers := n.Vocabulary.Documents()
	return &accumulator{sums: make([]float64, papers), one: make([]float64, papers), other: make([]float64, papers)}
}

// near returns the k papers nearest to u by cosine, nearest first, ties by number. Products are added in the order of terms, so that
// the last bit does not depend on who adds.
func (n *Network) near(a *accumulator, u, k int) []Neighbour {
	terms, weights := n.vectors.row(u)
	for i, t := range terms {
		from, to := n.lists.starts[t], n.lists.starts[t+1]
		for j := from; j < to; j++ {
			v := n.lists.papers[j]
			if a.sums[v] == 0 {
				a.touched = append(a.touched, v)
			}
			a.sums[v] += float64(weights[i] * n.lists.weights[j])
		}
	}
	k = max(0, k)
	a.found = a.found[:0]
	least := 0.0 // what the k best so far have at least
	for _, v := range a.touched {
		if int(v) != u && a.sums[v] >= least {
			a.found = append(a.found, Neighbour{Paper: v, Weight: min(1, a.sums[v])})
		}
		a.sums[v] = 0
		if len(a.found) >= 2*k+cutAbove {
			a.found = best(a.found, k)
			if k > 0 {
				least = a.found[k-1].Weight
			}
		}
	}
	a.touched = a.touched[:0]
	return slices.Clone(best(a.found, k))
}

// cutAbove is how many papers beyond twice those asked for are gathered before all but the best are let go: sorting all that
// share a word cost more than finding them.
const cutAbove = 256

// best returns the k best of found, nearest first, ties by number.
func best(found []Neighbour, k int) []Neighbour {
	slices.SortFunc(found, func(x, y Neighbour) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.Paper, y.Paper))
	})
	return found[:min(k, len(found))]
}

// nearestOfAll returns each paper's nearest papers by weight, lookAhead times as many as it may be linked to, and learns
// who is whose kin on the way.
func (n *Network) nearestOfAll(ctx context.Context, o Options, progress func(done, total int)) ([][]Neighbour, error) {
	papers := n.Vocabulary.Documents()
	k := lookAhead * max(0, min(o.Neighbours, papers))
	all := make([][]Neighbour, papers)
	if err := n.each(ctx, o.Workers, teller(papers, progress), func(a *accumulator, u int) { all[u] = n.near(a, u, max(k, known)) }); err != nil {
		return nil, err
	}
	n.kin = n.newKin(all)
	return all, n.each(ctx, o.Workers, func(int) {}, func(a *accumulator, u int) { all[u] = n.rank(a, u, k, all[u]) })
}

// each does something for every paper, some papers at once, and tells of the number done.
func (n *Network) each(ctx context.Context, wanted int, tell func(papers int), do func(a *accumulator, u int)) error {
	papers := n.Vocabulary.Documents()
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(workers(wanted), (papers+block-1)/block) {
		wg.Go(func() {
			a := n.newAccumulator()
			for {
				from := int(next.Add(block)) - block
				to := min(from+block, papers)
				for u := from; u < to && ctx.Err() == nil; u++ {
					do(a, u)
				}
				if from >= papers || ctx.Err() != nil {
					return
				}
				tell(to - from)
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

// teller returns a function that counts pieces done and tells of them, one caller at a time, so that what is told rises.
func teller(total int, progress func(done, total int)) func(pieces int) {
	var mu sync.Mutex
	done := 0
	return func(pieces int) {
		mu.Lock()
		defer mu.Unlock()
		done += pieces
		if progress != nil {
			progress(done, total)
		}
	}
}

func workers(n int) int {
	if n <= 0 {
		return runtime.GOMAXPROCS(0)
	}
	return n
}

// Nearest returns the k papers nearest to paper u, nearest first, ties by number; fewer where fewer share a term with it,
// none where k is below 1. O(V + postings of the paper's terms) time.
func (n *Network) Nearest(u, k int) []Neighbour {
	a := n.newAccumulator()
	found := n.rank(a, u, k, n.near(a, u, k))
	for i := range found {
		found[i].SameWork = n.sameWork(u, int(found[i].Paper))
		_, found[i].OnMap = n.Links.Weight(u, int(found[i].Paper))
	}
	return found
}
