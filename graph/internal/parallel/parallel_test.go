package parallel_test

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"

	"papergraph/graph/internal/parallel"
)

func TestChunksCoverAllOnce(t *testing.T) {
	for _, workers := range []int{0, 1, 2, 7} {
		seen := make([]int32, 10001)
		err := parallel.Chunks(t.Context(), len(seen), 100, workers, func() func(from, to int) {
			return func(from, to int) {
				for u := from; u < to; u++ {
					seen[u]++
				}
			}
		})
		if err != nil || slices.Min(seen) != 1 || slices.Max(seen) != 1 {
			t.Errorf("%d workers: %v, calls from %d to %d", workers, err, slices.Min(seen), slices.Max(seen))
		}
	}
}

// TestChunksStop: after a cancel no goroutine begins another part.
func TestChunksStop(t *testing.T) {
	for _, workers := range []int{1, 7} {
		ctx, cancel := context.WithCancel(t.Context())
		var parts atomic.Int32
		err := parallel.Chunks(ctx, 1000, 1, workers, func() func(from, to int) {
			return func(int, int) {
				parts.Add(1)
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) || int(parts.Load()) > workers {
			t.Errorf("%d workers: %v after %d parts", workers, err, parts.Load())
		}
	}
}

// TestTold: whoever is done first, what is told rises to the whole.
func TestTold(t *testing.T) {
	var sums []int
	told := parallel.Told(1000, func(done, total int) {
		if total != 1000 {
			t.Errorf("a total of %d", total)
		}
		sums = append(sums, done)
	})
	err := parallel.Chunks(t.Context(), 1000, 30, 7, func() func(from, to int) {
		return func(from, to int) { told(to - from) }
	})
	if err != nil || !slices.IsSorted(sums) || len(sums) != 34 || sums[len(sums)-1] != 1000 {
		t.Errorf("%v, told %v", err, sums)
	}
	parallel.Told(1, nil)(1)
}
