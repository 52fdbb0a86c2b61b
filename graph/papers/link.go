package papers

import (
	"context"

	"papergraph/graph"
	"papergraph/ingest"
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
	n.Kinds = make([]Kinds, n.Links.Size())
	for i, e := range n.Links.Edges() {
		n.Kinds[i] = n.kinds(int(e.U), int(e.V))
	}
	return nil
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
