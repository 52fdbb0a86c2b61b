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
	for n := range s.sentences {
		r.enter(n)
		for i, last := int(s.sentences[n].First), int(s.sentences[n].Last); i < last; i++ {
			switch {
			case s.tokens[i].Class != text.Word || s.isMath(i):
				r.part(s.tokens[i])
			case s.spellings[i].isFunction():
				r.link(i)
			default:
				dst = r.add(dst, i)
			}
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

// enter begins a sentence.
func (r *run) enter(sentence int) {
	r.sentence = sentence
	r.joined, r.before, r.listed, r.use.on = false, nil, nil, 0
}

// part ends a run of words at a sign.
func (r *run) part(t text.Token) {
	r.joined, r.before = false, nil
	comma := r.view.Text[t.Start] == ','
	if !comma || !r.use.list {
		r.use.on = 0
	}
	if !comma {
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

// isFunction reports whether a word is a function word wherever it stands.
func (f *Spelling) isFunction() bool { return f.as.class == Function && !f.shaped }

// link goes on over a function word.
func (r *run) link(i int) {
	k := r.spellings[i]
	r.use.pass(r.before, k)
	r.joined, r.before = false, r.known.small(k)
	if r.before.cues&cueAnd == 0 {
		r.listed = nil
	}
}

// add appends the word that token i is, unless it is a function word.
func (r *run) add(dst []Word, i int) []Word {
	dst = append(dst, Word{})
	w := &dst[len(dst)-1]
	r.word(w, i)
	if !w.Shaped && !w.Capital {
		r.tag(dst[:len(dst)-1], w, i)
	}
	if w.Class == Function {
		r.link(i)
		return dst[:len(dst)-1]
	}
	k := r.spellings[i]
	w.Joined = r.joined && r.tokens[i].Spaced && w.Class != Stop
	if r.before != nil {
		w.Before = r.before.number
	}
	if before := len(dst) - 2; w.Joined && dst[before].Class == Stop {
		w.Joined = adopt(&dst[before], w)
	}
	r.list(w)
	low := r.before
	r.before = nil
	if w.Class == Stop {
		r.use.pass(low, k)
		r.before = r.known.small(k)
	} else {
		w.Used = r.use.on
	}
	r.joined = k.as.length == r.tokens[i].End-r.tokens[i].Start && (w.Class != Stop || w.Capital)
	return dst
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
	if r.listed == nil || w.Joined || before != nil && before.cues&cueAnd == 0 {
		r.listed = before
	}
	w.On = r.listed != nil && r.listed.Surface == "on"
}

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
	t, written := &s.tokens[i], s.view.Text
	if int(t.End) < len(written) {
		switch b := written[t.End]; {
		case b == ' ':
		case b == '_' && t.End-t.Start > 3 && s.spellings[i].shaped:
			return false // the index of a name: BERT_{base}
		case b == '(':
			return t.End-t.Start < 3
		case b == '{' || isOperator(b):
			return true
		}
	}
	return !t.Spaced && isOperator(written[t.Start-1])
}

func isOperator(b byte) bool {
	switch b {
	case '^', '_', '=', '<', '>', '|':
		return true
	}
	return false
}

// word reads word token i into w.
func (r *run) word(w *Word, i int) {
	k, start := r.spellings[i], int(r.tokens[i].Start)
	from, to := start, start+int(k.as.length)
	if !r.asGiven {
		from, to = r.view.Range(from, to)
	}
	*w = Word{
		Start: int32(from), End: int32(to), Form: k.as.form, Field: r.field, Class: k.as.class, Shaped: k.as.shaped,
		Capital: k.as.capital && !r.titled && !r.begins(i),
	}
	if k.shaped && k.class >= Stop && r.defines(k.form.Surface) {
		w.Shaped, w.Class = true, Plain
	}
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
