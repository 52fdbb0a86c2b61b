package extract

import (
	"strings"

	"papergraph/ingest/text"
)

// spelling is what is known of a spelling wherever it stands, so that each is looked into once: most words of a text are among
// a few thousand.
type spelling struct {
	low     string // in lower case
	class   Class  // of low
	upper   bool   // begins with a capital
	shaped  bool   // has the shape of a name
	named   bool   // is written as a name even at the head of a sentence
	opens   bool   // may lead to what a document brings
	calls   bool   // a word of calling: a name may follow
	word    Word   // as it is read, but for its place
	before  string // of the word, in lower case
	praises bool   // before only praises or compares what follows
	verb    verb   // the verb's form that the word is, if any
	noun    side   // what it is to the words beside it where it is part of a phrase
	parts   side   // the same where it is none
	behind  side   // the same to the word before it, as a word read by itself
}

// spellings are those met so far. In a text that is written in capitals these make no name, so that it has spellings of its own.
type spellings struct{ quiet, loud map[string]*spelling }

func newSpellings() spellings {
	return spellings{make(map[string]*spelling), make(map[string]*spelling)}
}

// all appends the spellings of the tokens of a sheet to dst.
func (k *spellings) all(dst []*spelling, s *sheet) []*spelling {
	known := k.quiet
	if s.loud {
		known = k.loud
	}
	for _, t := range s.tokens {
		at, ok := known[s.text(t)]
		if !ok {
			written := strings.Clone(s.text(t))
			at = newSpelling(written, t.Class == text.Word, s.loud)
			known[written] = at
		}
		dst = append(dst, at)
	}
	return dst
}

func newSpelling(written string, isWord, loud bool) *spelling {
	f := &spelling{low: strings.ToLower(written)}
	f.class = ClassOf(f.low)
	f.opens, f.calls = opens(f.low), calling[f.low]
	if !isWord {
		return f
	}
	f.upper, f.shaped = startsUpper(written), isShaped(written, !loud)
	f.named = f.shaped && !isDebris(written) && cutAffix(written, loud) == written
	f.read(written, loud)
	f.verb, f.praises = verbs()[f.before], isPraise(f.before)
	f.noun, f.parts, f.behind = nounSide(f.before), partingSide(f), behindSide(f)
	return f
}

// longestWord is how many bytes a word may have: what is longer is debris, and is no name whatever it holds.
const longestWord = 100

// read reads a word. Of a compound with an affix only what stands before the affix counts.
func (f *spelling) read(written string, loud bool) {
	surface := cutAffix(cutPossessive(written), loud)
	low, class := f.low, f.class
	if len(surface) < len(written) {
		low = strings.ToLower(surface)
		class = ClassOf(low)
	}
	f.before = low
	f.word = Word{Surface: surface, Key: Fold(surface), Capital: startsUpper(surface)}
	f.word.Shaped = isShaped(surface, !loud) && (class < Stop || isNameInSpite(surface, low)) && !isDebris(surface)
	if !f.word.Shaped {
		f.word.Class = class
	}
	if f.word.Key == "" || !f.word.Shaped && len(low) < 2 || len(surface) > longestWord || text.IsParticle(surface) {
		f.word.Class = Function
	}
}
