package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// Word is a word of a document that is more than a function word: bytes Start to End-1 of a field as given.
type Word struct {
	Start, End int32
	Form       int32 // the number of its spelling, as it stands in the cleaned text
	Before     int32 // that of the word before it where that parts phrases, in small letters: of "on ImageNet", on; or else 0
	Field      ingest.Field
	Class      Class
	Shaped     bool  // has the shape of a name: GPT-3, CFG++
	Capital    bool  // begins with a capital where prose would not: neither a sentence's first word nor in a title
	Joined     bool  // follows the word before it with nothing but a blank between
	On         bool  // of a name: "on" leads the list of names in which it stands; of "on A, B and C", of each
	Used       uint8 // stands in a phrase that is put to use (1: using X, based on X) or proposed (2: we propose X)
}

// Span returns the place of a word.
func (w *Word) Span() ingest.Span { return ingest.Span{Field: w.Field, Start: w.Start, End: w.End} }

// sheet is one field being read.
type sheet struct {
	field     ingest.Field
	view      text.View
	tokens    []text.Token
	sentences []text.Sentence
	titled    bool   // written in title case, so that a capital at the head of a word tells nothing
	loud      bool   // written in capitals
	asGiven   bool   // the view is the field as given
	folded    string // made by fold
	known     *Spellings
	spellings []*Spelling  // by token
	pieces    []part       // made by parts
	defined   []Definition // what the document defines: there AT or IT may be names
}

// read fills the sheet with a field; what it held before is lost.
func (s *sheet) read(field ingest.Field, given string, known *Spellings) {
	s.field, s.view, s.folded = field, text.Clean(given), ""
	s.asGiven = s.view.IsGiven()
	s.tokens = text.Tokens(s.tokens[:0], s.view.Text)
	s.sentences = text.Sentences(s.sentences[:0], s.view.Text, s.tokens)
	s.known = known
	s.spellings = known.appendAll(s.spellings[:0], s.view.Text, s.tokens, quiet)
	s.titled, s.loud = s.written()
	s.titled = s.titled || field == ingest.Title
	if s.loud {
		s.spellings = known.appendAll(s.spellings[:0], s.view.Text, s.tokens, loud)
	}
}

// written reports whether more than half of the words of four letters and more begin with a capital; and whether most of those of three
// and more have no small letter, so that capitals make no name.
func (s *sheet) written() (titled, loud bool) {
	long, upper, capital, others := 0, 0, 0, 0
	for i, k := range s.spellings {
		t := &s.tokens[i]
		if t.Class != text.Word || t.End-t.Start < 3 {
			continue
		}
		if k.capital {
			capital++
		} else {
			others++
		}
		if t.End-t.Start > 3 {
			long++
			if k.upper {
				upper++
			}
		}
	}
	return 2*upper > long, capital > 2*others
}

func (s *sheet) text(t text.Token) string { return s.view.Text[t.Start:t.End] }

// span returns the part of the field as given from token first to token last.
func (s *sheet) span(first, last text.Token) ingest.Span {
	return s.spanOf(int(first.Start), int(last.End))
}

func (s *sheet) spanOf(start, end int) ingest.Span {
	from, to := s.view.Range(start, end)
	return ingest.Span{Field: s.field, Start: int32(from), End: int32(to)}
}

