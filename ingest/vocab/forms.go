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
}

// newForms numbers the forms of all words. Each chunk of documents has numbers of its own first; they are joined in the order
// of chunks. O(words) time.
func newForms(ctx context.Context, found []extract.Found, workers int) (*forms, error) {
	f := &forms{of: make([][]int32, len(found))}
	met := make([][]*extract.Word, chunksOf(len(found)))
	if err := inChunks(ctx, workers, len(found), func(c, from, to int) { met[c] = f.meet(found, from, to) }); err != nil {
		return nil, err
	}
	renumber := f.join(met)
	f.numberKeys()
	return f, inChunks(ctx, workers, len(found), func(c, from, to int) {
		for _, of := range f.of[from:to] {
			for i := range of {
				of[i] = renumber[c][of[i]]
			}
		}
	})
}

// meet numbers the forms of some documents and returns a word of each.
func (f *forms) meet(found []extract.Found, from, to int) []*extract.Word {
	var met []*extract.Word
	number := make(map[string]int32, 16*chunkSize)
	for doc := from; doc < to; doc++ {
		words := found[doc].Words
		f.of[doc] = make([]int32, len(words))
		for i := range words {
			n, ok := number[words[i].Surface]
			if !ok {
				n = int32(len(met))
				number[words[i].Surface] = n
				met = append(met, &words[i])
			}
			f.of[doc][i] = n
		}
	}
	return met
}

// join makes one list of the forms of all chunks, and returns by chunk the way from its numbers.
func (f *forms) join(met [][]*extract.Word) [][]int32 {
	number := make(map[string]int32)
	renumber := make([][]int32, len(met))
	var words []*extract.Word
	for c := range met {
		renumber[c] = make([]int32, len(met[c]))
		for i, w := range met[c] {
			n, ok := number[w.Surface]
			if !ok {
				n = int32(len(words))
				number[w.Surface] = n
				words = append(words, w)
			}
			renumber[c][i] = n
		}
	}
	f.all = make([]form, len(words))
	for n, w := range words {
		f.all[n] = form{
			number: int32(n), surface: w.Surface, key: w.Key, letters: lettersOf(w.Key), several: strings.Contains(w.Key, " "),
			small: w.Surface == strings.ToLower(w.Surface),
		}
	}
	return renumber
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
	f.plain = reading{form: f, key: unit, digest: digestOf(unit), settled: true}
	f.asName = reading{form: f, key: name, digest: digestOf(name), settled: true}
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
