package vocab

import (
	"strings"

	"papergraph/ingest"
)

// wordMark leads the folds of plain words, so that a word and a concept of one spelling stay apart.
const wordMark = "\x01"

// words are the plain words of a corpus, compounds and long forms of several among them, numbered before documents are read for
// terms.
type words struct {
	number map[string]int32
	folds  []string
}

// of returns the number of a plain word, a new one where it has none.
func (w *words) of(fold string) int32 {
	n, ok := w.number[fold]
	if !ok {
		n = int32(len(w.folds))
		w.number[fold] = n
		w.folds = append(w.folds, fold)
	}
	return n
}

// What stands for a unit that is no plain word as a whole: it has one word, or the reader wants it to be no term.
const (
	single = -1
	muted  = -2
)

// whole returns the number of the plain word that a key of several words is.
func (w *words) whole(key string) int32 {
	switch {
	case key == "":
		return muted
	case !strings.Contains(key, " "):
		return single
	}
	return w.of(key)
}

// numberWords numbers the plain words that forms and long forms are made of, in the order in which they are met.
func (b *builder) numberWords(parts []noted) {
	b.words.number = make(map[string]int32, len(b.reader.forms.all))
	for i := range b.reader.forms.all {
		f := &b.reader.forms.all[i]
		for k := range f.parts {
			f.parts[k].word = b.words.of(f.parts[k].fold)
		}
		f.whole, f.wholeName = b.words.whole(b.wishes.of(f.plain.key)), b.words.whole(b.wishes.of(f.asName.key))
	}
	for c := range parts {
		for _, key := range parts[c].long {
			b.words.whole(b.wishes.of(key))
		}
	}
	b.facts = make([]facts, len(b.words.folds))
	for n, fold := range b.words.folds {
		b.facts[n] = facts{fold: wordMark + fold, word: true}
	}
}

// whole returns the plain word that a unit is as a whole.
func (g *gatherer) whole(u *unit) int32 {
	switch {
	case u.short || u.tied:
		return g.known(g.wishes.of(u.key))
	case u.shaped:
		return u.form.wholeName
	}
	return u.form.whole
}

// known does what whole does for keys that are numbered already, so that several gatherers may ask at once.
func (g *gatherer) known(key string) int32 {
	if n, ok := g.builder.words.number[key]; ok && strings.Contains(key, " ") {
		return n
	}
	if key == "" {
		return muted
	}
	return single
}

// wordCount counts plain words in a chunk of documents.
type wordCount struct {
	documents, last []int32 // by word: in how many, and the last of them, plus one
	times           []int32 // by form: how often its parts are met
	wholes          []spelledWord
}

type spelledWord struct {
	word    int32
	surface string
}

func newWordCount(b *builder) wordCount {
	n := len(b.words.folds)
	return wordCount{documents: make([]int32, n), last: make([]int32, n), times: make([]int32, len(b.reader.forms.all))}
}

// addWord notes a mention of a plain word.
func (g *gatherer) addWord(doc int, n int32, span ingest.Span) {
	if g.last[n] != int32(doc)+1 {
		g.last[n] = int32(doc) + 1
		g.documents[n]++
	}
	g.mentions = append(g.mentions, Mention{n, span})
}

// joinWords adds what a chunk counted to the words of all; times is by form.
func (b *builder) joinWords(w *wordCount, times []int) {
	for n, documents := range w.documents {
		b.facts[n].documents += int(documents)
	}
	for n, t := range w.times {
		times[n] += int(t)
	}
	for _, whole := range w.wholes {
		b.facts[whole.word].surfaces.add(whole.surface, 1)
	}
}

// spellWords notes how the parts of forms are written, which are met so many times. Words of one document are left out, as
// they are no terms.
func (b *builder) spellWords(times []int) {
	for n := range times {
		f := &b.reader.forms.all[n]
		for _, p := range f.parts {
			if times[n] > 0 && b.facts[p.word].documents > 1 {
				b.facts[p.word].surfaces.add(f.surface[p.from:p.to], times[n])
			}
		}
	}
}
