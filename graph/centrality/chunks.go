package centrality

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// kernel is one worker's share of a measure that is a sum over sources.
type kernel interface {
	// run adds what the sources from to to-1 give to sums of the kernel's own.
	run(ctx context.Context, from, to int) error
	// flush adds these sums to the result and clears them. It is called in the order of chunks, never twice at once.
	flush()
}

// sourceChunks is into how many parts sources are cut that run one by one: enough to keep many cores busy to the end,
// few enough that adding up the parts, V additions each, costs nothing beside the work.
const sourceChunks = 128

func chunkSize(n int) int { return max(1, (n+sourceChunks-1)/sourceChunks) }

// overSources runs kernels over the sources 0 to n-1 in chunks of the given size. Which sources share a chunk and the
// order in which chunks are added do not depend on workers, so the result does not either. workers below 1 stands for
// all cores. The error is the first that a kernel had.
func overSources(ctx context.Context, n, size, workers int, newKernel func() kernel) error {
	chunks := (n + size - 1) / size
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	t, next := newTurnstile(), atomic.Int64{}
	var group sync.WaitGroup
	for range min(workers, chunks) {
		group.Go(func() {
			k := newKernel()
			for {
				c := int(next.Add(1)) - 1
				if c >= chunks || !t.do(ctx, k, c, c*size, min(c*size+size, n)) {
					return
				}
			}
		})
	}
	group.Wait()
	return t.err
}

// turnstile lets chunks pass one by one in their order. Chunks are begun in order too, so the one whose turn it is is
// always being worked on.
type turnstile struct {
	mu   sync.Mutex
	cond *sync.Cond
	turn int   // the chunk to pass next
	err  error // the first error; nobody passes after it
}

func newTurnstile() *turnstile {
	t := &turnstile{}
	t.cond = sync.NewCond(&t.mu)
	return t
}

// do runs a chunk and flushes it when its turn has come. It reports whether to go on.
func (t *turnstile) do(ctx context.Context, k kernel, chunk, from, to int) bool {
	err := k.run(ctx, from, to)
	t.mu.Lock()
	defer t.mu.Unlock()
	defer t.cond.Broadcast()
	for err == nil && t.err == nil && t.turn != chunk {
		t.cond.Wait()
	}
	if err != nil && t.err == nil {
		t.err = err
	}
	if t.err != nil {
		return false
	}
	k.flush()
	t.turn++
	return true
}
