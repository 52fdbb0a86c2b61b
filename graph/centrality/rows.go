package centrality

import (
	"context"
	"math"
	"slices"

	"papergraph/graph"
	"papergraph/graph/internal/pace"
)

// rows is a graph made ready for searches from every node. What hangs on the rest by one edge is folded into it; the nodes
// that are left, the core, are numbered as a breadth-first search meets them, so that neighbours are near each other in
// memory; arcs that are infinitely long are left out.
type rows struct {
	offsets []int32 // as in graph.CSR
	targets []int32
	lengths []float64 // by arc; nil where nobody asks for them
	core    []int32   // by node: its number in the graph
	stands  []float64 // by node: how many nodes of the graph it stands for, itself among them
}

func (r *rows) order() int { return len(r.core) }

// beside returns the neighbours of u.
func (r *rows) beside(u int32) []int32 { return r.targets[r.offsets[u]:r.offsets[u+1]] }

func (r *rows) arcs(u int32) (targets []int32, lengths []float64) {
	from, to := r.offsets[u], r.offsets[u+1]
	return r.targets[from:to:to], r.lengths[from:to:to]
}

// folding takes nodes with one neighbour out of a graph, again and again, until none is left.
type folding struct {
	g       *graph.CSR
	lengths []float64 // by arc
	left    []int32   // by node: arcs to nodes that are not folded
	into    []int32   // by node: the neighbour it is folded into, -1 for those of the core
	order   []int32   // the folded nodes as they were folded
	stands  []float64 // by node: the nodes that hang on it, and itself
	squares []float64 // by node: sum of the squares of what each of its branches stands for
}

func fold(g *graph.CSR, lengths []float64) *folding {
	n := g.Order()
	f := &folding{g: g, lengths: lengths, left: make([]int32, n), into: make([]int32, n), stands: make([]float64, n), squares: make([]float64, n)}
	for u := range n {
		f.into[u], f.stands[u] = -1, 1
		for i := g.FirstArc(u); i < g.FirstArc(u+1); i++ {
			if !math.IsInf(lengths[i], 1) {
				f.left[u]++
			}
		}
	}
	for u := range int32(n) {
		for v := u; v >= 0 && f.left[v] == 1 && f.into[v] < 0; {
			v = f.away(v)
		}
	}
	return f
}

// away folds a node that has one neighbour left into that, and returns it.
func (f *folding) away(v int32) int32 {
	targets, _ := f.g.Arcs(int(v))
	first := f.g.FirstArc(int(v))
	for i, p := range targets {
		if f.into[p] >= 0 || math.IsInf(f.lengths[first+i], 1) {
			continue
		}
		f.into[v], f.left[v] = p, 0
		f.order = append(f.order, v)
		f.stands[p] += f.stands[v]
		f.squares[p] += f.stands[v] * f.stands[v]
		f.left[p]--
		return p
	}
	return -1
}

// rows returns the core, and the number of nodes in the component of each node of the graph. The error is that of ctx.
func (f *folding) rows(ctx context.Context) (r *rows, component []float64, err error) {
	n, look := f.g.Order(), pace.New(ctx)
	r = &rows{offsets: []int32{0}}
	number := make([]int32, n) // in the core, from 1; 0 for none yet
	component = make([]float64, n)
	for s := range int32(n) {
		if f.into[s] >= 0 || number[s] > 0 {
			continue
		}
		begin := len(r.core)
		if err := f.meet(r, number, s, &look); err != nil {
			return nil, nil, err
		}
		size := 0.0
		for _, u := range r.core[begin:] {
			size += f.stands[u]
		}
		for _, u := range r.core[begin:] {
			component[u] = size
		}
	}
	for _, u := range slices.Backward(f.order) {
		component[u] = component[f.into[u]]
	}
	if err := f.fill(r, number, &look); err != nil {
		return nil, nil, err
	}
	return r, component, nil
}

// fill puts what leads to the core into rows.
func (f *folding) fill(r *rows, number []int32, look *pace.Pace) error {
	for _, u := range r.core {
		if err := look.Step(); err != nil {
			return err
		}
		r.stands = append(r.stands, f.stands[u])
		f.each(u, func(v int32, length float64) {
			r.targets, r.lengths = append(r.targets, number[v]-1), append(r.lengths, length)
		})
		r.offsets = append(r.offsets, int32(len(r.targets)))
	}
	return nil
}

// meet numbers the component of a node in breadth first.
func (f *folding) meet(r *rows, number []int32, s int32, look *pace.Pace) error {
	add := func(u int32) {
		r.core = append(r.core, u)
		number[u] = int32(len(r.core))
	}
	head := len(r.core)
	add(s)
	for ; head < len(r.core); head++ {
		if err := look.Step(); err != nil {
			return err
		}
		f.each(r.core[head], func(v int32, _ float64) {
			if number[v] == 0 {
				add(v)
			}
		})
	}
	return nil
}

// each calls do for the arcs of a node that lead to the core.
func (f *folding) each(u int32, do func(v int32, length float64)) {
	targets, _ := f.g.Arcs(int(u))
	first := f.g.FirstArc(int(u))
	for i, v := range targets {
		if l := f.lengths[first+i]; f.into[v] < 0 && !math.IsInf(l, 1) {
			do(v, l)
		}
	}
}

// over returns for each node of the graph the pairs that have it between them because one of the two hangs on it: those on
// two of its branches, and those on a branch and on the rest of the component.
func (f *folding) over(component []float64) []float64 {
	pairs := make([]float64, len(component))
	for u, size := range component {
		hang := f.stands[u] - 1
		pairs[u] = (hang*hang-f.squares[u])/2 + hang*(size-f.stands[u])
	}
	return pairs
}
