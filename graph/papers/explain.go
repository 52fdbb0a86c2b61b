package papers

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// Evidence is a mention with its sentence. All places are bytes of the field as given.
type Evidence struct {
	ingest.Span
	Sentence      string
	SentenceStart int32
}

// shared runs over the terms that both papers' vectors hold, ascending, with each one's part of the cosine.
func (n *Network) shared(u, v int) iter.Seq2[int32, float64] {
	return func(yield func(int32, float64) bool) {
		a, wa := n.vectors.Row(u)
		b, wb := n.vectors.Row(v)
		for i, j := 0, 0; i < len(a) && j < len(b); {
			switch {
			case a[i] < b[j]:
				i++
			case a[i] > b[j]:
				j++
			default:
				if !yield(a[i], float64(wa[i]*wb[j])) { // not to be fused with a sum: it must be that of alike
					return
				}
				i++
				j++
			}
		}
	}
}

// Shares returns the weight of the pair, linked or not, and each shared term's part of it: methods and concepts first,
// then plain words, largest first, ties by term. A term owns that part of the weight which it has of the cosine. To the part
// of a concept belong those of the words that it is made of, so that "guidance" is told once. The parts add up to the weight.
// O(terms of the two papers) time.
func (n *Network) Shares(u, v int) (weight float64, shares []Share) {
	weight, cosine := n.weight(u, v)
	worth := make(map[int32]float64)
	for t, part := range n.shared(u, v) {
		part *= weight / cosine
		if n.isPair(t) {
			n.tellWithWords(worth, t, part)
			continue
		}
		worth[t] += part
	}
	for _, t := range slices.Sorted(maps.Keys(worth)) {
		shares = append(shares, Share{t, worth[t]})
	}
	shares = n.gather(shares)
	slices.SortFunc(shares, func(a, b Share) int {
		return cmp.Or(cmp.Compare(n.isWord(a.Term), n.isWord(b.Term)), cmp.Compare(b.Share, a.Share), cmp.Compare(a.Term, b.Term))
	})
	return weight, shares
}

// isPair reports whether a number in a vector is that of a pair of words.
func (n *Network) isPair(t int32) bool { return int(t) >= len(n.Vocabulary.Terms) }

// tellWithWords adds the part of a pair to those of its words, half each, or all to one where the other links nothing. Both
// papers hold both.
func (n *Network) tellWithWords(worth map[int32]float64, t int32, part float64) {
	first, second := n.pairs[int(t)-len(n.Vocabulary.Terms)].words()
	limit := commonLimit(n.Vocabulary.Documents())
	switch {
	case n.Vocabulary.Terms[first].Documents > limit:
		first = second
	case n.Vocabulary.Terms[second].Documents > limit:
		second = first
	}
	worth[first] += part / 2
	worth[second] += part / 2
}

// isWord returns 1 for a plain word, else 0.
func (n *Network) isWord(term int32) int {
	if n.Vocabulary.Terms[term].Kind == ingest.Word {
		return 1
	}
	return 0
}

// gather adds the shares of plain words to that of the shared concept made of them: of several the one of most words, then
// the one of the largest share, ties by term.
func (n *Network) gather(shares []Share) []Share {
	at := make(map[int32]int, len(shares))
	var concepts []int
	for i, s := range shares {
		at[s.Term] = i
		if n.isWord(s.Term) == 0 {
			concepts = append(concepts, i)
		}
	}
	words := make(map[int][]int32, len(concepts))
	for _, i := range concepts {
		words[i] = n.Vocabulary.Words(shares[i].Term)
	}
	slices.SortFunc(concepts, func(i, j int) int {
		return cmp.Or(cmp.Compare(len(words[j]), len(words[i])), cmp.Compare(shares[j].Share, shares[i].Share), cmp.Compare(i, j))
	})
	for _, i := range concepts {
		for _, w := range words[i] {
			if k, ok := at[w]; ok {
				shares[i].Share += shares[k].Share
				shares[k].Share = 0
			}
		}
	}
	return slices.DeleteFunc(shares, func(s Share) bool { return s.Share == 0 })
}

// Evidence returns the sentences of a paper in which a term stands, one a mention, in the order of the text. O(bytes of
// the paper) time.
func (n *Network) Evidence(paper int, term int32) []Evidence {
	var found []Evidence
	for _, m := range n.Vocabulary.Mentions(paper) {
		if m.Term == term {
			found = append(found, Evidence{Span: m.Span})
		}
	}
	n.sentences(paper, found)
	return found
}

// sentences fills in the sentence of each mention.
func (n *Network) sentences(paper int, found []Evidence) {
	for _, f := range []ingest.Field{ingest.Title, ingest.Abstract} {
		given := n.Corpus.Documents[paper].Text(f)
		view := text.Clean(given)
		parts := text.Sentences(nil, view.Text, text.Tokens(nil, view.Text))
		for i := range found {
			if found[i].Field != f {
				continue
			}
			start, end := bounds(view, parts, found[i].Span)
			found[i].Sentence, found[i].SentenceStart = given[start:end], int32(start)
		}
	}
}

// bounds returns the part of the field as given that holds the span: from the first byte of the sentence it begins in to the
// last of that it ends in.
func bounds(view text.View, parts []text.Sentence, s ingest.Span) (start, end int) {
	start, end = int(s.Start), int(s.End)
	for _, p := range parts {
		from, to := view.Source(int(p.Start)), view.SourceEnd(int(p.End))
		if from < int(s.End) && to > int(s.Start) {
			start, end = min(start, from), max(end, to)
		}
	}
	return start, end
}
