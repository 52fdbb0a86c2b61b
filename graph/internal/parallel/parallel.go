// Package parallel shares the work on many numbered things among goroutines, so that nobody can see who did which.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Chunks calls what begin returns on the chunks of 0 to n-1 that begin at multiples of size, on several goroutines at once,
// each of which calls begin once; workers below 1 means one for each core. What is written must belong to the chunk in hand
// alone. The error is that of ctx, which is looked at before each chunk; then some were left out.
func Chunks(ctx context.Context, n, size, workers int, begin func() func(from, to int)) error {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	chunks := (n + size - 1) / size
	if chunks == 0 {
		return ctx.Err()
	}
	workers = min(workers, chunks)
	var next atomic.Int64
	work := func() {
		do := begin()
		for ctx.Err() == nil {
			c := int(next.Add(1)) - 1
			if c >= chunks {
				return
			}
			do(c*size, min((c+1)*size, n))
		}
	}
	if workers == 1 {
		work()
		return ctx.Err()
	}
	var done sync.WaitGroup
	for range workers {
		done.Go(work)
	}
	done.Wait()
	return ctx.Err()
}

// Told returns a function that adds what is done to all that is, and tells of the sum, one caller at a time, so that what
// is told rises. tell may be nil.
func Told(total int, tell func(done, total int)) func(more int) {
	var mu sync.Mutex
	done := 0
	return func(more int) {
		mu.Lock()
		defer mu.Unlock()
		done += more
		if tell != nil {
			tell(done, total)
		}
	}
}
