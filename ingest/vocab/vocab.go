// Package vocab numbers what a corpus mentions. What extract found in each document goes in; out comes a Vocabulary: terms
// in the order of their keys, each one concept in all its spellings, with its kind, what is broader and narrower, and a
// score; and the document × term matrix with the place of every mention. A phrase is a term where it stands between stop
// words; one inside another where it stands alone elsewhere; a name wherever it stands; and every word besides, as a term of
// kind word. An abstract has about 150 mentions of 16 bytes, a term costs about 200 bytes.
package vocab

import (
	"cmp"
	"context"
	"math"
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
	Rarity    float64 // inverse document frequency, here and in the background
	Score     float64 // how telling it is in this corpus: its rarity by its relevance, lowered for generic terms
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
	byFold        index               // terms that readers are shown, by the digests of their folds
	byWord        index               // plain words, by those of the words
	starts        []int32             // rows: document d has entries starts[d] to starts[d+1]-1
	terms         []int32             // ascending inside a row
	counts        []float32           // mentions, those in the title counted more
	mentions      [][]Mention
	abbreviations [][]Abbreviation
	introductions [][]Introduction // by document: ascending by term
	contested     map[contest]bool
	background    background
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
	i := v.termOf(v.phrase(key))
	return max(i, 0), i >= 0
}

// Words returns the plain words of which a term is made, compounds among them, as far as they are terms, in the order of its
// key.
func (v *Vocabulary) Words(term int32) []int32 {
	var own []int32
	for rest := v.folds[term]; rest != ""; _, rest, _ = strings.Cut(rest, " ") {
		d := nothing
		for from := 0; from < len(rest); {
			end := from + len(firstWord(rest[from:]))
			d = d.then(digest{hashOf(rest[from:end]), digestBase})
			if w, ok := v.byWord.get(d.of); ok && v.folds[w][len(wordMark):] == rest[:end] {
				own = append(own, w)
			}
			from = end + 1
		}
	}
	return own
}

func isWord(t *Term) bool { return t.Kind == ingest.Word }

// fill numbers the mentions anew, drops those without a number, sorts them and counts the matrix.
func (v *Vocabulary) fill(ctx context.Context, renumber []int32, workers int) error {
	rows := make([]rows, chunksOf(len(v.mentions)))
	err := inChunks(ctx, workers, len(v.mentions), func(c, from, to int) {
		rows[c].grow(v.mentions[from:to])
		for doc := from; doc < to; doc++ {
			v.mentions[doc] = renumbered(v.mentions[doc], renumber)
			rows[c].count(v.mentions[doc])
		}
	})
	if err != nil {
		return err
	}
	together(workers, func() { v.join(rows) }, func() { v.index(renumber) })
	return nil
}

// renumbered gives mentions the numbers of their terms, drops those without, and sorts them, each once.
func renumbered(ms []Mention, renumber []int32) []Mention {
	kept := ms[:0]
	for _, m := range ms {
		if m.Term = renumber[m.Term]; m.Term >= 0 {
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, compareMentions)
	return slices.Compact(kept)
}

// compareMentions orders by field and start, of equal ones the longer first, then by term.
func compareMentions(a, b Mention) int {
	if x, y := placeOf(&a), placeOf(&b); x != y {
		return cmp.Compare(x, y)
	}
	return cmp.Compare(a.Term, b.Term)
}

// placeOf returns a number that orders spans.
func placeOf(m *Mention) uint64 {
	return uint64(m.Field)<<63 | uint64(m.Start)<<32 | uint64(math.MaxUint32-uint32(m.End))
}

// rows is the part of the matrix of some documents.
type rows struct {
	ends   []int32
	terms  []int32
	counts []float32
	marks  []uint64 // scratch
}

// grow makes room for the rows of documents, which have no more terms than mentions.
func (r *rows) grow(docs [][]Mention) {
	n := 0
	for _, ms := range docs {
		n += len(ms)
	}
	r.ends, r.terms, r.counts = make([]int32, 0, len(docs)), make([]int32, 0, n), make([]float32, 0, n)
}

// count appends the row of a document with the mentions.
func (r *rows) count(ms []Mention) {
	r.marks = r.marks[:0]
	for _, m := range ms {
		times := uint64(1)
		if m.Field == ingest.Title {
			times = TitleCount
		}
		r.marks = append(r.marks, uint64(m.Term)<<32|times)
	}
	slices.Sort(r.marks)
	last := int32(-1)
	for _, m := range r.marks {
		if t := int32(m >> 32); t != last {
			r.terms, r.counts = append(r.terms, t), append(r.counts, 0)
			last = t
		}
		r.counts[len(r.counts)-1] += float32(uint32(m))
	}
	r.ends = append(r.ends, int32(len(r.terms)))
}

// join makes one matrix of the parts.
func (v *Vocabulary) join(parts []rows) {
	n := 0
	for i := range parts {
		n += len(parts[i].terms)
	}
	v.starts = make([]int32, 1, len(v.mentions)+1)
	v.terms, v.counts = make([]int32, 0, n), make([]float32, 0, n)
	for i := range parts {
		before := int32(len(v.terms))
		for _, end := range parts[i].ends {
			v.starts = append(v.starts, before+end)
		}
		v.terms, v.counts = append(v.terms, parts[i].terms...), append(v.counts, parts[i].counts...)
	}
}

// index makes the terms to be found by their folds, under the numbers that they have now.
func (v *Vocabulary) index(renumber []int32) {
	for i := range v.byFold.slots {
		if s := &v.byFold.slots[i]; s.digest != 0 {
			s.value = renumber[s.value]
		}
	}
	for i, fold := range v.folds {
		if word, ok := strings.CutPrefix(fold, wordMark); ok {
			at, _ := v.byWord.at(digestOf(word).of)
			*at = int32(i)
		}
	}
}
