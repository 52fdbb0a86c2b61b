package papers

import "papergraph/ingest"

// Kinds is a set of kinds of terms.
type Kinds uint8

// Has says whether the set holds a kind.
func (k Kinds) Has(kind ingest.Kind) bool { return k>>kind&1 == 1 }

// With returns the set with one kind more.
func (k Kinds) With(kind ingest.Kind) Kinds { return k | 1<<kind }

// kinds returns the kinds of the terms that both papers' vectors hold, plain words among them. Pairs of words have no kind:
// their words are told by themselves. O(terms of the two papers) time.
func (n *Network) kinds(u, v int) Kinds {
	var k Kinds
	for t := range n.shared(u, v) {
		if !n.isPair(t) {
			k = k.With(n.Vocabulary.Terms[t].Kind)
		}
	}
	return k
}
