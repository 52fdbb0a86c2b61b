package alike

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// inChunks does something for all rows, some at once; newDo is called once a goroutine. The error is that of ctx.
func inChunks(ctx context.Context, rows, wanted int, newDo func() func(from, to int)) error {
	if wanted <= 0 {
		wanted = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(wanted, (rows+chunk-1)/chunk) {
		wg.Go(func() {
			do := newDo()
			for ctx.Err() == nil {
				from := int(next.Add(chunk)) - chunk
				if from >= rows {
					return
				}
				do(from, min(from+chunk, rows))
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

// teller returns a function that counts rows done and tells of them, one caller at a time, so that what is told rises.
func teller(total int, progress func(done, total int)) func(rows int) {
	var mu sync.Mutex
	done := 0
	return func(rows int) {
		mu.Lock()
		defer mu.Unlock()
		done += rows
		if progress != nil {
			progress(done, total)
		}
	}
}
