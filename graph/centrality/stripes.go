package centrality

import (
	"runtime"
	"sync"

	"papergraph/graph"
)

// stripes are where rows are cut for workers: worker i has the rows stripes[i] to stripes[i+1]-1, about as many arcs as
// any other.
type stripes []int

// worthAWorker is how many arcs must be left for one more worker to save more than its start of some microseconds costs.
const worthAWorker = 50_000

// stripesOf cuts the rows of g for as many workers as there are cores, or fewer.
func stripesOf(g *graph.CSR, workers int) stripes {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	n, arcs := g.Order(), 2*g.Size()
	workers = max(1, min(workers, arcs/worthAWorker))
	s := stripes{0}
	for u := range n {
		if len(s) < workers && g.FirstArc(u)*workers >= len(s)*arcs {
			s = append(s, u)
		}
	}
	return append(s, n)
}

// each calls do for all stripes at once and waits.
func (s stripes) each(do func(from, to int)) {
	if len(s) == 2 {
		do(s[0], s[1])
		return
	}
	var group sync.WaitGroup
	for i, from := range s[:len(s)-1] {
		group.Go(func() { do(from, s[i+1]) })
	}
	group.Wait()
}
