package extract

import (
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

// definitions appends what the sheet defines in brackets, "Long Form (LF)" and "LF (long form)", after Schwartz and
// Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text (2003),
// doi:10.1142/9789812776303_0042; unlike the paper, letters are aligned by score (see align), so that a long form is not
// cut short where a later word holds the same letters.
func (s *sheet) definitions(dst []Definition) []Definition {
	for i, t := range s.tokens {
		if t.Class != text.Open || i == 0 || s.view.Text[t.Start] == '{' {
			continue
		}
		closing := s.closing(i)
		if closing < i+2 {
			continue
		}
		if d, ok := s.define(i, closing); ok {
			dst = append(dst, d)
		}
	}
	return dst
}

// closing returns the token that closes the bracket at i, or 0 if none does within 16 tokens.
func (s *sheet) closing(i int) int {
	for j := i + 1; j < len(s.tokens) && j <= i+16; j++ {
		if s.tokens[j].Class == text.Close {
			return j
		}
		if s.tokens[j].Class == text.Open {
			return 0
		}
	}
	return 0
}

// define reads the bracket from token open to token closing.
func (s *sheet) define(open, closing int) (Definition, bool) {
	inside := s.tokens[open+1 : closing]
	if short, ok := s.shortForm(inside); ok {
		end := open
		for end > 1 && s.tokens[end-1].Class == text.Mark {
			end--
		}
		if from, ok := s.alignBefore(s.text(short), end); ok {
			return s.definition(short, s.tokens[from:end]), true
		}
	}
	before := s.tokens[open-1]
	if long := s.longInside(inside); before.Class == text.Word && isShort(s.text(before)) && len(long) > 0 {
		if score, from := align(s.text(before), s.parts(long)); from == 0 && score > 0 {
			return s.definition(before, long), true
		}
	}
	return Definition{}, false
}

// longInside returns the phrase in a bracket up to a mark that parts phrases, without marks around it, if it is one of
// more than one part.
func (s *sheet) longInside(inside []text.Token) []text.Token {
	for len(inside) > 0 && inside[0].Class == text.Mark {
		inside = inside[1:]
	}
	long := s.upToMark(inside)
	for len(long) > 0 && long[len(long)-1].Class != text.Word {
		long = long[:len(long)-1]
	}
	if len(long) == 1 && !strings.Contains(s.text(long[0]), "-") {
		return nil
	}
	return long
}

func (s *sheet) definition(short text.Token, long []text.Token) Definition {
	first, last := long[0], long[len(long)-1]
	d := Definition{
		Short: s.text(short), Long: s.view.Text[first.Start:last.End],
		ShortSpan: s.span(short, short), LongSpan: s.span(first, last),
	}
	d.Span = ingest.Span{Field: s.field, Start: min(d.LongSpan.Start, d.ShortSpan.Start), End: max(d.LongSpan.End, d.ShortSpan.End)}
	return d
}

// shortForm returns the short form in a bracket: its only token, or its first where a mark or a word of saying leads.
func (s *sheet) shortForm(inside []text.Token) (text.Token, bool) {
	for len(inside) > 1 && isLeadIn(strings.ToLower(s.text(inside[0]))) {
		inside = inside[1:]
	}
	t := inside[0]
	if len(inside) > 1 && inside[1].Class != text.Mark || t.Class != text.Word {
		return t, false
	}
	return t, isShort(s.text(t))
}

func isLeadIn(w string) bool {
	switch w {
	case "or", "called", "termed", "dubbed", "named", "abbreviated", "as", "e.g", "i.e", "the", "a", "an", "\"", "'", "\u201c", "\u2018":
		return true
	}
	return false
}

// upToMark returns the tokens before the first mark that parts phrases.
func (s *sheet) upToMark(tokens []text.Token) []text.Token {
	for i, t := range tokens {
		if t.Class == text.Mark && strings.IndexByte(",;:", s.view.Text[t.Start]) >= 0 && i > 0 {
			return tokens[:i]
		}
	}
	return tokens
}

// isShort reports whether w can be a short form: 2 to 12 letters, digits and signs, at least two of them letters, with two
// capitals, or one behind a small letter, or one and a digit or sign.
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
	return n >= 2 && n <= 12 && letters >= 2 && upper >= 1 && (upper >= 2 || upper < letters && !startsUpper(w) || letters < n)
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
			ps = append(ps, part{w, i, !heads && ClassOf(w) == Function && len(w) < 5})
			heads = false
		}
	}
	return ps
}

// alignBefore finds the long form of short in what stands before token open in its sentence, and returns the token it
// begins with.
func (s *sheet) alignBefore(short string, open int) (int, bool) {
	letters := utf8.RuneCountInString(short)
	from := open
	for n := 0; from > 0 && n < min(letters+5, 2*letters+1); n++ {
		t := s.tokens[from-1]
		if t.Class == text.Open || t.Class == text.Close || t.Class == text.Mark && strings.IndexByte("-/'\"&", s.view.Text[t.Start]) < 0 {
			break
		}
		from--
	}
	ps := s.parts(s.tokens[from:open])
	score, first := align(short, ps)
	if score <= 0 {
		return 0, false
	}
	return from + ps[first].token, true
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
			return s.definition(s.tokens[0], behind[:end]), true
		}
	}
	return Definition{}, false
}
