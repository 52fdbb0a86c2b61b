package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// affixes are last parts of compounds that say how something relates to what stands before them: of CFG-based, CFG is
// what counts.
var affixes = map[string]bool{
	"based": true, "driven": true, "aware": true, "guided": true, "like": true, "style": true, "type": true, "wise": true,
	"specific": true, "level": true, "centric": true, "oriented": true, "related": true, "agnostic": true, "inspired": true, "powered": true,
	"enhanced": true, "augmented": true, "induced": true, "dependent": true, "independent": true, "equipped": true, "enabled": true, "trained": true, "generated": true, "tuned": true, "compatible": true, "derived": true, "optimized": true,
}

// words appends the words of a sheet: all of its word tokens that are no function words, in order. A stop word, a sign, a
// bracket or a number between two words parts them.
func (s *sheet) words(dst []Word) []Word {
	r := run{sheet: s, use: use{title: s.field == ingest.Title}}
	for i, t := range s.tokens {
		word := t.Class == text.Word && !s.isMath(i)
		if r.enter(i) || !word {
			r.part(s.text(t))
		}
		if word {
			dst = r.add(dst, i)
		}
	}
	return dst
}

// run is what is known of the words before while a sheet is read.
type run struct {
	*sheet
	sentence int       // the sentence that is read
	joined   bool      // nothing but a blank stands between the last word and what comes
	before   *Spelling // the function or stop word that stands directly before, in small letters; or nil
	listed   *Spelling // what stands before the first of a list of names, while the list goes on: of "on A, B and C", on; or nil
	use      use
}

// enter reports whether token i begins a sentence.
func (r *run) enter(i int) bool {
	if int(r.sentences[r.sentence].Last) > i {
		return i == 0
	}
	r.sentence++
	r.listed, r.use.on = nil, 0
	return true
}

// part ends a run of words at a sign or at the end of a sentence.
func (r *run) part(sign string) {
	r.joined, r.before = false, nil
	r.use.sign(sign)
	if sign != "," {
		r.listed = nil
	}
}

// begins reports whether a capital at the head of token i tells nothing: at the head of a sentence, and behind a colon.
func (r *run) begins(i int) bool {
	if int(r.sentences[r.sentence].First) == i {
		return true
	}
	before := r.tokens[i-1]
	return before.Class == text.Mark && r.view.Text[before.Start] == ':'
}

// add appends the word that token i is, unless it is a function word.
func (r *run) add(dst []Word, i int) []Word {
	w := r.word(i, r.begins(i))
	if !w.Shaped && !w.Capital {
		r.tag(dst, &w, i)
	}
	k := r.spellings[i]
	if w.Class == Function {
		r.use.pass(r.before, k)
		r.joined, r.before = false, k.small
		if !k.small.isAnd() {
			r.listed = nil
		}
		return dst
	}
	w.Joined = r.joined && r.tokens[i].Spaced && w.Class != Stop
	if r.before != nil {
		w.Before = r.before.number
	}
	if w.Joined && dst[len(dst)-1].Class == Stop {
		w.Joined = adopt(&dst[len(dst)-1], &w)
	}
	r.list(&w)
	low := r.before
	r.before = nil
	if w.Class == Stop {
		r.use.pass(low, k)
		r.before = k.small
	} else {
		w.Used = r.use.on
	}
	r.joined = len(k.form.Surface) == int(r.tokens[i].End-r.tokens[i].Start) && (w.Class != Stop || w.Capital)
	return append(dst, w)
}

// adopt makes a word of praise that is written with a capital part of the name behind it (Faster R-CNN, Real NVP), and
// reports whether it did.
func adopt(before, w *Word) bool {
	if w.Shaped {
		before.Class = Plain
		w.Before = 0
	}
	return w.Shaped
}

// list notes of a name in a list whether "on" stands before the list's first.
func (r *run) list(w *Word) {
	if !w.Shaped {
		r.listed = nil
		return
	}
	before := r.before
	if w.Before == 0 { // adopted
		before = nil
	}
	if r.listed == nil || w.Joined || before != nil && !before.isAnd() {
		r.listed = before
	}
	w.On = r.listed != nil && r.listed.Surface == "on"
}

// isAnd reports whether a word goes on with a list.
func (f *Spelling) isAnd() bool { return f.Surface == "and" || f.Surface == "or" }

// cutAffix returns a name without what a dash ties to it to describe something else: of CFG-based and NP-hard, CFG and NP.
func cutAffix(surface string, loud bool) string {
	dash := strings.LastIndexByte(surface, '-')
	if dash < 2 || !isShaped(surface[:dash], !loud) {
		return surface
	}
	last := surface[dash+1:]
	if low := strings.ToLower(last); affixes[low] {
		last = low // as titles write it: AI-Powered
	}
	if last != strings.ToLower(last) || !affixes[last] && ClassOf(last) < Soft && !strings.HasSuffix(last, "ed") && !strings.HasSuffix(last, "ing") {
		return surface
	}
	if _, isHead := HeadOf(last); isHead {
		return surface
	}
	return surface[:dash]
}

// isMath reports whether token i touches a sign of formulas, so that it is no word: x_i, d^2, O(n).
func (s *sheet) isMath(i int) bool {
	t := s.tokens[i]
	if n := int(t.End); n < len(s.view.Text) && s.view.Text[n] == '_' && t.End-t.Start > 3 && s.spellings[i].shaped {
		return false // the index of a name: BERT_{base}
	}
	if int(t.End) < len(s.view.Text) {
		switch b := s.view.Text[t.End]; {
		case b == '(':
			return t.End-t.Start < 3
		case b == '{' || isOperator(b):
			return true
		}
	}
	return t.Start > 0 && isOperator(s.view.Text[t.Start-1])
}

func isOperator(b byte) bool {
	switch b {
	case '^', '_', '=', '<', '>', '|':
		return true
	}
	return false
}

// word reads word token i; begins says that a capital at its head tells nothing.
func (s *sheet) word(i int, begins bool) Word {
	k, start := s.spellings[i], int(s.tokens[i].Start)
	w, span := k.word, s.spanOf(start, start+len(k.form.Surface))
	w.Field, w.Start, w.End = span.Field, span.Start, span.End
	w.Capital = w.Capital && !begins && !s.titled
	if k.shaped && k.class >= Stop && s.defines(k.form.Surface) {
		w.Shaped, w.Class = true, Plain
	}
	return w
}

// isNameInSpite reports whether a word that parts phrases in small letters is a name as it is written: a verb or another short
// word in capitals (GLUE, CF), or a compound whose last part has a capital (LoRE-Adapt).
func isNameInSpite(surface, low string) bool {
	if dash := strings.LastIndexByte(surface, '-'); dash >= 0 {
		return startsUpper(surface[dash+1:])
	}
	return surface == strings.ToUpper(surface) && (words().verb[low] || len(low) < 4 && ClassOf(low) == Stop)
}

// isLoud reports whether no letter of a word is small.
func isLoud(w string) bool {
	for _, r := range w {
		if r < utf8.RuneSelf && (r < 'a' || r > 'z') {
			continue
		}
		if unicode.ToUpper(r) != r {
			return false
		}
	}
	return true
}
