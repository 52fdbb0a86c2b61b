package vocab

import "sync"

// turnstile joins what chunks gathered in their order, whichever is ready first, so that only a few are held at once. A
// gatherer that has passed is used again.
type turnstile struct {
	*builder
	mu       sync.Mutex
	next     int               // the chunk whose turn it is
	waiting  map[int]*gatherer // by chunk: ready before their turn
	idle     []*gatherer
	renumber [][]int32   // by chunk: the way from its numbers
	times    []int       // by form: how often its parts are met
	pairs    [][2]uint64 // digests of names side by side in lists
	unclaimed
}

// enter returns a gatherer that has gathered nothing.
func (t *turnstile) enter() *gatherer {
	t.mu.Lock()
	defer t.mu.Unlock()
	if n := len(t.idle); n > 0 {
		g := t.idle[n-1]
		t.idle = t.idle[:n-1]
		return g
	}
	return newGatherer(t.builder)
}

// pass takes what a chunk gathered and joins all whose turn has come.
func (t *turnstile) pass(c int, g *gatherer) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.waiting[c] = g
	for g := t.waiting[t.next]; g != nil; g = t.waiting[t.next] {
		if t.times == nil {
			t.times = make([]int, len(g.times))
		}
		t.joinWords(&g.wordCount, t.times)
		t.renumber[t.next] = t.join(g.facts)
		t.joinUses(&g.runs)
		t.pairs = append(t.pairs, g.pairs...)
		delete(t.waiting, t.next)
		g.reset()
		t.idle = append(t.idle, g)
		t.next++
	}
}

// reset forgets what was gathered. When words were last met stays known, as no document comes twice.
func (g *gatherer) reset() {
	g.runs.reset()
	g.pairs = g.pairs[:0]
	clear(g.facts)
	g.facts = g.facts[:0]
	clear(g.documents)
	clear(g.times)
	clear(g.wholes)
	g.wholes = g.wholes[:0]
}
