package atlas

import (
	"context"

	"papergraph/graph/internal/parallel"
)

// chunkSize is how many pieces a worker takes at a time: enough that taking costs nothing, few enough that a cancel is
// obeyed at once.
const chunkSize = 16

// inChunks calls for 0 to n-1, on all workers, what start returned to the worker, and tells how many are done, one worker at a
// time, so that what is told rises. The error is that of ctx.
func inChunks(ctx context.Context, n, workers int, tell func(done, total int), start func() func(i int)) error {
	told := parallel.Told(n, tell)
	return parallel.Chunks(ctx, n, chunkSize, workers, func() func(from, to int) {
		do := start()
		return func(from, to int) {
			for i := from; i < to && ctx.Err() == nil; i++ {
				do(i)
			}
			if ctx.Err() == nil {
				told(to - from)
			}
		}
	})
}
