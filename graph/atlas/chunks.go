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

// inChunks calls do for 0 to n-1 on all workers and tells how many are done. The error is that of ctx.
func inChunks(ctx context.Context, n, workers int, tell func(done, total int), do func(i int)) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for ctx.Err() == nil {
				from := int(next.Add(chunkSize)) - chunkSize
				if from >= n {
					return
				}
				to := min(from+chunkSize, n)
				for i := from; i < to; i++ {
					do(i)
				}
				tell(int(done.Add(int64(to-from))), n)
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
