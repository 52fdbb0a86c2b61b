package vocab

import (
	"context"
	"math"
	"sync"

	"papergraph/ingest/extract"
)

// elsewhere is what the background knows of short forms, and which of it the corpus bears out.
type elsewhere struct {
	background background
	bags       *bags
	written    map[string]bool // long forms that the corpus writes out somewhere
	once       sync.Once
	rarities   []float64 // by word of the bags: its rarity in the background, found when first asked for
}

// lay lays out the words of a document but one, which weighs nothing, weighed by their rarity in the background, of
// length 1; none where there is no background.
func (e *elsewhere) lay(out []float64, doc int, without int32) {
	if e.background.given == nil {
		return
	}
	e.once.Do(e.findRarities)
	words, square := e.bags.of[doc], 0.0
	for i, w := range words {
		if w != without {
			out[w] = e.rarities[w] * e.bags.stress[e.bags.times[doc][i]]
			square += float64(out[w] * out[w])
		}
	}
	length := max(math.Sqrt(square), math.SmallestNonzeroFloat64)
	for _, w := range words {
		out[w] /= length
	}
}

func (e *elsewhere) findRarities() {
	e.rarities = make([]float64, len(e.bags.keys))
	for w, key := range e.bags.keys {
		e.rarities[w] = e.background.rarity(key)
	}
}

// learn notes which senses of short forms in the background the corpus writes out.
func (e *elsewhere) learn(ctx context.Context, found []extract.Found, r *reader, workers int) error {
	e.written = make(map[string]bool)
	if e.background.given == nil {
		return nil
	}
	longs := e.candidates(found, r.forms)
	begun := make([][]string, len(r.forms.all)) // by form: the senses that begin with it
	for n := range begun {
		begun[n] = longs[firstWord(r.fold(r.forms.all[n].key))]
	}
	met := make([][]string, chunksOf(len(found)))
	err := inChunks(ctx, workers, len(found), func(c, from, to int) {
		for doc := from; doc < to; doc++ {
			for k, n := range r.forms.of[doc] {
				for _, long := range begun[n] {
					if spells(r.forms.spellings, found[doc].Words[k:], long, r.fold) {
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

// candidates returns the senses in the background of all short forms that are used, by first word.
func (e *elsewhere) candidates(found []extract.Found, forms *forms) map[string][]string {
	longs, seen, shaped := make(map[string][]string), make(map[string]bool), make([]bool, len(forms.all))
	for i := range found {
		for k, n := range forms.of[i] {
			if shaped[n] || !found[i].Words[k].Shaped {
				continue
			}
			shaped[n] = true
			short := shortForm(forms.all[n].surface)
			if seen[short] {
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
func spells(known []*extract.Spelling, words []extract.Word, phrase string, fold func(string) string) bool {
	rest := phrase
	for k := range words {
		if k > 0 && words[k].Before != 0 {
			next, more := cutWords(rest, known[words[k].Before].Surface)
			if !more {
				return false
			}
			rest = next
		}
		key := fold(known[words[k].Form].Key)
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
