package vocab

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// chunkSize is how many documents, or terms, make a chunk. What chunks find is joined in their order, and they are cut alike
// for any number of workers. Smaller ones meet the same words again more often.
const chunkSize = 512

func chunksOf(n int) int { return (n + chunkSize - 1) / chunkSize }

// inChunks calls do for each chunk c of 0 to n-1, from to to-1, on so many cores, 0 for all; the error is that of ctx.
func inChunks(ctx context.Context, workers, n int, do func(c, from, to int)) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(workers, chunksOf(n)) {
		wg.Go(func() {
			for ctx.Err() == nil {
				c := int(next.Add(1)) - 1
				if c >= chunksOf(n) {
					return
				}
				do(c, c*chunkSize, min(n, (c+1)*chunkSize))
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

// together calls what can be done side by side, one after the other where there is one core.
func together(workers int, do ...func()) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	if workers == 1 {
		for _, f := range do {
			f()
		}
		return
	}
	var wg sync.WaitGroup
	for _, f := range do {
		wg.Go(f)
	}
	wg.Wait()
}
