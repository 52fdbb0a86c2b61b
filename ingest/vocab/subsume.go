package vocab

import (
	"math"
	"slices"
	"strings"
)

// Limits of what one term subsumes (Sanderson and Croft, Deriving concept hierarchies from text (1999),
// doi:10.1145/312624.312679, who ask for the share alone).
const (
	subsumedShare = 0.8 // of the documents of a term must hold the broader one
	subsumedLeast = 5   // so many must, at least
	broaderTimes  = 2   // the broader term stands in so many times more documents
	// subsumingMost is in which part of all documents the broader term may stand: what stands in more is broader than anything.
	subsumingMost = 0.1
	// subsumedNats is how surprising it must be, were the two strangers: e to its power is one in 22,000. A corpus on one
	// subject has a term in every third paper, which five papers hold by chance too often.
	subsumedNats = 10
)

// subsumed returns the ties of terms to the one that most surely is broader in the corpus: nearly all documents of the narrower
// hold it, and many others do. Of terms one of which holds the other's words it says nothing. O(documents × the square of their
// terms of five documents and more) time.
func (v *Vocabulary) subsumed() []tie {
	s := subsumption{v: v, together: make([]int32, len(v.Terms))}
	s.hold()
	var ties []tie
	for child := range int32(len(v.Terms)) {
		if parent, ok := s.broader(child); ok {
			ties = append(ties, tie{parent, child})
		}
	}
	return ties
}

// subsumption is what is used again from term to term.
type subsumption struct {
	v        *Vocabulary
	terms    table   // by document: the terms that may be broader or narrower
	holders  table   // by such a term: its documents
	together []int32 // by term: in how many documents of the child it stands too
	met      []int32 // terms that stand in one
}

// table is rows of ascending numbers.
type table struct{ starts, of []int32 }

func (t *table) row(i int32) []int32 { return t.of[t.starts[i]:t.starts[i+1]] }

// hold fills in which terms stand in which documents: those that readers are shown and that enough documents hold.
func (s *subsumption) hold() {
	v := s.v
	s.holders.starts = make([]int32, len(v.Terms)+1)
	for i := range v.Terms {
		s.holders.starts[i+1] = s.holders.starts[i]
		if t := &v.Terms[i]; !isWord(t) && t.Documents >= subsumedLeast {
			s.holders.starts[i+1] += int32(t.Documents)
		}
	}
	s.holders.of = make([]int32, s.holders.starts[len(v.Terms)])
	s.terms = table{starts: make([]int32, 1, v.Documents()+1), of: make([]int32, 0, len(s.holders.of))}
	next := slices.Clone(s.holders.starts)
	for doc := range v.Documents() {
		terms, _ := v.Row(doc)
		for _, t := range terms {
			if next[t] < s.holders.starts[t+1] {
				s.holders.of[next[t]] = int32(doc)
				next[t]++
				s.terms.of = append(s.terms.of, t)
			}
		}
		s.terms.starts = append(s.terms.starts, int32(len(s.terms.of)))
	}
}

// broader returns the term that most surely subsumes another; of equals the first.
func (s *subsumption) broader(child int32) (int32, bool) {
	docs := s.holders.row(child)
	s.count(docs)
	best, top := int32(-1), float64(subsumedNats)
	for _, t := range s.met {
		nats := 0.0
		if all := s.v.Terms[t].Documents; s.together[t] >= subsumedLeast && all >= broaderTimes*len(docs) {
			nats = surprise(int(s.together[t]), len(docs), all, s.v.Documents())
		}
		if nats >= top && (nats > top || best < 0) && s.v.canSubsume(t, child) {
			best, top = t, nats
		}
		s.together[t] = 0
	}
	return best, best >= 0
}

// count notes which terms stand in documents, ascending, and in how many of them.
func (s *subsumption) count(docs []int32) {
	s.met = s.met[:0]
	for _, doc := range docs {
		for _, t := range s.terms.row(doc) {
			if s.together[t]++; s.together[t] == 1 {
				s.met = append(s.met, t)
			}
		}
	}
	slices.Sort(s.met)
}

// surprise returns how surprising it is that so many of n documents hold a term that so many of all hold, in nats: the bound
// of Chernoff. It is 0 where they are too few.
func surprise(hold, n, documents, all int) float64 {
	share, usual := float64(hold)/float64(n), float64(documents)/float64(all)
	if share < subsumedShare || share <= usual {
		return 0
	}
	nats := float64(share * math.Log(share/usual))
	if share < 1 {
		nats += float64((1 - share) * math.Log((1-share)/(1-usual)))
	}
	return float64(n) * nats
}

// canSubsume reports whether two terms are told apart by more than the words of one phrase: neither holds the other, nor does a
// third hold both side by side (inertial measurement and unit). Bare nouns and generic terms are broader than nothing.
func (v *Vocabulary) canSubsume(parent, child int32) bool {
	t := &v.Terms[parent]
	if float64(t.Documents) > subsumingMost*float64(v.Documents()) || IsBare(t) || Generic(v.folds[parent]) || v.nested(parent, child) {
		return false
	}
	return v.termOf(v.folds[child]+" "+v.folds[parent]) < 0 && v.termOf(v.folds[parent]+" "+v.folds[child]) < 0
}

// nested reports whether one of two terms holds the words of the other.
func (v *Vocabulary) nested(a, b int32) bool {
	x, y := " "+v.folds[a]+" ", " "+v.folds[b]+" "
	return strings.Contains(x, y) || strings.Contains(y, x)
}
