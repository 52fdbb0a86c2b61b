package vocab

import (
	"context"
	"strings"

	"papergraph/ingest/extract"
)

// form is a word as it is written, and what is known of it wherever it stands.
type form struct {
	number  int32
	surface string
	key     string // Fold of the surface
	keyed   int32  // number of the key
	several bool   // the key has more than one word
	letters digest // of the key, by its bytes
	small   bool   // written in small letters
	short   string // without plural ending

	plain            reading // the key, or what it is apart
	asName           reading // where it has the shape of a name
	names            bool    // can stand for a thing by itself, unless it has the shape of a name
	whole, wholeName int32   // the plain words that both are

	verbal  bool // says what is done, at the head of a phrase
	counted bool // says of how many parts something is
	tail    bool // adds nothing at the end of a phrase
	parts   []part
	ends    []end // of a compound whose parts blanks part: its words; then there are no parts
}

// end is a word of a compound, and the byte at which it begins.
type end struct {
	form *form
	from int32
}

// part is a piece of a form between dashes, as a plain word.
type part struct {
	from, to int32 // bytes of the surface
	fold     string
	word     int32 // its number among the plain words
}

// forms are the words of a corpus as they are written, numbered in the order in which they are met.
type forms struct {
	all  []form
	of   [][]int32 // by document: the forms of its words
	keys int       // so many keys are numbered

	spellings []*extract.Spelling // by the numbers that words have for them
}

// newForms numbers the forms of all words in the order in which they are met. All that was found was so by readers that share their
// spellings. O(words) time.
func newForms(found []extract.Found) *forms {
	f := &forms{of: make([][]int32, len(found))}
	if len(found) == 0 {
		return f
	}
	spellings := found[0].Spellings.All()
	number := make([]int32, len(spellings)) // by spelling: its form, plus one
	var met []*extract.Spelling
	for doc := range found {
		words := found[doc].Words
		of := make([]int32, len(words))
		for i := range words {
			n := &number[words[i].Form]
			if *n == 0 {
				met = append(met, spellings[words[i].Form])
				*n = int32(len(met))
			}
			of[i] = *n - 1
		}
		f.of[doc] = of
	}
	f.all = make([]form, len(met))
	for n, k := range met {
		f.all[n] = form{
			number: int32(n), surface: k.Surface, key: k.Key, letters: lettersOf(k.Key), several: strings.Contains(k.Key, " "),
			small: k.Surface == k.Lower, short: shortForm(k.Surface),
		}
	}
	f.numberKeys()
	f.spellings = spellings
	return f
}

// numberKeys numbers the keys of forms in the order in which they are met.
func (f *forms) numberKeys() {
	number := make(map[string]int32, len(f.all))
	for i := range f.all {
		n, ok := number[f.all[i].key]
		if !ok {
			n = int32(len(number))
			number[f.all[i].key] = n
		}
		f.all[i].keyed = n
	}
	f.keys = len(number)
}

// read fills in how a corpus reads the forms.
func (f *forms) read(ctx context.Context, r *reader, workers int) error {
	return inChunks(ctx, workers, len(f.all), func(_, from, to int) {
		for i := from; i < to; i++ {
			f.all[i].read(r)
		}
	})
}

func (f *form) read(r *reader) {
	unit, name := r.fold(f.key), r.name(f.surface)
	f.plain, f.asName = *newReading(f, unit), *newReading(f, name)
	f.plain.settled, f.asName.settled = true, true
	f.names, f.tail = canName(f.surface, unit), tails[unit]
	_, head := extract.HeadOf(unit)
	f.counted = isCounted(f.surface)
	f.verbal = !head && len(unit) > 5 && strings.HasSuffix(unit, "ing")
	f.parts = partsOf(f.surface, r.wishes)
}

// settle fills in what census and background say of the forms as words by themselves. The background is asked about each key once.
func (f *forms) settle(ctx context.Context, c *census, b background, workers int) error {
	first := make([]int32, f.keys) // by key: a form, plus one
	for i := range f.all {
		if of := &first[f.all[i].keyed]; *of == 0 {
			*of = int32(i) + 1
		}
	}
	if err := inChunks(ctx, workers, len(first), func(_, from, to int) {
		for _, i := range first[from:to] {
			if r := &f.all[i-1].plain; len(r.key) > 2 {
				r.mayBeAlone, r.mayBeNoun = b.mayStandAlone(r.key), b.mayBeNoun(r.key)
			}
		}
	}); err != nil {
		return err
	}
	return inChunks(ctx, workers, len(f.all), func(_, from, to int) {
		for i := from; i < to; i++ {
			own, alike := &f.all[i], &f.all[first[f.all[i].keyed]-1]
			own.plain.settle(c)
			own.asName.settle(c)
			if own != alike {
				own.plain.mayBeAlone, own.plain.mayBeNoun = alike.plain.mayBeAlone, alike.plain.mayBeNoun
			}
		}
	})
}

// partsOf returns the plain words between the dashes of a surface, or what the reader wants in their place.
func partsOf(surface string, w *wishes) []part {
	parts := make([]part, 0, 1)
	at := 0
	for p := range strings.FieldsFuncSeq(surface, isDash) {
		from := at + strings.Index(surface[at:], p)
		at = from + len(p)
		if fold := w.of(extract.Fold(p)); len(fold) > 1 && !strings.Contains(fold, " ") {
			parts = append(parts, part{from: int32(from), to: int32(at), fold: fold})
		}
	}
	return parts
}

func isDash(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '\u2013', '_':
		return true
	}
	return false
}
