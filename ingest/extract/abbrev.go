package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// Definition is a place where a document says what a short form stands for.
type Definition struct {
	Short, Long         string // as they stand in the cleaned text
	ShortSpan, LongSpan ingest.Span
	Span                ingest.Span // from the first byte of both to the last
}

// definitions appends what the sheet defines: in brackets, "Long Form (LF)", "LF (long form)" and "(Long Form, LF)", after
// Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text (2003),
// doi:10.1142/9789812776303_0042; and in words, "Long Form, or LF" and "LF, short for long form". Unlike the paper, letters
// are aligned by score (see align), so that a long form is not cut short where a later word holds the same letters.
func (s *sheet) definitions(dst []Definition) []Definition {
	for i := range s.tokens {
		switch t := &s.tokens[i]; {
		case s.spellings[i].initials:
			if d, ok := s.said(i); ok {
				dst = append(dst, d)
			}
		case t.Class == text.Open && i > 0 && s.view.Text[t.Start] != '{':
			if closing := s.closing(i); closing >= i+2 {
				dst = s.bracket(dst, i, closing)
			}
		}
	}
	return dst
}

// definition returns the definition of the short form from token short to token last.
func (s *sheet) definition(short, last text.Token, long []text.Token) Definition {
	first, end := long[0], long[len(long)-1]
	d := Definition{
		Short: s.view.Text[short.Start:last.End], Long: s.view.Text[first.Start:end.End],
		ShortSpan: s.span(short, last), LongSpan: s.span(first, end),
	}
	d.Span = ingest.Span{Field: s.field, Start: min(d.LongSpan.Start, d.ShortSpan.Start), End: max(d.LongSpan.End, d.ShortSpan.End)}
	return d
}

// isShort reports whether w can be a short form: 2 to 12 letters, digits and signs, with two capitals, or one behind a small
// letter, or one and a digit or sign.
func isShort(w string) bool {
	n, upper, letters := 0, 0, 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsLetter(r):
			letters++
		}
		n++
	}
	return n >= 2 && n <= mostLetters && upper >= 1 && (upper >= 2 || upper < letters && !startsUpper(w) || letters < n)
}

// isSmallShort reports whether w can be a short form only by what stands before it: 2 to 4 letters, all small or all but the
// first, that are no word of their own.
func isSmallShort(w string) bool {
	low := strings.ToLower(w)
	if len(w) < 2 || len(w) > 4 || w[1:] != low[1:] || ClassOf(low) >= Stop {
		return false
	}
	return strings.IndexFunc(low, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// longestPart is how many bytes of a part are looked at: longer ones are no words, and matching takes their square.
const longestPart = 40

// parts cuts tokens from to to-1 into parts, which stay as they are until parts are asked for again.
func (s *sheet) parts(from, to int) []part {
	ps := s.pieces[:0]
	for i := from; i < to; i++ {
		if c := s.tokens[i].Class; c != text.Word && c != text.Number {
			continue
		}
		k := s.spellings[i]
		if k.whole {
			ps = append(ps, part{k.Lower, int32(i), k.minor, k.digits})
			continue
		}
		for _, p := range *k.several {
			p.token = int32(i)
			ps = append(ps, p)
		}
	}
	s.pieces = ps
	return ps
}

// cut finds the parts of a word.
func (f *Spelling) cut() {
	if isPlain(f.Lower) && len(f.Lower) <= longestPart {
		f.whole, f.minor, f.digits = true, f.class == Function && isMinor(f.Lower), isNumber(f.Lower)
		f.heads = headsOf(f.Lower)
		return
	}
	ps := cutParts(f.Lower)
	for i := range ps {
		f.heads |= headsOf(ps[i].word)
	}
	f.several = &ps
}

// cutParts cuts a word in small letters into parts.
func cutParts(low string) []part {
	ps := make([]part, 0, 1)
	heads := strings.Contains(low, "-") // the first part heads a compound: in-context
	for w := range strings.FieldsFuncSeq(low, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > longestPart {
			w = strings.ToValidUTF8(w[:longestPart], "")
		}
		ps = append(ps, part{word: w, minor: !heads && isMinor(w), number: isNumber(w)})
		heads = false
	}
	return ps
}

// isMinor reports whether a part is a function word; a letter by itself is none, but for the article, nor is a numeral.
func isMinor(w string) bool {
	if len(w) > 4 || len(w) == 1 && w != "a" || ClassOf(w) != Function {
		return false
	}
	return w == "to" || w == "for" || !slices.ContainsFunc(numerals[:], func(words []string) bool { return slices.Contains(words, w) })
}

func isNumber(w string) bool { return strings.Trim(w, "0123456789") == "" }

// isMark reports whether token i is one of the signs.
func (s *sheet) isMark(i int, signs string) bool {
	return s.tokens[i].Class == text.Mark && strings.IndexByte(signs, s.view.Text[s.tokens[i].Start]) >= 0
}

// Signs that a long form may hold, and those that may stand around it.
const (
	quoteSigns  = "\"'\xe2" // the last is the first byte of quotation marks that are not ASCII
	phraseSigns = "-/'\"&"
	listSigns   = phraseSigns + "," // belief, desire and intention (BDI)
)

// loose and strict are how sure an alignment must be: that align believes it, and that all letters begin a part and no part
// but function words is passed over.
const (
	loose = iota
	strict
)

// alignBefore finds the long form of short in what stands before token open in its sentence, and returns the token it
// begins with.
func (s *sheet) alignBefore(short string, open int, signs string, how int) (int, bool) {
	signsOfShort := utf8.RuneCountInString(short)
	from := open
	var heads heads
	for n := 0; from > 0 && n < min(signsOfShort+5, 2*signsOfShort+1); n++ {
		t := &s.tokens[from-1]
		if t.Class == text.Open || t.Class == text.Close || t.Class == text.Mark && strings.IndexByte(signs, s.view.Text[t.Start]) < 0 {
			break
		}
		from--
		heads |= s.spellings[from].heads
	}
	letters := lettersOf(short)
	if !heads.canAlign(letters.all(), how) {
		return 0, false
	}
	ps := s.parts(from, open)
	score, first := align(letters.all(), ps)
	if score <= 0 || signsOfShort == 2 && !letters.isStrict(score) || how == strict && (!letters.isStrict(score) || first == len(ps)-1) {
		return 0, false
	}
	begin := int(ps[first].token)
	return begin, s.spellings[begin].Key != Fold(short)
}

// strictBefore is alignBefore where every letter must begin a part.
func (s *sheet) strictBefore(short string, end int) (int, bool) {
	return s.alignBefore(short, end, phraseSigns, strict)
}

// longBehind returns the definition that a title "Name: Long Form" makes where every letter of the name begins a part of
// what stands behind the colon, in order.
func (s *sheet) longBehind(n Name) (Definition, bool) {
	if !isShort(n.Surface) || strings.Contains(n.Surface, " ") {
		return Definition{}, false
	}
	const behind = 2
	letters := lettersOf(n.Surface)
	ps, k := s.parts(behind, min(len(s.tokens), behind+2*letters.n+2)), 0
	if len(ps) == 0 || !begins(ps[0].word, letters.first[0]) {
		return Definition{}, false
	}
	for end := behind + 1; end <= len(s.tokens) && end <= behind+2*letters.n+2; end++ {
		for k < len(ps) && int(ps[k].token) < end {
			k++
		}
		if score, first := align(letters.all(), ps[:k]); first == 0 && score >= scoreInitial*float64(letters.n)-1 {
			return s.definition(s.tokens[0], s.tokens[0], s.tokens[behind:end]), true
		}
	}
	return Definition{}, false
}
