package extract

import (
	"strings"

	"papergraph/ingest/text"
)

// bracket is a bracket being read.
type bracket struct {
	*sheet
	open, closing int // its tokens
	end           int // the token behind the last before it that is no mark
}

// bracketTokens is how far the end of a bracket is looked for: what is longer defines nothing.
const bracketTokens = 40

// closing returns the token that closes the bracket at i, or 0 where none does or another opens before.
func (s *sheet) closing(i int) int {
	for j := i + 1; j < min(len(s.tokens), i+bracketTokens); j++ {
		switch s.tokens[j].Class {
		case text.Close:
			return j
		case text.Open:
			return 0
		default:
		}
	}
	return 0
}

// bracket appends what the bracket from token open to token closing defines: short forms of what stands before it, one
// between each two marks; else the long form of what stands before it.
func (s *sheet) bracket(dst []Definition, open, closing int) []Definition {
	b := bracket{s, open, closing, open}
	for b.end > 1 && s.tokens[b.end-1].Class == text.Mark {
		b.end--
	}
	had := len(dst)
	for from := open + 1; from < closing; {
		to := from
		for to < closing && !s.isMark(to, ",;:") && (to == from || !s.isMark(to, quoteSigns)) {
			to++
		}
		if d, ok := b.part(from, to, len(dst) == had); ok {
			dst = append(dst, d)
		}
		from = to + 1
	}
	if len(dst) == had {
		if d, ok := b.reversed(); ok {
			dst = append(dst, d)
		}
	}
	return dst
}

// reversed reads the bracket as the long form of the word before it.
func (b *bracket) reversed() (Definition, bool) {
	before := b.tokens[b.open-1]
	short := b.text(before)
	if before.Class != text.Word || !isShort(short) {
		return Definition{}, false
	}
	if b.closing == b.open+2 && b.isOneWord(short, b.open+1) {
		return b.definition(before, before, b.tokens[b.open+1:b.closing]), true
	}
	from, to := b.longInside(b.open+1, b.closing)
	if from == to {
		return Definition{}, false
	}
	letters := lettersOf(short)
	if score, first := align(letters.all(), b.parts(from, to)); first > 0 || score <= 0 {
		return Definition{}, false
	}
	return b.definition(before, before, b.tokens[from:to]), true
}

// part reads tokens from to to-1, which no mark parts, as a short form of what stands before the bracket or, where a mark
// stands before it inside, of that: "(long form, LF)". none says that nothing before in the bracket is a short form.
func (b *bracket) part(from, to int, none bool) (Definition, bool) {
	first, sole := from == b.open+1, from == b.open+1 && to == b.closing
	for to > from+1 && b.isMark(to-1, "."+quoteSigns) {
		to--
	}
	for from+1 < to && isLeadIn(b.spellings[from].Lower) {
		from++
	}
	last := b.dotted(from, to)
	if to-from == 2 && last == from {
		return b.twoWords(from)
	}
	if last+1 != to || b.tokens[from].Class != text.Word {
		return Definition{}, false
	}
	short, end := b.view.Text[b.tokens[from].Start:b.tokens[last].End], b.end
	begin, ok := 0, false
	switch {
	case isShort(short):
		if begin, ok = b.longBefore(short, first, none); !ok && !first && b.tokens[from-1].Class == text.Mark {
			end = from - 1
			begin, ok = b.longWithin(short, end)
		}
	case sole && isSmallShort(short):
		begin, ok = b.longOfSmall(short)
	}
	if !ok {
		return Definition{}, false
	}
	return b.definition(b.tokens[from], b.tokens[last], b.tokens[begin:end]), true
}

// dotted returns the last token of a short form that is written with points, as A.U.C. is, or from where it is not.
func (b *bracket) dotted(from, to int) int {
	last := from
	for last < to && last+2 < b.closing && b.tokens[last].End-b.tokens[last].Start == 1 && b.isMark(last+1, ".") && !b.tokens[last+2].Spaced && b.tokens[last+2].Class == text.Word {
		last += 2
	}
	return min(last, to-1)
}

