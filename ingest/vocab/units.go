package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// unit is a word of a document as the corpus reads it: joined forms split, abbreviations replaced by what they stand for.
type unit struct {
	ingest.Span
	key     string // folded; more than one word where the surface was a compound or an abbreviation
	surface string
	class   extract.Class
	shaped  bool
	capital bool   // begins with a capital where prose would not
	joined  bool   // nothing but a blank stands between it and the unit before
	short   bool   // an abbreviation whose long form is the key
	before  string // the function word before it
	led     string // what leads the list of names in which it stands
	tied    bool   // a compound whose parts blanks part: chain of thought
	fixed   bool   // a tail that belongs to what stands before it: of Gaussian process, process
}

// reader turns what was found into units.
type reader struct {
	joined map[string]string // "finetuning" to "fine tuning"
	cased  map[string]bool   // folds of names that are words as well: POINTS, RoBoT
	ties   ties
	same   aliases // spellings of long forms, and what stands for them
	senses *senses
}

// units returns the units of a document in the order of the text.
func (r *reader) units(doc int, f *extract.Found) []unit {
	us := make([]unit, len(f.Words))
	for i := range f.Words {
		w := &f.Words[i]
		us[i] = r.unit(w)
		if !w.Shaped {
			continue
		}
		us[i].key = r.name(w.Surface)
		if long, ok := r.senses.of(doc, shortForm(w.Surface)); ok {
			us[i].key, us[i].short, us[i].class = long, true, extract.Plain
		}
	}
	return r.ties.tie(us)
}

// unit returns the unit of a word, an abbreviation as it stands.
func (r *reader) unit(w *extract.Word) unit {
	return unit{Span: w.Span, key: r.fold(w.Key), surface: w.Surface, class: w.Class, shaped: w.Shaped, capital: w.Capital, joined: w.Joined, before: w.Before, led: w.Led}
}

// fold splits joined forms that the corpus also writes apart.
func (r *reader) fold(key string) string {
	if split, ok := r.joined[key]; ok {
		return split
	}
	return key
}

// phrase returns the key of a phrase given as text.
func (r *reader) phrase(s string) string {
	words := strings.Fields(extract.Fold(s))
	for i, w := range words {
		words[i] = r.fold(w)
	}
	return r.same.of(strings.Join(words, " "))
}

// name returns the key of a name: its fold, or the name as it stands where the fold is a word of its own.
func (r *reader) name(s string) string {
	fold := r.phrase(s)
	if r.cased[fold] && s != strings.ToLower(s) {
		return shortForm(s)
	}
	return fold
}

// casedNames returns the folds that are written both as names and, in more documents or in two others, in small letters.
func casedNames(found []extract.Found) map[string]bool {
	type mark struct {
		key    string
		shaped bool
	}
	documents := make(map[mark]int)
	for i := range found {
		seen := make(map[mark]bool)
		for _, w := range found[i].Words {
			m := mark{w.Key, w.Shaped}
			if !seen[m] && (w.Shaped || w.Surface == strings.ToLower(w.Surface)) {
				seen[m] = true
				documents[m]++
			}
		}
	}
	cased := make(map[string]bool)
	for m, n := range documents {
		if m.shaped {
			small := documents[mark{m.key, false}]
			cased[m.key] = small >= 2 || small > n
		}
	}
	return cased
}

// linking are function words that hold a name together.
var linking = map[string]bool{"of": true, "from": true, "in": true, "for": true, "over": true, "with": true, "to": true, "and": true, "by": true, "on": true, "as": true, "a": true, "the": true}

// linked reports whether only a linking word stands between the unit before and u.
func (u *unit) linked(before *unit) bool {
	return linking[u.before] && u.Field == before.Field && int(u.Start-before.End) == len(u.before)+2
}

// shortForm returns an abbreviation without its plural ending.
func shortForm(s string) string {
	if n := len(s); n > 2 && s[n-1] == 's' && (s[n-2] >= 'A' && s[n-2] <= 'Z' || s[n-2] >= '0' && s[n-2] <= '9') {
		return s[:n-1]
	}
	return s
}
