package papers

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"papergraph/ingest/extract"
)

// block is how many papers a worker takes at a time; the result does not depend on it.
const block = 64

// lookAhead is how many times more papers than its ceiling a paper without reasons near by looks at.
const lookAhead = 4

// accumulator sums the cosines of one paper to all others.
type accumulator struct {
	sums    []float64
	touched []int32
}

// near returns the k papers nearest to u, nearest first, ties by number. Products are added in the order of terms, so that
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
	found := make([]Neighbour, 0, len(a.touched))
	for _, v := range a.touched {
		if int(v) != u {
			found = append(found, Neighbour{Paper: v, Weight: min(1, a.sums[v])})
		}
		a.sums[v] = 0
	}
	a.touched = a.touched[:0]
	slices.SortFunc(found, func(x, y Neighbour) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.Paper, y.Paper))
	})
	return slices.Clone(found[:min(k, len(found))])
}

// nearestOfAll returns each paper's nearest papers.
func (n *Network) nearestOfAll(ctx context.Context, o Options, progress func(done, total int)) ([][]Neighbour, error) {
	papers := n.Vocabulary.Documents()
	all := make([][]Neighbour, papers)
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range workers(o.Workers) {
		wg.Go(func() {
			a := &accumulator{sums: make([]float64, papers)}
			for ctx.Err() == nil {
				from := int(next.Add(block)) - block
				if from >= papers {
					return
				}
				to := min(from+block, papers)
				for u := from; u < to && ctx.Err() == nil; u++ {
					all[u] = n.near(a, u, lookAhead*o.Neighbours)
				}
				if d := done.Add(int64(to - from)); progress != nil {
					progress(int(d), papers)
				}
			}
		})
	}
	wg.Wait()
	return all, ctx.Err()
}

func workers(n int) int {
	if n <= 0 {
		return runtime.GOMAXPROCS(0)
	}
	return n
}

// Nearest returns the k papers nearest to paper u, nearest first, ties by number. O(postings of the paper's terms) time.
func (n *Network) Nearest(u, k int) []Neighbour {
	found := n.near(&accumulator{sums: make([]float64, n.Vocabulary.Documents())}, u, k)
	for i := range found {
		found[i].SameWork = n.sameWork(u, int(found[i].Paper))
		_, found[i].OnMap = n.Links.Weight(u, int(found[i].Paper))
	}
	return found
}

// sameWork reports whether two papers have one title, spelling apart.
func (n *Network) sameWork(u, v int) bool {
	a, b := n.Corpus.Documents[u].Title, n.Corpus.Documents[v].Title
	return a != "" && len(a) <= 2*len(b) && extract.Fold(a) == extract.Fold(b)
}
