package centrality

import (
	"cmp"
	"context"
	"slices"

	"papergraph/graph"
	"papergraph/graph/internal/pace"
)

// Cut is what a graph falls apart without.
type Cut struct {
	Pieces []float64  // by node: how many more components there are without it; 0 for a node that is no articulation point
	Edges  [][2]int32 // the edges without which there is a component more, the smaller node first, ascending
}

// Cuts returns the articulation points of a graph and its cut edges, which graph theory calls bridges. The error is that
// of ctx. O(V + E) time. See
// Hopcroft and Tarjan, Algorithm 447: efficient algorithms for graph manipulation (1973), doi:10.1145/362248.362272; the
// walk keeps its own stack, for a graph may be as deep as it has nodes.
func Cuts(ctx context.Context, g *graph.CSR) (*Cut, error) {
	n := g.Order()
	w := &walk{g: g, cut: &Cut{Pieces: make([]float64, n)}, entered: make([]int32, n), low: make([]int32, n), next: make([]int32, n)}
	look := pace.New(ctx)
	for root := range int32(n) {
		if w.entered[root] == 0 {
			if err := w.from(root, &look); err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(w.cut.Edges, func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return w.cut, ctx.Err()
}

// walk goes through a graph in depth first.
type walk struct {
	g       *graph.CSR
	cut     *Cut
	clock   int32
	entered []int32 // by node: when it was entered, from 1; 0 before
	low     []int32 // by node: the earliest time that an arc leads to from it or from below it
	next    []int32 // by node: which of its arcs to look at next
	stack   []int32
}

func (w *walk) from(root int32, look *pace.Pace) error {
	below := 0.0 // components of the rest below the root
	w.enter(root)
	for len(w.stack) > 0 {
		if err := look.Step(); err != nil {
			return err
		}
		u := w.stack[len(w.stack)-1]
		targets, _ := w.g.Arcs(int(u))
		if i := w.next[u]; int(i) < len(targets) {
			w.next[u]++
			w.look(u, targets[i])
			continue
		}
		w.stack = w.stack[:len(w.stack)-1]
		if u != root {
			below += w.leave(u, root)
		}
	}
	w.cut.Pieces[root] = max(0, below-1)
	return nil
}

func (w *walk) enter(u int32) {
	w.clock++
	w.entered[u], w.low[u] = w.clock, w.clock
	w.stack = append(w.stack, u)
}

func (w *walk) look(u, v int32) {
	switch {
	case w.entered[v] == 0:
		w.enter(v)
	case len(w.stack) < 2 || v != w.stack[len(w.stack)-2]: // not the arc back, of which there is one
		w.low[u] = min(w.low[u], w.entered[v])
	}
}

// leave tells the node above what was found, and returns 1 if that is the root.
func (w *walk) leave(u, root int32) float64 {
	above := w.stack[len(w.stack)-1]
	w.low[above] = min(w.low[above], w.low[u])
	if w.low[u] > w.entered[above] {
		w.cut.Edges = append(w.cut.Edges, [2]int32{min(u, above), max(u, above)})
	}
	if above == root {
		return 1
	}
	if w.low[u] >= w.entered[above] {
		w.cut.Pieces[above]++
	}
	return 0
}
