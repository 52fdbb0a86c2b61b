// Package vocab numbers what a corpus mentions: it folds the spellings of one concept into one key, decides which phrases
// are terms, ties them into a hierarchy, and holds the document × term matrix.
package vocab

import "papergraph/ingest"

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
	Score     float64 // how telling it is in this corpus: its idf, lowered for generic terms
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
}

// Concept is a term of one document as readers are shown it.
type Concept struct {
	Term     int32
	Score    float64
	Why      string
	Mentions []Mention
}

// Vocabulary is the numbered terms of a corpus and where they stand. Immutable once built.
type Vocabulary struct {
	Terms []Term // ascending by Key

	starts        []int32   // rows: document d has entries starts[d] to starts[d+1]-1
	terms         []int32   // ascending inside a row
	counts        []float32 // mentions, those in the title counted more
	mentions      [][]Mention
	abbreviations [][]Abbreviation
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

// Find returns the number of the term with the key, and whether there is one. O(log n) time.
func (v *Vocabulary) Find(key string) (int32, bool) { panic("skeleton") }

// Concepts returns the terms of a document that readers are shown, all but plain words, best first.
func (v *Vocabulary) Concepts(doc int) []Concept { panic("skeleton") }
