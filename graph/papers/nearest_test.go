package papers_test

import (
	"testing"

	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/extract"
)

func TestNearestIsThatOfAllPairs(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		for u := range n.Vocabulary.Documents() {
			want := ranked(n, u)
			for i := range want {
				v := int(want[i].Paper)
				_, want[i].OnMap = n.Links.Weight(u, v)
				want[i].SameWork = oneTitle(n.Corpus, u, v)
			}
			for _, k := range []int{0, 1, 3, len(want), len(want) + 5} {
				got := n.Nearest(u, k)
				if len(got) != min(k, len(want)) {
					t.Fatalf("paper %d: %d nearest, want %d of %d", u, len(got), k, len(want))
				}
				for i := range got {
					if got[i] != want[i] {
						t.Fatalf("paper %d: at rank %d %+v, want %+v", u, i, got[i], want[i])
					}
				}
			}
		}
	})
}

func oneTitle(c *ingest.Corpus, u, v int) bool {
	a := extract.Fold(c.Documents[u].Title)
	return a != "" && a == extract.Fold(c.Documents[v].Title)
}

func TestNearestTiesGoToTheSmallerNumber(t *testing.T) {
	text := "Zorbed kelm pruning helps the quiet velt. "
	docs := []ingest.Document{
		{ID: "a", Title: "One", Abstract: text},
		{ID: "b", Title: "Two", Abstract: text + "Two drall."},
		{ID: "c", Title: "Three", Abstract: text + "Two drall."},
		{ID: "d", Title: "Four", Abstract: text + "Two drall."},
	}
	got := network(t, docs, usual).Nearest(0, 2)
	if len(got) != 2 || got[0].Paper != 1 || got[1].Paper != 2 || got[0].Weight != got[1].Weight {
		t.Errorf("nearest of three alike: %v, want papers 1 and 2", got)
	}
}

func TestNearestOfNoneWanted(t *testing.T) {
	n := network(t, example(t), usual)
	for _, k := range []int{0, -1} {
		if got := n.Nearest(0, k); len(got) != 0 {
			t.Errorf("%d nearest asked for, %d given", k, len(got))
		}
	}
}

func TestSameWorkIsTheSameFromBothEnds(t *testing.T) {
	text := "Zorbed kelm pruning helps the quiet velt, where glimmed dralls are sparse."
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"one title", "Kelm Pruning of Velts", "Kelm Pruning of Velts", true},
		{"case, dashes and plurals apart", "Kelm-pruning of velts", "KELM PRUNING OF VELT", true},
		{"much space in one", "Kelm pruning", "Kelm          \t        pruning              ", true},
		{"two titles", "Kelm pruning of velts", "Kelm pruning of dralls", false},
		{"no title in one", "Kelm pruning", "", false},
		{"no title in both", "", "", false},
		{"nothing but marks", "'", "-", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs := []ingest.Document{{ID: "a", Title: tt.a, Abstract: text}, {ID: "b", Title: tt.b, Abstract: text}}
			n := network(t, docs, usual)
			for u := range 2 {
				if n.HasVersion(u) != tt.want {
					t.Errorf("paper %d: has a version %t", u, n.HasVersion(u))
				}
				near := n.Nearest(u, 1)
				if len(near) != 1 || near[0].SameWork != tt.want {
					t.Fatalf("paper %d: nearest %+v, want same work %t", u, near, tt.want)
				}
			}
			if linked := n.Links.Size() > 0; linked == tt.want {
				t.Errorf("linked %t, same work %t", linked, tt.want)
			}
		})
	}
}
