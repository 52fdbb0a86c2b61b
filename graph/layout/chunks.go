package layout

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// chunk is how many bodies are looked at between two looks at the context, and the smallest work worth a goroutine: a
// step takes under 1 µs a body, so a cancel is seen within some milliseconds.
const chunk = 2048

// inChunks calls what begin returns on the parts of 0 to n-1 that begin at multiples of size, on several goroutines at
// once, each of which calls begin once; workers 0 means one for each core. What is written must belong to the part in
// hand alone: then nobody can see who did which. The error is that of ctx, and then some parts were left out.
func inChunks(ctx context.Context, n, size, workers int, begin func() func(from, to int)) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	parts := (n + size - 1) / size
	workers = min(workers, parts)
	var next atomic.Int64
	work := func() {
		do := begin()
		for ctx.Err() == nil {
			part := int(next.Add(1)) - 1
			if part >= parts {
				return
			}
			do(part*size, min((part+1)*size, n))
		}
	}
	if workers <= 1 {
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

// each is inChunks in parts of the usual size, for what needs nothing of its own on each goroutine.
func each(ctx context.Context, n, workers int, do func(from, to int)) error {
	return inChunks(ctx, n, chunk, workers, func() func(from, to int) { return do })
}
