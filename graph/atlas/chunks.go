package atlas

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// chunkSize is how many pieces a worker takes at a time: enough that taking costs nothing, few enough that a cancel is
// obeyed at once.
const chunkSize = 16

// inChunks calls for 0 to n-1, on all workers, what start returned to the worker, and tells how many are done, one worker at a
// time, so that what is told rises. The error is that of ctx.
func inChunks(ctx context.Context, n, workers int, tell func(done, total int), start func() func(i int)) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var mu sync.Mutex // guards done and tell
	done := 0
	var wg sync.WaitGroup
	for range min(workers, (n+chunkSize-1)/chunkSize) {
		wg.Go(func() {
			do := start()
			for {
				from := int(next.Add(chunkSize)) - chunkSize
				to := min(from+chunkSize, n)
				for i := from; i < to && ctx.Err() == nil; i++ {
					do(i)
				}
				if from >= n || ctx.Err() != nil {
					return
				}
				mu.Lock()
				done += to - from
				tell(done, n)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
