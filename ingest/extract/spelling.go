package extract

import (
	"strings"

	"papergraph/ingest/text"
)

// Spelling is a word as it is written, and what is known of it wherever it stands, so that each is looked into once: most words of a
// text are among a few thousand. It never changes.
type Spelling struct {
	writing writing // what a look-up compares, and what most passes read, fill the first 64 bytes
	word    Word    // as it is read, but for its place
	class   Class   // of Lower
	upper   bool    // begins with a capital
	capital bool    // has no small letter
	shaped  bool    // has the shape of a name
	named   bool    // is written as a name even at the head of a sentence
	opens   bool    // may lead to what a document brings
	calls   bool    // a word of calling: a name may follow
	running bool    // may be a verb in -ing
	praises bool    // before only praises or compares what follows
	verb    verb    // the verb's form that the word is, if any
	noun    side    // what it is to the words beside it where it is part of a phrase
	parts   side    // the same where it is none
	behind  side    // the same to the word before it, as a word read by itself

	Surface string
	Key     string    // Fold of the surface
	Lower   string    // the surface in small letters
	form    *Spelling // of the word without what a dash or an apostrophe ties to it
	small   *Spelling // of that in small letters
	number  int32

	pieces   []part // of Lower, each a part of a long form
	heads    heads  // of the pieces
	initials bool   // may be a short form that words define
	letters  uint8  // so many of these, or more than a short form has
	told     bool   // says that what follows is another name
	filler   bool   // may stand beside such a word
	stands   bool   // with the next word says that a short form stands for what follows
	between  bool   // may stand between a short form and such a word
}

// newSpelling looks into a spelling, and into those that it is made of.
func newSpelling(k *Spellings, written string, as writing, m manner) *Spelling {
	f := &Spelling{writing: as, Surface: written, Key: Fold(written), Lower: strings.ToLower(written)}
	f.class = ClassOf(f.Lower)
	f.opens, f.calls = opens(f.Lower), calling[f.Lower]
	f.told, f.filler = sayingWord(f.Lower)
	f.stands, f.between = isStanding(f.Lower), isBetween(f.Lower)
	f.pieces = cutParts(f.Lower)
	f.heads = headsOf(f.pieces)
	if m == sign {
		return f
	}
	if f.initials = hasCapitals(written); f.initials {
		f.letters = uint8(countLetters(written))
	}
	loud := m == loud
	f.upper, f.capital, f.shaped = startsUpper(written), isLoud(written), isShaped(written, !loud)
	f.named = f.shaped && !isDebris(written) && cutAffix(written, loud) == written
	f.read(k, loud)
	f.verb, f.praises = verbs()[f.before()], isPraise(f.before())
	f.noun, f.parts, f.behind = nounSide(f.before()), partingSide(f), behindSide(f)
	return f
}

// enter gives a spelling its number.
func (f *Spelling) enter(n int32) {
	f.number = n
	if f.form != nil {
		f.word.Form = f.form.number
	}
}

// before returns the word in small letters, as what stands before another.
func (f *Spelling) before() string { return f.small.Surface }

// longestWord is how many bytes a word may have: what is longer is debris, and is no name whatever it holds.
const longestWord = 100

// read reads a word. Of a compound with an affix only what stands before the affix counts.
func (f *Spelling) read(k *Spellings, loud bool) {
	f.form = f
	if surface := cutAffix(cutPossessive(f.Surface), loud); surface != f.Surface || loud {
		f.form = k.of(surface, quiet)
	}
	f.small = f.form
	if f.form.Lower != f.form.Surface {
		f.small = k.of(f.form.Lower, quiet)
	}
	surface, low, class, w := f.form.Surface, f.form.Lower, f.form.class, &f.word
	w.Capital = startsUpper(surface)
	f.running = len(surface) > len("-string") && strings.HasSuffix(surface, "ing")
	w.Shaped = isShaped(surface, !loud) && (class < Stop || isNameInSpite(surface, low)) && !isDebris(surface)
	if !w.Shaped {
		w.Class = class
	}
	if f.form.Key == "" || !w.Shaped && len(low) < 2 || len(surface) > longestWord || text.IsParticle(surface) {
		w.Class = Function
	}
}