func startsUpper(w string) bool {
	if w != "" && w[0] < utf8.RuneSelf {
		return 'A' <= w[0] && w[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// cutPossessive returns w without a possessive ending.
func cutPossessive(w string) string {
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "\u2019s")
}

// isShaped reports whether a word has the shape of a name: a capital behind the first letter, or a letter and a digit or
// plus sign together with a capital or in a word that begins with a letter. Numbers of dimensions, ordinals and the like
// are no names. A word written wholly in capitals counts only where allCaps says so.
func isShaped(w string, allCaps bool) bool {
	if isSmall(w) {
		return false
	}
	w = strings.TrimSuffix(w, "s") // LLMs is LLM in the plural
	upper, inner, lower, digits, letters, signs := 0, 0, 0, 0, 0, 0
	after := rune(0)
	for i, r := range w {
		switch {
		case 'a' <= r && r <= 'z':
			lower++
			letters++
		case unicode.IsUpper(r):
			upper++
			letters++
			if i > 0 && after != '-' {
				inner++
			}
		case unicode.IsDigit(r):
			digits++
		case r == '+' || r == '#':
			signs++
		case unicode.IsLower(r):
			lower++
			letters++
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			letters++
		}
		after = r
	}
	switch {
	case letters == 0 || len(w) < 2 || len(w) > longestWord || startsDigit(w) && upper == 0:
		return false
	case isRoman(w) || isDimension(w):
		return false
	case inner > 0:
		return lower > 0 || upper >= 2 && allCaps
	case signs > 0 || digits > 0:
		return letters >= 2 || upper > 0 && (signs > 0 || len(w) > 2)
	}
	return upper >= 2 && lower == 0 && allCaps
}

// defines reports whether the document says what a short form stands for.
func (s *sheet) defines(short string) bool {
	return slices.ContainsFunc(s.defined, func(d Definition) bool { return d.Short == short })
}

func startsDigit(w string) bool { return w[0] >= '0' && w[0] <= '9' }

func isRoman(w string) bool { return strings.Trim(w, "IVX") == "" }

// isDimension reports whether w is a number with a letter or a letter with a number that counts or measures: 3D, L2, K-1.
func isDimension(w string) bool {
	letters := strings.TrimFunc(w, func(r rune) bool {
		return unicode.IsDigit(r) || r == '.' || r == ',' || r == '-' || r == '/' || r == '+'
	})
	if len(letters) == 1 && len(w) <= 3 {
		return strings.ContainsAny(w, "0123456789")
	}
	return startsDigit(w) && len(letters) <= 2
}

// units are units of measurement with a capital inside, which have the shape of a name.
var units = map[string]bool{
	"MHz": true, "GHz": true, "kHz": true, "THz": true, "kW": true, "MW": true, "GW": true, "kPa": true, "MPa": true, "GPa": true, "mV": true, "kV": true, "mA": true,
	"mW": true, "dB": true, "dBm": true, "kB": true, "KB": true, "MB": true, "GB": true, "TB": true, "Mbps": true, "Gbps": true, "kN": true, "mN": true, "kWh": true, "kJ": true, "Nm": true, "mAh": true,
}

// isDebris reports whether a word that has the shape of a name is none: a key of a bibliography (smith2021statistical), a rank
// (top-5), a number of a machine (0xC0DE), or a command of LaTeX whose backslash was lost.
func isDebris(w string) bool {
	if hex, ok := strings.CutPrefix(w, "0x"); ok && strings.Trim(hex, "0123456789abcdefABCDEF") == "" {
		return true
	}
	if units[w] || isRank(w) || isYear(w) || isAbout(w) || strings.Contains(w, "-to-") {
		return true
	}
	for _, c := range []string{"math", "script", "text", "operatorname", "boldsymbol"} {
		if rest, ok := strings.CutPrefix(w, c); ok && rest != "" && (startsUpper(rest) || strings.HasPrefix(rest, "cal") || strings.HasPrefix(rest, "size")) {
			return true
		}
	}
	return isCitationKey(w)
}

// isYear reports whether a word ends in a year without its century: Cup'24.
func isYear(w string) bool {
	for _, sign := range []string{"'", "\u2019"} {
		if _, year, ok := strings.Cut(w, sign); ok {
			return len(year) == 2 && strings.Trim(year, "0123456789") == ""
		}
	}
	return false
}

// isAbout reports whether a word is a number behind the command for "about" whose backslash was lost: sim0.6.
func isAbout(w string) bool {
	for _, c := range []string{"sim", "approx"} {
		if rest, ok := strings.CutPrefix(w, c); ok && rest != "" && strings.Trim(rest, "0123456789.,") == "" {
			return true
		}
	}
	return false
}

// isRank reports whether a word is a common one with a number or a dimension behind a dash: Top-5, depth-2, text-and-3D.
func isRank(w string) bool {
	dash := strings.LastIndexByte(w, '-')
	if dash < 0 {
		return false
	}
	n, least := w[dash+1:], Generic
	if strings.ContainsFunc(w[:dash], unicode.IsUpper) {
		least = Soft
	} else if isDimension(n) {
		return true
	}
	return strings.Trim(n, "0123456789") == "" && ClassOf(strings.ToLower(w[:dash])) >= least
}

// isCitationKey reports whether w is a name, a year of two or four digits, and a word, written as one.
func isCitationKey(w string) bool {
	first := strings.IndexAny(w, "0123456789")
	if first < 4 || strings.IndexFunc(w[:first], func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 {
		return false
	}
	rest := strings.TrimLeft(w[first:], "0123456789")
	digits := len(w) - first - len(rest)
	letters := strings.TrimRight(rest, "0123456789")
	return (digits == 2 || digits == 4) && len(letters) >= 4 && strings.IndexFunc(letters, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
