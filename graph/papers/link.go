package papers

import (
	"cmp"
	"context"
	"slices"

	"papergraph/graph"
	"papergraph/graph/internal/alike"
	"papergraph/ingest"
)

// link joins each paper to those of its nearest papers with which it shares a reason, given the nearest by cosine. The error
// is that of ctx.
func (n *Network) link(ctx context.Context, near [][]alike.Neighbour, o Options) error {
	partners := make([][]graph.Edge, len(near))
	err := inBlocks(ctx, len(near), o.Workers, func() func(u int) {
		r := new(ranker)
		return func(u int) { partners[u] = n.partners(u, r.rank(n, u, n.sought(o), near[u]), o) }
	})
	if err != nil {
		return err
	}
	edges := slices.Concat(partners...)
	slices.SortFunc(edges, func(a, b graph.Edge) int { return cmp.Or(cmp.Compare(a.U, b.U), cmp.Compare(a.V, b.V)) })
	edges = slices.Compact(edges)
	if n.Links, err = graph.New(len(near), edges); err != nil {
		return err
	}
	n.Kinds = make([]Kinds, len(edges)) // the graph numbers its edges in the same order
	return inBlocks(ctx, len(edges), o.Workers, func() func(i int) {
		return func(i int) { n.Kinds[i] = n.kinds(int(edges[i].U), int(edges[i].V)) }
	})
}

// partners returns the links of a paper to its nearest. There are more of these than it may be linked to: one that has fewer
// than leastLinks among the nearest looks further, so that it is not lost where its nearest papers are near by words alone.
func (n *Network) partners(u int, found []Neighbour, o Options) []graph.Edge {
	var edges []graph.Edge
	for rank, f := range found {
		if rank >= o.Neighbours && len(edges) >= min(leastLinks, o.Neighbours) || f.Weight < o.MinWeight {
			break
		}
		if v := int(f.Paper); n.hasReason(u, v) && !n.sameWork(u, v) {
			edges = append(edges, graph.Edge{U: int32(min(u, v)), V: int32(max(u, v)), Weight: f.Weight})
		}
	}
	return edges
}

// hasReason reports whether two papers are near enough, and the methods and concepts that they share, those in too many
// papers left out, make up enough of the weight to be why the two are linked. A term counts the less the less it tells:
// foundation model, workflow.
func (n *Network) hasReason(u, v int) bool {
	weight, cosine := n.weight(u, v)
	if weight < weightLeast {
		return false
	}
	limit := reasonLimit(n.Vocabulary.Documents())
	reason := 0.0
	for t, part := range n.shared(u, v) {
		if n.isPair(t) {
			continue
		}
		if term := &n.Vocabulary.Terms[t]; term.Kind != ingest.Word && term.Documents <= limit {
			reason += float64(part * min(1, term.Score/term.Rarity))
		}
	}
	return reason*weight >= reasonLeast*cosine
}
