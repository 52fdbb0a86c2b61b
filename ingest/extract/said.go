package extract

import (
	"cmp"
	"slices"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// said reads a definition in words of which the short form is token i: behind its long form, "Long Form, or LF" and "Long
// Form, abbreviated as LF"; before it, "LF, short for long form", "LF stands for long form"; or in apposition, "LF, a long
// form". All letters must begin a part, since no bracket says that the two belong together.
func (s *sheet) said(i int) (Definition, bool) {
	short := s.spellings[i].Surface
	if end := s.saying(i); end > 0 {
		if begin, ok := s.strictBefore(short, end); ok && !s.isFunction(begin) {
			return s.definition(s.tokens[i], s.tokens[i], s.tokens[begin:end]), true
		}
	}
	if s.spellings[i].letters > 2 {
		if begin, ok := s.strictBefore(short, i); ok && !s.isFunction(begin) && !s.isFunction(i-1) {
			return s.definition(s.tokens[i], s.tokens[i], s.tokens[begin:i]), true
		}
	}
	if begin := s.standsFor(i); begin > 0 {
		if end, ok := s.alignBehind(short, begin); ok {
			return s.definition(s.tokens[i], s.tokens[i], s.tokens[begin:end]), true
		}
	}
	return Definition{}, false
}

// hasCapitals reports whether w can be a short form and holds two capitals among its first three bytes.
func hasCapitals(w string) bool {
	upper := 0
	for i := 0; i < min(3, len(w)); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' {
			upper++
		}
	}
	return upper >= 2 && isShort(w)
}

// saying returns the token behind the long form where words before token i say that it has one: behind "or", "abbreviated
// as", "also known as", "aka", "called". It returns 0 where none do.
func (s *sheet) saying(i int) int {
	said := false
	end := i
	for ; end > 0 && end > i-6; end-- {
		if s.isMark(end-1, ","+quoteSigns) {
			continue
		}
		told := s.spellings[end-1].cues
		if told&(cueTold|cueFiller) == 0 {
			break
		}
		said = said || told&cueTold != 0
	}
	if !said {
		return 0
	}
	return end
}

// telling are words that say that what follows is another name.
var telling = setOf("or abbreviated aka a.k.a known called termed dubbed named denoted abbreviation acronym i.e")

// filling are words that may stand beside these.
var filling = setOf("as also simply commonly often usually hereafter henceforth by to with the is are for short which widely better")

// standsFor returns the token with which a long form begins where words behind token i say that it has one, or a comma puts
// one beside it, or 0.
func (s *sheet) standsFor(i int) int {
	j, comma := i+1, false
	if j < len(s.tokens) && s.isMark(j, ","+quoteSigns) {
		j, comma = j+1, true
	}
	begin := 0
	for k := j; k+1 < len(s.tokens) && k < j+4; k++ {
		if f := s.spellings[k]; f.cues&cueStands != 0 && isStandingFor(f.Lower, s.spellings[k+1].Lower) {
			begin = k + 2
			break
		} else if f.cues&cueBetween == 0 {
			break
		}
	}
	if begin == 0 && s.field != ingest.Title && s.isMark(min(i+1, len(s.tokens)-1), ":") && s.isFirst(i) {
		begin = i + 2
	}
	if begin == 0 && comma && s.spellings[i].letters > 2 {
		begin = j
	}
	for begin > 0 && begin < len(s.tokens) && (s.isMark(begin, quoteSigns) || s.isFunction(begin)) {
		begin++
	}
	return begin
}

// isFirst reports whether a sentence begins with token i.
func (s *sheet) isFirst(i int) bool {
	at, ok := slices.BinarySearchFunc(s.sentences, int32(i), func(x text.Sentence, i int32) int { return cmp.Compare(x.First, i) })
	return ok && at >= 0
}

func (s *sheet) isFunction(i int) bool {
	return s.spellings[i].class == Function
}

// standing are words that may begin what isStandingFor looks for.
var standing = setOf("short stands standing stand acronym abbreviation")

// isStandingFor reports whether two words say that a short form stands for what follows.
func isStandingFor(w, next string) bool {
	switch w {
	case "short", "stands", "standing", "stand":
		return next == "for"
	case "acronym", "abbreviation":
		return next == "for" || next == "of"
	}
	return false
}

// alignBehind finds the long form of short that begins with token begin, and returns the token behind it.
func (s *sheet) alignBehind(short string, begin int) (int, bool) {
	letters := lettersOf(short)
	last := begin
	for last < min(len(s.tokens), begin+2*letters.n+2) && (s.tokens[last].Class == text.Word || s.tokens[last].Class == text.Number || s.isMark(last, phraseSigns)) {
		last++
	}
	ps := s.parts(begin, last)
	if len(ps) == 0 || letters.n == 0 || !begins(ps[0].word, letters.first[0]) {
		return 0, false
	}
	n := 0
	for end := begin + 1; end <= last; end++ {
		for n < len(ps) && int(ps[n].token) < end {
			n++
		}
		if score, first := align(letters.all(), ps[:n]); first == 0 && score > 0 && letters.isStrict(score) {
			return end, true
		}
	}
	return 0, false
}
