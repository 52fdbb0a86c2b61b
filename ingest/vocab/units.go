package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// unit is a word of a document as the corpus reads it: joined forms split, abbreviations replaced by what they stand for.
type unit struct {
	ingest.Span
	class   extract.Class
	used    uint8 // in a phrase that is put to use, 1, or proposed, 2
	shaped  bool
	capital bool              // begins with a capital where prose would not
	joined  bool              // nothing but a blank stands between it and the unit before
	linked  bool              // only a linking word stands between it and the unit before
	short   bool              // an abbreviation whose long form is the key
	tied    bool              // a compound whose parts blanks part: chain of thought
	fixed   bool              // a tail that belongs to what stands before it: of Gaussian process, process
	on      bool              // of a name: "on" leads the list of names in which it stands
	ahead   *extract.Spelling // the word before it where that parts phrases, or the empty one
	*reading
}

// reading is what a word is read as.
type reading struct {
	form   *form
	key    string // folded; more than one word where the surface was a compound or an abbreviation
	digest digest // of the key

	serves     bool  // a noun behind a phrase that says that it is put to use
	settled    bool  // one of a form, of which what follows is known once the census is taken
	named      bool  // a cue names it
	stopped    bool  // a name begins with its first word that holds a word that parts phrases
	mayBeAlone bool  // by the background
	mayBeNoun  bool  // the same
	alone      int32 // in how many documents it stands by itself
}

// surface returns the word as it is written.
func (u *unit) surface() string { return u.form.surface }

// before returns the function word before it.
func (u *unit) before() string { return u.ahead.Surface }

func newReading(f *form, key string) *reading {
	return &reading{form: f, key: key, digest: digestOf(key), serves: usedNouns[key]}
}

// settle fills in what the census says.
func (r *reading) settle(c *census) {
	r.alone, r.named = c.aloneIn(r.digest.of), c.isNamed(r.digest.of)
	r.stopped = c.stopped[firstWord(r.key)]
}

// reader turns what was found into units.
type reader struct {
	forms  *forms
	joined map[string]string // "finetuning" to "fine tuning"
	cased  map[string]bool   // folds of names that are words as well: POINTS, RoBoT
	ties   ties
	same   aliases         // spellings of long forms, and what stands for them
	proper map[string]bool // folds of words that are written with a capital only: Hyena
	senses *senses
	wishes *wishes
}

// units returns the units of a document in the order of the text.
func (r *reader) units(doc int, f *extract.Found) []unit {
	us := make([]unit, len(f.Words))
	for i := range f.Words {
		w := &f.Words[i]
		u := &us[i]
		r.unit(u, w, &r.forms.all[r.forms.of[doc][i]])
		if !w.Shaped {
			continue
		}
		u.reading = &u.form.asName
		if long, ok := r.senses.of(doc, shortForm(u.form.surface)); ok && r.wishes.allow(u.key, long) {
			u.short, u.class = true, extract.Plain
			u.reading = newReading(u.form, long)
		}
	}
	us = r.ties.tie(us)
	for i := 1; i < len(us); i++ {
		us[i].linked = us[i].isLinked(&us[i-1])
	}
	return us
}

// unit fills in the unit of a word, an abbreviation as it stands.
func (r *reader) unit(u *unit, w *extract.Word, f *form) {
	*u = unit{
		Span: w.Span(), ahead: r.forms.spellings[w.Before], reading: &f.plain,
		class: w.Class, shaped: w.Shaped, capital: w.Capital, joined: w.Joined, on: w.On, used: w.Used,
	}
}

// appendLong appends the long forms that stand for abbreviations, and the compounds whose parts blanks part.
func appendLong(dst []string, us []unit) []string {
	for i := range us {
		if us[i].short || us[i].tied {
			dst = append(dst, us[i].key)
		}
	}
	return dst
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

// casedNames returns the folds that are written both as names and in small letters, these in more documents or in two others, or in
// one where the background has them much more often; and those of words that are written with a capital where prose has none, and never in small letters.
func casedNames(found []extract.Found, forms *forms, b background) (cased, proper map[string]bool) {
	documents, last, capital := make([][2]int32, forms.keys), make([][2]int32, forms.keys), make([]bool, forms.keys)
	for doc := range found {
		for i, n := range forms.of[doc] {
			f, w, shaped := &forms.all[n], &found[doc].Words[i], 0
			if w.Shaped {
				shaped = 1
			} else if !f.small {
				capital[f.keyed] = capital[f.keyed] || w.Capital && w.Class == extract.Plain
				continue
			}
			if last[f.keyed][shaped] != int32(doc)+1 {
				last[f.keyed][shaped] = int32(doc) + 1
				documents[f.keyed][shaped]++
			}
		}
	}
	cased, proper = make(map[string]bool), make(map[string]bool)
	for i := range forms.all {
		f := &forms.all[i]
		small, shaped := documents[f.keyed][0], documents[f.keyed][1]
		if shaped > 0 && (small >= 2 || small > shaped || small > 0 && !f.small && b.isWord(f.surface, f.key)) {
			cased[f.key] = true
		}
		if capital[f.keyed] && small == 0 {
			proper[f.key] = true
		}
	}
	return cased, proper
}

// linking are function words that hold a name together.
var linking = map[string]bool{"of": true, "from": true, "in": true, "for": true, "over": true, "with": true, "to": true, "and": true, "by": true, "on": true, "as": true, "a": true, "the": true}

// isLinked reports whether only a linking word stands between the unit before and u.
func (u *unit) isLinked(before *unit) bool {
	return u.before() != "" && int(u.Start-before.End) == len(u.before())+2 && u.Field == before.Field && linking[u.before()]
}

// shortForm returns an abbreviation without its plural ending.
func shortForm(s string) string {
	if n := len(s); n > 2 && s[n-1] == 's' && (s[n-2] >= 'A' && s[n-2] <= 'Z' || s[n-2] >= '0' && s[n-2] <= '9') {
		return s[:n-1]
	}
	return s
}
