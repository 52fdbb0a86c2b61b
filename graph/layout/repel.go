package layout

import (
	"runtime"
	"sync"
)

// theta is how wide a cell may look to be one mass, as side by distance. The push comes out within 1 % of that of all
// pairs at 0.9; wider cells in large graphs, where single nodes are no more seen.
func theta(points int) float64 {
	if points <= 5000 {
		return 0.9
	}
	return 1.2
}

// repelFar adds the push of all masses by way of the tree. O(n log n) time.
func (b *bodies) repelFar() {
	t := &b.tree
	t.build(b.at, b.mass)
	wide := theta(len(b.at))
	blocks := (len(b.at) + blockPoints - 1) / blockPoints
	stripes(blocks, b.workers, func(first, last int) {
		m := &masses{}
		for from := first * blockPoints; from < min(last*blockPoints, len(b.at)); from += blockPoints {
			to := min(from+blockPoints, len(b.at))
			t.near(m, from, to, wide)
			for i := from; i < to; i++ {
				u := t.order[i]
				b.force[u] = b.force[u].plus(m.push(t.at[i]).times(t.mass[i]))
			}
		}
	})
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

// soft is the square of the length below which forces fall off, so that none is without bound.
const soft = 0.01

// few is up to how many points all pairs are faster than the tree.
const few = 600

// repel adds the push of every pair, in proportion to both masses and to the inverse of the distance.
func (b *bodies) repel() {
	if len(b.at) <= few {
		b.repelNear()
		return
	}
	b.repelFar()
}

// stripes calls do on the parts of 0 to n-1, one a worker, at once; workers 0 means one for each core. What do writes
// must belong to its part alone: then the split cannot be seen.
func stripes(n, workers int, do func(from, to int)) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, n)
	if workers <= 1 {
		do(0, n)
		return
	}
	var done sync.WaitGroup
	for w := range workers {
		done.Go(func() { do(w*n/workers, (w+1)*n/workers) })
	}
	done.Wait()
}
