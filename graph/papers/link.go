package papers

import (
	"cmp"
	"context"
	"slices"

	"papergraph/graph"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// link joins each paper to those of its nearest papers with which it shares a reason. near has more papers than a paper may
// be linked to: one that has fewer than leastLinks among the nearest looks further, so that it is not lost where its nearest
// papers are near by words alone. The error is that of ctx.
func (n *Network) link(ctx context.Context, near [][]Neighbour, o Options) error {
	linked := make(map[[2]int32]float64)
	for u, found := range near {
		if err := ctx.Err(); err != nil {
			return err
		}
		links := 0
		for rank, f := range found {
			if rank >= o.Neighbours && links >= min(leastLinks, o.Neighbours) || f.Weight < o.MinWeight {
				break
			}
			if v := int(f.Paper); n.hasReason(u, v) && !n.sameWork(u, v) {
				linked[[2]int32{int32(min(u, v)), int32(max(u, v))}] = f.Weight
				links++
			}
		}
	}
	edges := make([]graph.Edge, 0, len(linked))
	for pair, w := range linked {
		edges = append(edges, graph.Edge{U: pair[0], V: pair[1], Weight: w})
	}
	var err error
	if n.Links, err = graph.New(n.Vocabulary.Documents(), edges); err != nil {
		return err
	}
	n.ByMethod = make([]bool, n.Links.Size())
	for i, e := range n.Links.Edges() {
		for t := range n.shared(int(e.U), int(e.V)) {
			n.ByMethod[i] = n.ByMethod[i] || n.Vocabulary.Terms[t].Kind == ingest.Method
		}
	}
	return nil
}

// hasReason reports whether the methods and concepts that two papers share, those in too many papers left out, make up
// enough of the cosine to be why the two are linked.
func (n *Network) hasReason(u, v int) bool {
	limit := reasonLimit(n.Vocabulary.Documents())
	reason := 0.0
	for t, part := range n.shared(u, v) {
		if term := &n.Vocabulary.Terms[t]; term.Kind != ingest.Word && term.Documents <= limit {
			if vocab.IsBare(term) {
				part /= 2
			}
			reason += part
		}
	}
	return reason >= reasonLeast
}

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
