package vocab

import (
	"strings"

	"papergraph/ingest/extract"
)

// learn notes which senses of short forms in the background the corpus writes out.
func (s *senses) learn(fold func(string) string) {
	s.written = make(map[string]bool)
	if s.background.given == nil {
		return
	}
	longs := s.meanings()
	for i := range s.found {
		words := s.found[i].Words
		for k := range words {
			first, _, _ := strings.Cut(fold(words[k].Key), " ")
			for _, long := range longs[first] {
				if !s.written[long] && spells(words[k:], long, fold) {
					s.written[long] = true
				}
			}
		}
	}
}

// meanings returns the senses in the background of all short forms that are used, by first word.
func (s *senses) meanings() map[string][]string {
	longs, seen := make(map[string][]string), make(map[string]bool)
	for i := range s.found {
		for k := range s.found[i].Words {
			w := &s.found[i].Words[k]
			short := shortForm(w.Surface)
			if !w.Shaped || seen[short] {
				continue
			}
			seen[short] = true
			for _, sense := range s.background.senses(short) {
				first, _, _ := strings.Cut(sense.Long, " ")
				longs[first] = append(longs[first], sense.Long)
			}
		}
	}
	return longs
}

// spells reports whether a phrase, folded, stands at the head of the words.
func spells(words []extract.Word, phrase string, fold func(string) string) bool {
	rest := phrase + " "
	for k := range words {
		if k > 0 && words[k].Before != "" {
			next, ok := strings.CutPrefix(rest, words[k].Before+" ")
			if !ok {
				return false
			}
			rest = next
		}
		next, ok := strings.CutPrefix(rest, fold(words[k].Key)+" ")
		if !ok || next == "" {
			return ok
		}
		rest = next
	}
	return false
}
