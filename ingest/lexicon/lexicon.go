// Package lexicon is what a large corpus of machine-learning papers taught, as one compact table in the program: in how many
// documents a word, a phrase or a name stands and in how many it stands alone, by what its kind was told, what short forms
// stand for and in what company, and which compounds are written apart. Counts and terms, no text. Open reads a table and
// Write makes one from what vocab.Tally counted; neither knows the other's package. A table is read lazily: opening looks at
// a few hundred keys, a look-up unpacks the block that it needs and keeps it, about 40 kB of the 10 MB that all of them take.
package lexicon

import (
	"sync/atomic"

	"papergraph/ingest"
)

// Lexicon is an open table. It is safe for use by several goroutines at once.
type Lexicon struct {
	documents int
	terms     table
	shorts    table
	splits    table
	broken    atomic.Pointer[error]
}

// Documents returns the number of documents that were counted.
func (l *Lexicon) Documents() int { return l.documents }

// Size returns how many terms, short forms and compounds there are.
func (l *Lexicon) Size() (terms, shorts, splits int) {
	return l.terms.entries, l.shorts.entries, l.splits.entries
}

// Term returns what is counted of a word or phrase, folded, or of a name as it is written, and whether it is there; what
// stood in few documents is not. O(log n) time, and once a block the time to unpack it.
func (l *Lexicon) Term(key string) (ingest.TermCount, bool) {
	value, ok := l.find(&l.terms, key)
	if !ok {
		return ingest.TermCount{}, false
	}
	r := reader{rest: value}
	t := readTerm(key, &r)
	return t, l.check(r.err)
}

// Senses returns what a short form stands for, as written without plural ending, the commonest first; none where it is not
// there. Cost is that of Term.
func (l *Lexicon) Senses(short string) []ingest.Sense {
	value, ok := l.find(&l.shorts, short)
	if !ok {
		return nil
	}
	r := reader{rest: value}
	senses := readSenses(&r)
	if !l.check(r.err) {
		return nil
	}
	return senses
}

// Split returns how a compound written in one is written apart, both folded, and whether it is. Cost is that of Term.
func (l *Lexicon) Split(joined string) (ingest.Split, bool) {
	value, ok := l.find(&l.splits, joined)
	if !ok {
		return ingest.Split{}, false
	}
	r := reader{rest: value}
	s := ingest.Split{Joined: joined, Apart: r.text(), Documents: r.number()}
	return s, l.check(r.err)
}

// Err returns what is wrong with a block that a look-up came upon, or nil. A look-up in a damaged block finds nothing; Open
// refuses files that were damaged after they were written, so that only a file made to deceive has such blocks.
func (l *Lexicon) Err() error {
	if err := l.broken.Load(); err != nil {
		return *err
	}
	return nil
}

func (l *Lexicon) find(t *table, key string) ([]byte, bool) {
	value, ok, err := t.find(key)
	return value, l.check(err) && ok
}

func (l *Lexicon) check(err error) bool {
	if err == nil {
		return true
	}
	first := err
	l.broken.CompareAndSwap(nil, &first)
	return false
}
