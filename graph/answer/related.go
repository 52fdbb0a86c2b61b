package answer

import (
	"iter"

	"papergraph/graph/atlas"
)

// Links runs over each paper's top nearest, papers in the order of their ids, then by rank.
func (g *Guide) Links(top int) iter.Seq[Link] {
	g.a.Need(atlas.Links)
	docs := g.a.Corpus.Documents
	return func(yield func(Link) bool) {
		for u := range docs {
			for i, n := range g.a.Network.Nearest(u, top) {
				l := Link{
					Source: docs[u].ID, Target: docs[n.Paper].ID, Rank: i + 1, Weight: n.Weight, Kind: "concepts",
					OnMap: n.OnMap, SameWork: n.SameWork,
				}
				if !yield(l) {
					return
				}
			}
		}
	}
}

// briefShares is how many shares stand with a related paper: a line of the page holds about five.
const briefShares = 5

// Related returns the top papers nearest to one, nearest first, with the largest shares of each. The error is a
// *NotFoundError.
func (g *Guide) Related(id string, top int) (List[Related], error) {
	g.a.Need(atlas.Links)
	u, err := g.find(id)
	if err != nil {
		return List[Related]{}, err
	}
	near := g.a.Network.Nearest(int(u), top)
	out := List[Related]{Items: make([]Related, len(near))}
	for i, n := range near {
		out.Items[i] = Related{
			PaperRef: g.Ref(n.Paper), Weight: n.Weight, Rank: i + 1, OnMap: n.OnMap, SameWork: n.SameWork,
			Shares: g.briefly(u, n.Paper),
		}
	}
	return out, nil
}

func (g *Guide) briefly(u, v int32) []ShareBrief {
	_, shares := g.a.Network.Shares(int(u), int(v))
	shares = shares[:min(briefShares, len(shares))]
	out := make([]ShareBrief, len(shares))
	for i, s := range shares {
		out[i] = ShareBrief{ConceptRef: g.Term(s.Term), Share: s.Share}
	}
	return out
}
