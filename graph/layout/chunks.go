package layout

import (
	"context"

	"papergraph/graph/internal/parallel"
)

// chunk is how many bodies are looked at between two looks at the context, and the smallest work worth a goroutine: a
// step takes under 1 µs a body, so a cancel is seen within some milliseconds.
const chunk = 2048

// each is parallel.Chunks in chunks of the usual size, for what needs nothing of its own on each goroutine.
func each(ctx context.Context, n, workers int, do func(from, to int)) error {
	return parallel.Chunks(ctx, n, chunk, workers, func() func(from, to int) { return do })
}
