package papers

import (
	"cmp"
	"slices"

	"papergraph/graph"
)

// leastLinks is how many of its strongest links each paper shows: with three the islands of 274 papers can be told apart and
// few links cross; eight a paper are a hairball.
const leastLinks = 3

// thin chooses the backbone: a spanning forest of the strongest links, so that what is connected stays so, and each
// paper's strongest few. Ties go to the smaller numbers. O(m log m) time.
func (n *Network) thin() {
	n.Backbone = make([]bool, n.Links.Size())
	type link struct {
		graph.Edge
		number int
	}
	links := make([]link, 0, n.Links.Size())
	for i, e := range n.Links.Edges() {
		links = append(links, link{e, i})
	}
	slices.SortStableFunc(links, func(a, b link) int { return cmp.Compare(b.Weight, a.Weight) })
	forest, shown := newForest(n.Links.Order()), make([]int, n.Links.Order())
	total, kept := 0.0, 0.0
	for _, l := range links {
		total += l.Weight
		joins := forest.join(l.U, l.V)
		if !joins && shown[l.U] >= leastLinks && shown[l.V] >= leastLinks {
			continue
		}
		n.Backbone[l.number] = true
		shown[l.U]++
		shown[l.V]++
		kept += l.Weight
	}
	if total > 0 {
		n.Kept = kept / total
	}
}

// forest is a union-find over papers.
type forest []int32

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = int32(i)
	}
	return f
}

func (f forest) root(u int32) int32 {
	for f[u] != u {
		f[u] = f[f[u]]
		u = f[u]
	}
	return u
}

// join joins the trees of u and v and reports whether they were apart.
func (f forest) join(u, v int32) bool {
	u, v = f.root(u), f.root(v)
	f[max(u, v)] = min(u, v)
	return u != v
}
