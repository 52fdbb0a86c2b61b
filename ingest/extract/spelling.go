package extract

import (
	"strings"

	"papergraph/ingest/text"
)

// Spelling is a word as it is written, and what is known of it wherever it stands, so that each is looked into once: most words of a
// text are among a few thousand. It never changes.
type Spelling struct {
	// What passes over all words read stands in the first 64 bytes, one line of the cache.
	writing  writing   // what a look-up compares
	form     *Spelling // of the word without what a dash or an apostrophe ties to it
	as       reading   // how the form is read
	number   int32
	cues     cue   // of Lower
	class    Class // of Lower
	upper    bool  // begins with a capital
	capital  bool  // has no small letter
	shaped   bool  // has the shape of a name
	named    bool  // is written as a name even at the head of a sentence
	running  bool  // may be a verb in -ing
	initials bool  // may be a short form that words define
	letters  uint8 // so many of these
	verb     verb  // the verb's form that the word is, if any
	noun     side  // what it is to the words beside it where it is part of a phrase
	parts    side  // the same where it is none
	behind   side  // the same to the word before it, as a word read by itself
	whole    bool  // Lower is the only part that it has
	minor    bool  // as such a part it is a function word
	digits   bool  // and has digits only

	Surface string
	Key     string  // Fold of the surface
	Lower   string  // the surface in small letters
	several *[]part // the parts of Lower, unless whole
	heads   heads   // of these
}

// reading is how a word is read but for its place.
type reading struct {
	form    int32 // the number of the form
	length  int32 // of the form, in bytes
	class   Class
	shaped  bool // has the shape of a name
	capital bool // begins with a capital
}

// newSpelling looks into a spelling, and into those that it is made of.
func newSpelling(k *Spellings, written string, as writing, m manner) *Spelling {
	f := &Spelling{writing: as, Surface: written}
	small := isSmall(written)
	if small {
		f.Lower, f.Key = written, foldPart(written)
	} else {
		f.Lower, f.Key = strings.ToLower(written), Fold(written)
	}
	e := entries()[f.Lower]
	f.class = e.classOf(f.Lower)
	f.cues = cuesOf(f.Lower, f.class, &e)
	f.cut()
	if m == sign {
		return f
	}
	f.form = f
	if !small {
		f.look(k, m == loud)
	}
	f.read(m == loud)
	if f.form != f {
		e = entries()[f.form.Lower]
	}
	f.verb = e.verb
	f.noun, f.parts, f.behind = nounSide(f.form), f.partingSide(e.side), f.behindSide(e.side)
	return f
}

// look looks at what is not in small letters. Of a compound with an affix only what stands before the affix counts.
func (f *Spelling) look(k *Spellings, loud bool) {
	f.upper, f.capital, f.shaped = startsUpper(f.Surface), isLoud(f.Surface), isShaped(f.Surface, !loud)
	if f.initials = hasCapitals(f.Surface); f.initials {
		f.letters = uint8(countLetters(f.Surface))
	}
	f.named = f.shaped && !isDebris(f.Surface) && cutAffix(f.Surface, loud) == f.Surface
	if surface := cutAffix(cutPossessive(f.Surface), loud); surface != f.Surface || loud {
		f.form = k.of(surface, quiet)
	}
}

// isSmall reports whether a word is of small letters from a to z only.
func isSmall(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// enter gives a spelling its number.
func (f *Spelling) enter(n int32) {
	f.number = n
	if f.form != nil {
		f.as.form = f.form.number
	}
}

// longestWord is how many bytes a word may have: what is longer is debris, and is no name whatever it holds.
const longestWord = 100

// read fills in how a word is read.
func (f *Spelling) read(loud bool) {
	surface, low, class, as := f.form.Surface, f.form.Lower, f.form.class, &f.as
	as.length, as.capital = int32(len(surface)), startsUpper(surface)
	f.running = len(surface) > len("-string") && strings.HasSuffix(surface, "ing")
	as.shaped = (f.form == f && f.shaped || f.form != f && isShaped(surface, !loud)) && (class < Stop || isNameInSpite(surface, low)) && !isDebris(surface)
	if !as.shaped {
		as.class = class
	}
	if f.form.Key == "" || !as.shaped && len(low) < 2 || len(surface) > longestWord || text.IsParticle(surface) {
		as.class = Function
	}
}
