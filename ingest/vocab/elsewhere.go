package vocab

import (
	"context"
	"math"
	"slices"
	"strings"
	"sync"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// elsewhere says what short forms stand for that the corpus does not define: the sense of the background whose company is
// nearest to the words of the document.
type elsewhere struct {
	background background
	bags       *bags
	written    map[string]bool // long forms that the corpus writes out somewhere
	once       sync.Once
	rarities   []float64 // by word of the bags: its rarity in the background, found when first asked for
}

const (
	// nearLeast is how near the company must be. Of 339 texts with a short form whose sense the background mostly does not
	// have, 49 get one, 46 of them the right one; at 0.02, 71 and 58.
	nearLeast = 0.05
	// longWeight is what a word of the long form adds, besides the company.
	longWeight = 0.3
	// writtenWeight is what it adds that the corpus writes a long form out, if nothing else is meant by the short one; then
	// it is enough by itself where writtenLeast documents define it so.
	writtenWeight = 0.06
	writtenLeast  = 10
	// anyway keeps the commonest sense ahead where no company tells.
	anyway = 0.02
)

// of returns the long form, or "" where no sense is near enough.
func (e *elsewhere) of(doc int, short string) string {
	senses := e.background.senses(short)
	if len(senses) == 0 {
		return ""
	}
	all := 0
	for i := range senses {
		all += senses[i].Documents
	}
	words := e.weights(doc, extract.Fold(short))
	best, top, nearest := "", 0.0, 0.0
	for i := range senses {
		s := &senses[i]
		x := e.near(words, s) + e.wrote(s, all)
		if rank := (x + anyway) * math.Cbrt(float64(s.Documents)); rank > top {
			best, top, nearest = s.Long, rank, x
		}
	}
	if nearest < nearLeast {
		return ""
	}
	return best
}

// near returns the cosine of a document's words and a sense's company, and what the words of the long form add.
func (e *elsewhere) near(words weighed, s *ingest.Sense) float64 {
	sum := 0.0
	for _, c := range s.Company {
		sum += float64(words.of(e.bags.find(c.Word)) * c.Weight)
	}
	for w := range strings.FieldsSeq(s.Long) {
		sum += float64(longWeight * words.of(e.bags.find(w)))
	}
	return sum
}

// wrote returns what it adds that the corpus writes out a sense, of which so many documents define any.
func (e *elsewhere) wrote(s *ingest.Sense, all int) float64 {
	if s.Documents < writtenLeast || !e.written[s.Long] {
		return 0
	}
	return writtenWeight * float64(s.Documents) / float64(all)
}

// weighed is the words of a document with weights.
type weighed struct {
	words   []int32 // ascending
	weights []float64
}

func (w *weighed) of(word int32) float64 {
	if i, ok := slices.BinarySearch(w.words, word); ok {
		return w.weights[i]
	}
	return 0
}

// weights returns the words of a document but one, which weighs nothing, weighed by their rarity in the background, of length 1.
func (e *elsewhere) weights(doc int, without string) weighed {
	e.once.Do(e.findRarities)
	words, left := e.bags.of[doc], e.bags.find(without)
	weights, square := make([]float64, len(words)), 0.0
	for i, w := range words {
		if w != left {
			weights[i] = e.rarities[w]
			square += float64(weights[i] * weights[i])
		}
	}
	for i := range weights {
		weights[i] /= max(math.Sqrt(square), math.SmallestNonzeroFloat64)
	}
	return weighed{words, weights}
}

func (e *elsewhere) findRarities() {
	e.rarities = make([]float64, len(e.bags.keys))
	for w, key := range e.bags.keys {
		e.rarities[w] = e.background.rarity(key)
	}
}

// learn notes which senses of undefined short forms the corpus writes out.
func (e *elsewhere) learn(ctx context.Context, found []extract.Found, r *reader, workers int) error {
	e.written = make(map[string]bool)
	if e.background.given == nil {
		return nil
	}
	longs := e.candidates(found, r.forms, r.senses.defining)
	begun := make([][]string, len(r.forms.all)) // by form: the senses that begin with it
	for n := range begun {
		begun[n] = longs[firstWord(r.fold(r.forms.all[n].key))]
	}
	met := make([][]string, chunksOf(len(found)))
	err := inChunks(ctx, workers, len(found), func(c, from, to int) {
		for doc := from; doc < to; doc++ {
			for k, n := range r.forms.of[doc] {
				for _, long := range begun[n] {
					if spells(found[doc].Words[k:], long, r.fold) {
						met[c] = append(met[c], long)
					}
				}
			}
		}
	})
	for _, longs := range met {
		for _, long := range longs {
			e.written[long] = true
		}
	}
	return err
}

// candidates returns the senses of all short forms that are used and not defined, by first word.
func (e *elsewhere) candidates(found []extract.Found, forms *forms, defined map[string][]definer) map[string][]string {
	longs, seen, shaped := make(map[string][]string), make(map[string]bool), make([]bool, len(forms.all))
	for i := range found {
		for k, n := range forms.of[i] {
			if shaped[n] || !found[i].Words[k].Shaped {
				continue
			}
			shaped[n] = true
			short := shortForm(forms.all[n].surface)
			if seen[short] || len(defined[short]) > 0 {
				continue
			}
			seen[short] = true
			for _, s := range e.background.senses(short) {
				longs[firstWord(s.Long)] = append(longs[firstWord(s.Long)], s.Long)
			}
		}
	}
	return longs
}

// spells reports whether a phrase, folded, stands at the head of the words.
func spells(words []extract.Word, phrase string, fold func(string) string) bool {
	rest := phrase
	for k := range words {
		if k > 0 && words[k].Before != "" {
			next, more := cutWords(rest, words[k].Before)
			if !more {
				return false
			}
			rest = next
		}
		key := fold(words[k].Key)
		if rest == key {
			return true
		}
		next, more := cutWords(rest, key)
		if !more {
			return false
		}
		rest = next
	}
	return false
}

// cutWords returns what of a phrase follows the words that it begins with, and whether it begins with them and goes on.
func cutWords(phrase, words string) (string, bool) {
	if len(phrase) <= len(words) || phrase[len(words)] != ' ' || phrase[:len(words)] != words {
		return "", false
	}
	return phrase[len(words)+1:], true
}