// longBefore returns the token with which the long form of short begins, before the bracket. All that stands first may be
// found in a list or abbreviate one word, which a word of little meaning may follow.
func (b *bracket) longBefore(short string, first, none bool) (int, bool) {
	if !none {
		return b.strictBefore(short, b.end)
	}
	if begin, ok := b.alignBefore(short, b.end, phraseSigns, loose); ok || !first {
		return begin, ok
	}
	if begin, ok := b.alignBefore(short, b.end, listSigns, strict); ok {
		return begin, true
	}
	if b.isOneWord(short, b.end-1) {
		return b.end - 1, true
	}
	return b.end - 2, b.isOneWord(short, b.end-2) && countLetters(short) > 2
}

// longWithin is longBefore inside the bracket, before token end; what begins with the bracket is surely one phrase.
func (b *bracket) longWithin(short string, end int) (int, bool) {
	if begin, ok := b.alignBefore(short, end, phraseSigns, loose); ok && begin == b.open+1 {
		return begin, true
	}
	return b.strictBefore(short, end)
}

// longOfSmall is longBefore for a short form in small letters, of which the first may be a capital: then it may abbreviate
// one word.
func (b *bracket) longOfSmall(short string) (int, bool) {
	if begin, ok := b.strictBefore(short, b.end); ok {
		return begin, true
	}
	return b.end - 1, startsUpper(short) && b.isOneWord(short, b.end-1)
}

// isOneWord reports whether token i is a word of which short has the first letter and others in order: EEG for
// electroencephalogram. A word must be twice as long as its short form; the letters of syllables are not known.
func (s *sheet) isOneWord(short string, i int) bool {
	if i < 0 || s.tokens[i].Class != text.Word || strings.EqualFold(s.text(s.tokens[i]), short) || isLoud(s.text(s.tokens[i])) {
		return false
	}
	all := lettersOf(short)
	letters, word := all.all(), strings.TrimLeft(s.spellings[i].Lower, "0123456789,-'")
	if all.n < 2 || len(word) < 2*all.n || len(word) > longestPart || !begins(word, letters[0]) || ClassOf(word) >= Stop {
		return false
	}
	for _, r := range word {
		if len(letters) > 0 && r == letters[0] {
			letters = letters[1:]
		}
	}
	return len(letters) == 0
}

// twoWords reads tokens first and first+1 as a short form of which one is a word of the long form too, which ends before
// token end: "deep RL" of deep reinforcement learning, "TNF alpha" of tumor necrosis factor alpha.
func (b *bracket) twoWords(first int) (Definition, bool) {
	head, tail := b.tokens[first], b.tokens[first+1]
	if !tail.Spaced || tail.Class == text.Mark || head.Class != text.Word || b.end < 2 {
		return Definition{}, false
	}
	begin, ok := 0, false
	switch same := b.spellings[first+1].Key == b.spellings[b.end-1].Key; {
	case same && (isShort(b.text(head)) || isSmallShort(b.text(head))):
		begin, ok = b.strictBefore(b.text(head), b.end-1)
		if !ok {
			begin, ok = b.end-2, b.isOneWord(b.text(head), b.end-2)
		}
	case !same && isShort(b.text(tail)):
		if begin, ok = b.strictBefore(b.text(tail), b.end); ok && begin > 0 && b.spellings[begin-1].Key == b.spellings[first].Key {
			begin--
		} else {
			begin, ok = b.strictBefore(b.text(head)+b.text(tail), b.end)
			ok = ok && isShort(b.text(head))
		}
	}
	if !ok {
		return Definition{}, false
	}
	return b.definition(head, tail, b.tokens[begin:b.end]), true
}

// longInside returns the phrase in a bracket of tokens from to to-1 up to a mark that parts phrases, without marks around it; it is
// empty where it has one part only.
func (s *sheet) longInside(from, to int) (int, int) {
	for from < to && s.tokens[from].Class == text.Mark {
		from++
	}
	for i := from + 1; i < to; i++ {
		if s.isMark(i, ",;:") {
			to = i
		}
	}
	for from < to && s.tokens[to-1].Class != text.Word {
		to--
	}
	if to == from+1 && !strings.Contains(s.text(s.tokens[from]), "-") {
		return from, from
	}
	return from, to
}

func isLeadIn(w string) bool {
	switch w {
	case "or", "also", "and", "for", "short", "simply", "known", "aka", "a.k.a", "denoted", "called", "termed", "dubbed", "named", "abbreviated", "as", "e.g", "i.e", "the", "a", "an", "\"", "'", "\u201c", "\u2018":
		return true
	}
	return false
}
