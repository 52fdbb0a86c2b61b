package papers_test

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"papergraph/graph/papers"
	"papergraph/ingest"
)

func TestSharesAddUpToTheWeight(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		slow := newTwin(n)
		for u := range n.Vocabulary.Documents() {
			for v := range n.Vocabulary.Documents() {
				weight, shares := n.Shares(u, v)
				sum := 0.0
				for _, s := range shares {
					sum += s.Share
				}
				if math.Abs(sum-weight) > 1e-9 || math.Abs(slow.weight(u, v)-weight) > 1e-9 {
					t.Fatalf("%d-%d: weight %.12f, shares add up to %.12f, the slow way %.12f", u, v, weight, sum, slow.weight(u, v))
				}
				if cosine := n.Cosine(u, v); math.Abs(slow.cosine(u, v)-cosine) > 1e-9 {
					t.Fatalf("%d-%d: cosine %.12f, the slow way %.12f", u, v, cosine, slow.cosine(u, v))
				}
				if weight < 0 || weight > 1 {
					t.Fatalf("%d-%d: weight %g", u, v, weight)
				}
			}
		}
	})
}

func TestSharesAreTheSameFromBothEnds(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		for u := range n.Vocabulary.Documents() {
			for v := range u {
				weight, shares := n.Shares(u, v)
				back, sharesBack := n.Shares(v, u)
				if weight != back || !slices.Equal(shares, sharesBack) {
					t.Fatalf("%d-%d: %v %v, from the other end %v %v", u, v, weight, shares, back, sharesBack)
				}
			}
		}
	})
}

func TestSharesAreOfTermsOfBothPapers(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		common := make(map[int32]bool)
		for _, c := range n.Common {
			common[c.Term] = true
		}
		for u := range n.Vocabulary.Documents() {
			for v := range u {
				_, shares := n.Shares(u, v)
				for _, s := range shares {
					if !(s.Share > 0) || common[s.Term] || !holds(n, u, s.Term) || !holds(n, v, s.Term) {
						t.Fatalf("%d-%d: %q has the share %g; common %t, held %t and %t", u, v, n.Vocabulary.Terms[s.Term].Key, s.Share,
							common[s.Term], holds(n, u, s.Term), holds(n, v, s.Term))
					}
				}
				if !slices.IsSortedFunc(shares, func(a, b papers.Share) int {
					return cmp.Or(cmp.Compare(plain(n, a.Term), plain(n, b.Term)), cmp.Compare(b.Share, a.Share), cmp.Compare(a.Term, b.Term))
				}) {
					t.Fatalf("%d-%d: not in order: %v", u, v, shares)
				}
			}
		}
	})
}

// plain returns 1 for plain words, which come last.
func plain(n *papers.Network, term int32) int {
	if n.Vocabulary.Terms[term].Kind == ingest.Word {
		return 1
	}
	return 0
}

func holds(n *papers.Network, paper int, term int32) bool {
	terms, _ := n.Vocabulary.Row(paper)
	_, ok := slices.BinarySearch(terms, term)
	return ok
}

func TestCommonTerms(t *testing.T) {
	onRandomAndFixed(t, func(t tester, n *papers.Network, _ papers.Options) {
		var want []papers.Common
		for i := range n.Vocabulary.Terms {
			term := &n.Vocabulary.Terms[i]
			if d := term.Documents; term.Kind != ingest.Word && d > papers.CommonLimit(n.Vocabulary.Documents()) {
				want = append(want, papers.Common{Term: int32(i), Papers: d, Links: d * (d - 1) / 2})
			}
		}
		slices.SortStableFunc(want, func(a, b papers.Common) int { return cmp.Compare(b.Papers, a.Papers) })
		if !slices.Equal(n.Common, want) {
			t.Errorf("common terms %v, want %v", n.Common, want)
		}
	})
}
