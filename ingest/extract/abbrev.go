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
	for i, t := range s.tokens {
		switch {
		case t.Class == text.Word:
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

// parts cuts tokens into parts.
func (s *sheet) parts(tokens []text.Token) []part {
	var ps []part
	for i, t := range tokens {
		if t.Class != text.Word && t.Class != text.Number {
			continue
		}
		low := strings.ToLower(s.text(t))
		heads := strings.ContainsRune(low, '-') // the first part heads a compound: in-context
		for w := range strings.FieldsFuncSeq(low, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(w) > longestPart {
				w = strings.ToValidUTF8(w[:longestPart], "")
			}
			ps = append(ps, part{w, i, !heads && isMinor(w), isNumber(w)})
			heads = false
		}
	}
	return ps
}

// isMinor reports whether a part is a function word; a letter by itself is none, but for the article, nor is a numeral.
func isMinor(w string) bool {
	if ClassOf(w) != Function || len(w) > 4 || len(w) == 1 && w != "a" {
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
	letters := utf8.RuneCountInString(short)
	from := open
	for n := 0; from > 0 && n < min(letters+5, 2*letters+1); n++ {
		t := s.tokens[from-1]
		if t.Class == text.Open || t.Class == text.Close || t.Class == text.Mark && strings.IndexByte(signs, s.view.Text[t.Start]) < 0 {
			break
		}
		from--
	}
	ps := s.parts(s.tokens[from:open])
	score, first := align(short, ps)
	if score <= 0 || utf8.RuneCountInString(short) == 2 && !isStrict(short, score) || how == strict && (!isStrict(short, score) || first == len(ps)-1) {
		return 0, false
	}
	begin := from + ps[first].token
	return begin, Fold(s.text(s.tokens[begin])) != Fold(short)
}

// strictBefore is alignBefore where every letter must begin a part.
func (s *sheet) strictBefore(short string, end int) (int, bool) {
	return s.alignBefore(short, end, phraseSigns, strict)
}

// isStrict reports whether a score is that of a short form whose letters all begin a part, but perhaps one.
func isStrict(short string, score float64) bool {
	return score >= scoreInitial*float64(len(lettersOf(short)))-scoreLinking
}

// longBehind returns the definition that a title "Name: Long Form" makes where every letter of the name begins a part of
// what stands behind the colon, in order.
func (s *sheet) longBehind(n Name) (Definition, bool) {
	if !isShort(n.Surface) || strings.Contains(n.Surface, " ") {
		return Definition{}, false
	}
	letters := lettersOf(n.Surface)
	behind := s.tokens[2:]
	for end := 1; end <= len(behind) && end <= 2*len(letters)+2; end++ {
		ps := s.parts(behind[:end])
		if score, first := align(n.Surface, ps); first == 0 && score >= scoreInitial*float64(len(letters))-1 {
			return s.definition(s.tokens[0], s.tokens[0], behind[:end]), true
		}
	}
	return Definition{}, false
}
