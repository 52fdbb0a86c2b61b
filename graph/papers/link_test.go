package papers_test

import (
	"math"
	"slices"
	"testing"

	"papergraph/graph/graphtest"
	"papergraph/graph/papers"
	"papergraph/ingest"
)

func TestLinksHaveTheWeightOfShares(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, o papers.Options) {
		for i, e := range n.Links.Edges() {
			weight, _ := n.Shares(int(e.U), int(e.V))
			if e.Weight != weight || e.Weight < o.MinWeight {
				t.Errorf("link %d: weight %g, Shares says %g, least %g", i, e.Weight, weight, o.MinWeight)
			}
		}
	})
}

func TestLinksKeepTheContractOfTheGraph(t *testing.T) {
	graphtest.Check(t, network(t, example(t), usual).Links)
}

func TestLinksHaveReasons(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		slow := newTwin(n)
		for i, e := range n.Links.Edges() {
			u, v := int(e.U), int(e.V)
			if slow.reason(u, v) < papers.ReasonLeast-1e-12 || e.Weight < papers.WeightLeast || oneTitle(n.Corpus, u, v) {
				t.Errorf("link %d-%d: reasons %g, weight %g, one title %t", u, v, slow.reason(u, v), e.Weight, oneTitle(n.Corpus, u, v))
			}
			if n.Kinds[i]&^papers.Kinds(0).With(ingest.Word) == 0 {
				t.Errorf("link %d-%d shares plain words alone", u, v)
			}
			if want := slow.sharedKinds(u, v); !slices.Equal(kindsIn(n.Kinds[i]), want) {
				t.Errorf("link %d-%d shares kinds %v, want %v", u, v, kindsIn(n.Kinds[i]), want)
			}
		}
	})
}

// TestNeighboursAreACeiling counts the places of both ends of a link among the papers that the other may be linked to: one
// of the two is within the ceiling. And whom the ceiling lets in is linked.
func TestNeighboursAreACeiling(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, o papers.Options) {
		places := make([]map[int32]int, n.Links.Order())
		for u := range places {
			places[u] = make(map[int32]int)
			for rank, f := range ranked(n, u) {
				if v := int(f.Paper); f.Weight < o.MinWeight || !n.HasReason(u, v) || oneTitle(n.Corpus, u, v) {
					continue
				}
				places[u][f.Paper] = len(places[u]) + 1
				if _, linked := n.Links.Weight(u, int(f.Paper)); rank < o.Neighbours && !linked {
					t.Errorf("%d and its near %d have a reason and are not linked", u, f.Paper)
				}
			}
		}
		for _, e := range n.Links.Edges() {
			if a, b := places[e.U][e.V], places[e.V][e.U]; a == 0 || b == 0 || min(a, b) > o.Neighbours {
				t.Errorf("link %d-%d: %d. and %d. of the other's partners, but at most %d may be", e.U, e.V, a, b, o.Neighbours)
			}
		}
	})
}

func TestNoNeighboursNoLinks(t *testing.T) {
	for _, k := range []int{0, -3} {
		if n := network(t, example(t), papers.Options{Neighbours: k}); n.Links.Size() != 0 || n.Kept != 0 {
			t.Errorf("%d neighbours: %d links, %g kept", k, n.Links.Size(), n.Kept)
		}
	}
}

func TestEveryNumberOfNeighboursIsTaken(t *testing.T) {
	all := network(t, example(t), papers.Options{Neighbours: len(example(t))})
	most := network(t, example(t), papers.Options{Neighbours: math.MaxInt})
	if all.Links.Size() != most.Links.Size() {
		t.Errorf("%d links where all papers are neighbours, %d where more are allowed than there are", all.Links.Size(), most.Links.Size())
	}
}

func TestOddCorpora(t *testing.T) {
	const text = "Zorbed kelm pruning helps the quiet velt. It beats a drall."
	tests := []struct {
		name  string
		docs  []ingest.Document
		links int
	}{
		{"none", nil, 0},
		{"one paper", []ingest.Document{{Title: "Zorbed kelm pruning", Abstract: text}}, 0},
		{"two records of one paper", []ingest.Document{{ID: "a", Title: "Kelm pruning", Abstract: text}, {ID: "b", Title: "Kelm Pruning", Abstract: text}}, 0},
		{"two papers of one text", []ingest.Document{{Title: "Kelm pruning", Abstract: text}, {Title: "Kelm pruning again", Abstract: text}}, 1},
		{"titles alone", []ingest.Document{{Title: "Zorbed kelm pruning"}, {Title: "Against zorbed kelm pruning"}}, 1},
		{"nothing shared", []ingest.Document{{Title: "Zorbed kelms", Abstract: "Zorbed kelms."}, {Title: "Glimmed dralls", Abstract: "Glimmed dralls."}}, 0},
		{"words without letters", []ingest.Document{{Title: "1 2 3", Abstract: "…"}, {Title: "4 5 6", Abstract: "?!"}}, 0},
		{"nothing at all", []ingest.Document{{ID: "a"}, {ID: "b"}}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := network(t, tt.docs, usual)
			if n.Links.Order() != len(tt.docs) || n.Links.Size() != tt.links {
				t.Errorf("%d papers, %d links; want %d, %d", n.Links.Order(), n.Links.Size(), len(tt.docs), tt.links)
			}
			if len(n.Backbone) != tt.links || len(n.Kinds) != tt.links {
				t.Errorf("%d and %d flags for %d links", len(n.Backbone), len(n.Kinds), tt.links)
			}
			if tt.links > 0 && n.Kept != 1 {
				t.Errorf("the only link is %g of the weight kept", n.Kept)
			}
		})
	}
}

// TestUnlinkedPairs asks for a pair too far apart to be linked.
func TestUnlinkedPairs(t *testing.T) {
	n := network(t, example(t), papers.Options{Neighbours: 1})
	for v := range n.Links.Order() {
		weight, shares := n.Shares(0, v)
		if _, linked := n.Links.Weight(0, v); v != 0 && !linked && len(shares) > 0 {
			if weight <= 0 {
				t.Errorf("%d shared terms, weight %g", len(shares), weight)
			}
			return
		}
	}
	t.Error("no unlinked pair shares a term")
}
