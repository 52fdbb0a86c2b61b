package community

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Options is what Leiden and Louvain depend on beside the graph.
type Options struct {
	Resolution float64 // above 0; at 2 a community must be twice as dense as at 1
	Seed       uint64  // of the order in which nodes are looked at
	Starts     int     // runs with different orders, of which the best is kept; at least 1
	Gain       float64 // a start is done with a pass that raises modularity by no more; not below 0, not used by Louvain
	Workers    int     // starts at once, below 1 for one a core; the result does not depend on it
}

func (o Options) check() error {
	if !(o.Resolution > 0) || math.IsInf(o.Resolution, 1) { // so written, NaN is refused too
		return fmt.Errorf("community: resolution %g is not a finite number above 0", o.Resolution)
	}
	if !(o.Gain >= 0) {
		return fmt.Errorf("community: a gain of %g is not a number from 0 on", o.Gain)
	}
	if o.Starts < 1 {
		return fmt.Errorf("community: %d starts, at least 1 is needed", o.Starts)
	}
	return nil
}

// grouping is what a start has found.
type grouping struct {
	labels []int32
	q      float64    // modularity
	rng    *rand.Rand // the random stream of the start, as far as it was used
}

// start is one run of a method.
type start func(ctx context.Context, n *network, resolution float64, rng *rand.Rand) (grouping, error)

// starts returns what each start has found. Each has a random stream of its own.
func starts(ctx context.Context, n *network, o Options, run start) ([]grouping, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	return inParallel(o.Starts, o.Workers, func(i int) (grouping, error) {
		return run(ctx, n, o.Resolution, rand.New(rand.NewPCG(o.Seed, uint64(i))))
	})
}

// bestFirst sorts groupings by modularity; where two are equal, the earlier one stays before the other.
func bestFirst(runs []grouping) []grouping {
	slices.SortStableFunc(runs, func(a, b grouping) int { return cmp.Compare(b.q, a.q) })
	return runs
}

// inParallel calls each for 0 to n-1, as many at once as there are workers, below 1 as there are cores, and returns what
// it returned, in order. The error is that of the smallest i that had one.
func inParallel[T any](n, workers int, each func(i int) (T, error)) ([]T, error) {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	results, errs := make([]T, n), make([]error, n)
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if results[i], errs[i] = each(i); errs[i] != nil {
					return
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return results, nil
}
