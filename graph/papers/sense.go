package papers

import (
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

const (
	// leastClose is the least that the cosine of two papers must be, the share of the term and its words left out, for what one uses to be what
	// the other introduces: below, of links of 5,000 papers read one by one, the same words meant other things.
	leastClose = 0.02
	// leastCloseBare is that for a paper that writes capitals alone and never says what they stand for: SL, CAR, GIST.
	leastCloseBare = 0.12
	// leastClosePhrase is that for a phrase in small letters, which many papers may write without a thought of the one that has it for a
	// name, semantic fusion; and for a name that the other paper writes otherwise: SegNet and SEG-Net.
	leastClosePhrase = 0.08
	// leastCloseHead is that for a phrase that heads a longer title and that the other paper never writes as a name: attention flow. Of
	// sixteen such links of 15,000 papers eleven are wrong, and nine of these are below, with none of the others.
	leastCloseHead = 0.12
)

// areClose reports whether two papers are near enough in their other words for a term to mean the same in both. A name of
// small and capital letters needs no more than itself.
func (n *Network) areClose(u, v int, term int32, spellings map[string]bool) bool {
	if n.isDistinct(u, term, spellings) {
		return true
	}
	weight := n.closeness(u, v, term)
	switch {
	case n.isBareCapitals(u, term):
		return weight >= leastCloseBare
	case n.isHead(v, term) && !n.isNamed(u, term):
		return weight >= leastCloseHead
	case n.isPlainPhrase(term) && !n.isTitle(v, term) || !n.isSpelledAlike(u, term, spellings):
		return weight >= leastClosePhrase
	}
	return weight >= leastClose
}

// closeness returns the cosine of two papers, the share of a term and its words left out.
func (n *Network) closeness(u, v int, term int32) float64 {
	weight, own := 0.0, n.Vocabulary.Words(term)
	for t, part := range n.shared(u, v) {
		if t != term && !slices.Contains(own, t) {
			weight += part
		}
	}
	return weight
}

// isSubject reports whether paper u never writes as a name what only a name can be: a data set, or one plain word; or what paper v
// introduces by a short form, but only in words that many other papers write too: VT&R, and visual teach and repeat.
func (n *Network) isSubject(u, v int, term int32) bool {
	if n.isNamed(u, term) {
		return false
	}
	t := &n.Vocabulary.Terms[term]
	if small := t.Label == strings.ToLower(t.Label); small && (t.Kind == ingest.Dataset || !strings.ContainsAny(t.Label, " -")) {
		return true
	}
	i, _ := n.Vocabulary.Introduction(v, term)
	d := &n.Corpus.Documents[v]
	return n.Vocabulary.IsShort(v, i.Mention, d.Text(i.Field)[i.Start:i.End]) && n.Vocabulary.IsWritten(term)
}

// strangers returns the terms of small and capital letters that several papers write of as of a name, none of them near to the one that
// introduces it: then that name is another's as well, FrameNet. spellings are those of the introducing papers, by term.
func (n *Network) strangers(spellings map[int32]map[string]bool) map[int32]bool {
	v, users, near := n.Vocabulary, make(map[int32]int), make(map[int32]bool)
	for u := range v.Documents() {
		terms, _ := v.Row(u)
		for _, t := range terms {
			if spellings[t] == nil || near[t] || v.Role(u, t) != vocab.Uses || n.sameWork(u, int(n.origin[t])) || !n.isDistinct(u, t, spellings[t]) || n.objection(u, t, spellings[t]) != "" {
				continue
			}
			users[t]++
			near[t] = n.closeness(u, int(n.origin[t]), t) >= leastCloseAny
		}
	}
	strange := make(map[int32]bool)
	for t, count := range users {
		if count > 1 && !near[t] {
			strange[t] = true
		}
	}
	return strange
}

// leastCloseAny is how near one of several papers must be to the one that introduces a name that all of them write.
const leastCloseAny = 0.03
