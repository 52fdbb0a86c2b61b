// Package vocab numbers what a corpus mentions. What extract found in each document goes in; out comes a Vocabulary: terms
// in the order of their keys, each one concept in all its spellings, with its kind, what is broader and narrower, and a
// score; and the document × term matrix with the place of every mention. A phrase is a term where it stands between stop
// words; one inside another where it stands alone elsewhere; a name wherever it stands; and every word besides, as a term of
// kind word. An abstract has about 150 mentions of 16 bytes, a term costs about 200 bytes.
package vocab

import (
	"cmp"
	"slices"
	"strings"

	"papergraph/ingest"
)

// Term is an entry of the vocabulary.
type Term struct {
	Key       string // canonical form, unique
	Label     string // what readers are shown: the commonest surface
	Kind      ingest.Kind
	Long      string  // long form where the label is an abbreviation whose sense is sure, else ""
	Why       string  // the cues that made it a term of its kind
	Broader   []int32 // terms directly above in the hierarchy, ascending
	Narrower  []int32 // terms directly below, ascending
	Documents int     // in how many documents it stands
	Relevance float64 // how much more alike than any two its documents are in their other words; 1 where that is not known
	Score     float64 // how telling it is in this corpus: its idf by its relevance, lowered for generic terms
}

// Mention is a place where a term stands.
type Mention struct {
	Term int32
	ingest.Span
}

// Abbreviation is a short form and what it stands for in one document.
type Abbreviation struct {
	Short, Long string
	ingest.Span        // from the first byte of the definition to its last; of the first use where it is not defined here
	Sense       string // "here", "corpus" or "unresolved"
	term        int32  // what it stands for, -1 where that is no term
}

// Concept is a term of one document as readers are shown it.
type Concept struct {
	Term     int32
	Score    float64
	Why      string
	Role     Role
	Mentions []Mention
}

// Vocabulary is the numbered terms of a corpus and where they stand. Immutable once built.
type Vocabulary struct {
	Terms    []Term           // ascending by Key
	Warnings []ingest.Warning // of the reader's wishes that could not be fulfilled, in their order

	phrase        func(string) string // folds a spelling as this corpus does
	resolve       func(string) string // the same, abbreviations that have one sense among them
	folds         []string            // by term: what its spellings fold to
	byFold        map[string]int32    // terms that readers are shown
	byWord        map[string]int32    // plain words
	starts        []int32             // rows: document d has entries starts[d] to starts[d+1]-1
	terms         []int32             // ascending inside a row
	counts        []float32           // mentions, those in the title counted more
	mentions      [][]Mention
	abbreviations [][]Abbreviation
	introductions [][]Introduction // by document: ascending by term
	contested     map[contest]bool
}

// Documents returns the number of documents.
func (v *Vocabulary) Documents() int { return len(v.starts) - 1 }

// Row returns the terms of a document in ascending order and how often each is mentioned, the title counted more. The
// slices must not be written to.
func (v *Vocabulary) Row(doc int) (terms []int32, counts []float32) {
	from, to := v.starts[doc], v.starts[doc+1]
	return v.terms[from:to:to], v.counts[from:to:to]
}

// Mentions returns where terms of every kind stand in a document, in the order of the text.
func (v *Vocabulary) Mentions(doc int) []Mention { return v.mentions[doc] }

// Abbreviations returns the short forms of a document in the order of the text.
func (v *Vocabulary) Abbreviations(doc int) []Abbreviation { return v.abbreviations[doc] }

// Find returns the number of the term with the key, or else of the term whose spelling the key is, and whether there is
// one. O(log n) time.
func (v *Vocabulary) Find(key string) (int32, bool) {
	if i, ok := slices.BinarySearchFunc(v.Terms, key, func(t Term, key string) int { return cmp.Compare(t.Key, key) }); ok {
		return int32(i), true
	}
	i, ok := v.byFold[v.phrase(key)]
	return i, ok
}

// Words returns the plain words of which a term is made, compounds among them, as far as they are terms, in the order of its
// key.
func (v *Vocabulary) Words(term int32) []int32 {
	var own []int32
	parts := strings.Fields(v.folds[term])
	for i := range parts {
		for j := i + 1; j <= len(parts); j++ {
			if w, ok := v.byWord[strings.Join(parts[i:j], " ")]; ok {
				own = append(own, w)
			}
		}
	}
	return own
}

func isWord(t *Term) bool { return t.Kind == ingest.Word }

// fill numbers the mentions anew, drops those without a number, sorts them and counts the matrix.
func (v *Vocabulary) fill(renumber []int32) {
	v.starts = make([]int32, 1, len(v.mentions)+1)
	for doc, ms := range v.mentions {
		kept := ms[:0]
		for _, m := range ms {
			if m.Term = renumber[m.Term]; m.Term >= 0 {
				kept = append(kept, m)
			}
		}
		slices.SortFunc(kept, compareMentions)
		v.mentions[doc] = slices.Compact(kept)
		v.count(v.mentions[doc])
	}
	v.byFold, v.byWord = make(map[string]int32), make(map[string]int32)
	for i, fold := range v.folds {
		if word, ok := strings.CutPrefix(fold, wordMark); ok {
			v.byWord[word] = int32(i)
		} else {
			v.byFold[fold] = int32(i)
		}
	}
}

func compareMentions(a, b Mention) int {
	return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Term, b.Term))
}

// count appends the row of a document with the mentions.
func (v *Vocabulary) count(ms []Mention) {
	counts := make(map[int32]float32)
	for _, m := range ms {
		if m.Field == ingest.Title {
			counts[m.Term] += titleCount
		} else {
			counts[m.Term]++
		}
	}
	from := len(v.terms)
	for t := range counts {
		v.terms = append(v.terms, t)
	}
	slices.Sort(v.terms[from:])
	for _, t := range v.terms[from:] {
		v.counts = append(v.counts, counts[t])
	}
	v.starts = append(v.starts, int32(len(v.terms)))
}
