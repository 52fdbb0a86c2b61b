package alike

import (
	"context"
	"math"
	"sync"
	"sync/atomic"

	"papergraph/graph/internal/parallel"
)

// tournament compares each pair of rows once, for the sake of both.
type tournament struct {
	x     *Index
	best  []best             // by position; guarded by the locks
	locks [1 << 8]sync.Mutex // by position, modulo their number
	bars  []atomic.Uint32    // by position: what a sum must reach to matter; rises
	low   []uint32           // by stripe: the least that bars began with
}

func newTournament(x *Index, k int) *tournament {
	t := &tournament{x: x, best: make([]best, len(x.order)), bars: make([]atomic.Uint32, len(x.order)), low: make([]uint32, (len(x.order)+stripe-1)/stripe)}
	x.k = k
	for i := range t.low {
		t.low[i] = math.MaxUint32
	}
	for p := range t.best {
		t.best[p].k = k
		b := bar(x.least[p])
		t.bars[p].Store(b)
		t.low[p/stripe] = min(t.low[p/stripe], b)
	}
	return t
}

func (t *tournament) reach(q *query, place int32) uint32 {
	return min(t.bars[q.place].Load(), t.bars[place].Load())
}

func (t *tournament) floor(q *query, stripe int) uint32 {
	return min(t.bars[q.place].Load(), t.low[stripe])
}

func (t *tournament) meet(q *query, place int32, cosine float64) {
	t.offer(q.place, place, cosine)
	t.offer(place, q.place, cosine)
}

func (t *tournament) offer(to, from int32, cosine float64) {
	if bar(cosine) < t.bars[to].Load() {
		return
	}
	lock := &t.locks[int(to)%len(t.locks)]
	lock.Lock()
	defer lock.Unlock()
	b := &t.best[to]
	b.offer(Neighbour{t.x.order[from], cosine})
	if bar := bar(b.least()); bar > t.bars[to].Load() {
		t.bars[to].Store(bar)
	}
}

// chunk is how many rows go through the blocks together, so that the lists of a block are read from memory once for all.
const chunk = 32

// run compares the rows, the last and longest to compare first.
func (t *tournament) run(ctx context.Context, o Options) error {
	rows := len(t.x.order)
	var whole atomic.Int64
	tell := parallel.Told(rows, o.Progress)
	err := parallel.Chunks(ctx, rows, chunk, o.Workers, func() func(from, to int) {
		s, queries := newSearcher(t.x), make([]query, chunk)
		return func(from, to int) {
			from, to = rows-to, rows-from
			for i := range to - from {
				q := &queries[i]
				q.open(t.x, int32(from+i), t.x.least[from+i])
				if q.level == levels {
					whole.Add(1)
				}
			}
			if t.compare(ctx, s, queries[:to-from]) {
				tell(to - from)
			}
		}
	})
	t.x.Whole = int(whole.Load())
	return err
}

// compare compares rows with those before them, and reports whether it was not interrupted.
func (t *tournament) compare(ctx context.Context, s *searcher, queries []query) bool {
	last := int(queries[len(queries)-1].place)
	for b := 0; b<<blockBits <= last; b++ {
		for i := range queries {
			if ctx.Err() != nil {
				return false
			}
			if rows := int(queries[i].place) - b<<blockBits; rows > 0 {
				s.compare(&queries[i], t, b, min(rows, blockSize))
			}
		}
	}
	return true
}

// end returns the nearest by row.
func (t *tournament) end() [][]Neighbour {
	all := make([][]Neighbour, len(t.best))
	for p := range t.best {
		t.x.least[p] = t.best[p].least()
		all[t.x.order[p]] = t.best[p].sorted()
	}
	return all
}
