package layout

import (
	"context"

	"papergraph/graph/internal/parallel"
)

// few is up to how many points all pairs are faster than the tree.
const few = 200

// repel adds the push of every pair, in proportion to both masses and to the inverse of the distance.
func (b *bodies) repel(ctx context.Context) error {
	if len(b.at) <= few {
		b.repelNear()
		return ctx.Err()
	}
	return b.repelFar(ctx)
}

// repelNear adds the push of every pair. O(n²) time, but the faster way for few points.
func (b *bodies) repelNear() {
	for u, p := range b.at {
		f := Point{}
		for v := range u {
			q := b.at[v]
			x, y := p.X-q.X, p.Y-q.Y
			s := b.mass[u] * b.mass[v] / (float64(x*x) + float64(y*y) + soft)
			push := Point{float64(x * s), float64(y * s)}
			f = f.plus(push)
			b.force[v] = b.force[v].minus(push)
		}
		b.force[u] = b.force[u].plus(f)
	}
}

// seen is a cell on which a walk goes on.
type seen struct {
	cell int32
	left []int32
	far  field
}

// repelFar adds the push of all masses by way of the tree. The cells near its root are walked first; those of a chunk
// of points or less are then walked at once. O(n) time.
func (b *bodies) repelFar(ctx context.Context) error {
	if err := b.tree.build(ctx, b.at, b.mass, b.workers); err != nil {
		return err
	}
	var parts []seen
	top := walk{tree: &b.tree, stop: func(target int32, left []int32, far field) {
		parts = append(parts, seen{target, append([]int32(nil), left...), far})
	}}
	top.visit(0, []int32{0}, field{}, 0)
	return parallel.Chunks(ctx, len(parts), 1, b.workers, func() func(from, to int) {
		w := walk{tree: &b.tree, force: b.force}
		return func(from, to int) {
			for _, p := range parts[from:to] {
				w.visit(p.cell, p.left, p.far, 0)
			}
		}
	})
}
