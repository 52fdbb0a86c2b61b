package extract

import (
	"strings"
	"unicode"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// Cue says by what a name was told.
type Cue uint8

// The cues, weakest first.
const (
	Called Cue = iota // "called X", "dubbed X", "named X", "termed X"
	Titled            // the title is "X: …"
)

// Name is a place where a document gives something a name.
type Name struct {
	ingest.Span
	Surface string
	Cue     Cue
}

// titleName returns the name with which a title of the form "Name: …" begins. One word always is a name; two or three are
// where one has the shape of a name, or where all begin with a capital and the abstract holds the same words so written.
func (s *sheet) titleName(abstract *sheet) (Name, bool) {
	colon := 0
	for colon < len(s.tokens) && s.tokens[colon].Class == text.Word {
		colon++
	}
	if colon == 0 || colon > 3 || colon+1 >= len(s.tokens) || s.view.Text[s.tokens[colon].Start] != ':' || s.tokens[colon].Spaced {
		return Name{}, false
	}
	surface := s.view.Text[:s.tokens[colon-1].End]
	surface = surface[s.tokens[0].Start:]
	if !s.isTitleName(surface, colon, abstract) {
		return Name{}, false
	}
	return Name{s.span(s.tokens[0], s.tokens[colon-1]), surface, Titled}, true
}

func (s *sheet) isTitleName(surface string, n int, abstract *sheet) bool {
	if n == 1 {
		low := strings.ToLower(surface)
		return len(surface) > 1 && (isShaped(surface, !s.loud) || ClassOf(low) == Plain || strings.Contains(abstract.view.Text, " "+surface+" "))
	}
	shaped := false
	for i, t := range s.tokens[:n] {
		w := s.text(t)
		if s.spellings[i].class >= Stop && !s.spellings[i].upper {
			return false
		}
		shaped = shaped || isShaped(w, !s.loud)
	}
	return shaped && n == 2 || strings.Contains(abstract.view.Text, surface)
}

// hush takes the shape of a name from words that have capitals inside only to spell the name of the title: of "BuMBle: BUsy
// Matched Bees", busy.
func hush(words []Word, name string, known []*Spelling) {
	spelled := strings.ToUpper(name)
	for i := range words {
		w := &words[i]
		if !w.Shaped {
			continue
		}
		k := known[w.Form]
		if len(k.Surface) < 4 || strings.EqualFold(k.Surface, name) {
			continue
		}
		if c := capitals(k.Surface); len(c) < len(k.Surface) && strings.Contains(spelled, c) && isLetters(k.Surface) && !isCamel(k.Surface, c) && !strings.Contains(name, k.Surface) {
			w.Shaped, w.Class = false, k.class
		}
	}
}

// isCamel reports whether a word is two words written in one, each with a capital: PointNet.
func isCamel(w, capitals string) bool {
	second := strings.LastIndexFunc(w, unicode.IsUpper)
	return len(capitals) == 2 && startsUpper(w) && second > 2 && len(w)-second > 2
}

// capitals returns the capitals of a word.
func capitals(w string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return r
		}
		return -1
	}, w)
}

// isLetters reports whether a word has letters only.
func isLetters(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// calling are words behind which a name stands.
var calling = map[string]bool{"called": true, "dubbed": true, "named": true, "termed": true, "coined": true, "nicknamed": true, "titled": true, "entitled": true}

// calledNames appends the names behind words of calling: the next word with a capital or the shape of a name, and the words
// like it that follow.
func (s *sheet) calledNames(dst []Name) []Name {
	for i := range s.tokens {
		if s.tokens[i].Class != text.Word || s.spellings[i].cues&cueCalls == 0 {
			continue
		}
		first := i + 1
		for first < len(s.tokens) && (s.tokens[first].Class == text.Mark && strings.IndexByte("\"'", s.view.Text[s.tokens[first].Start]) >= 0 || isLeadIn(s.spellings[first].Lower)) {
			first++
		}
		last := first
		for last < len(s.tokens) && last < first+4 && s.namesSomething(last, first) {
			last++
		}
		if last > first {
			a, b := s.tokens[first], s.tokens[last-1]
			dst = append(dst, Name{s.span(a, b), s.view.Text[a.Start:b.End], Called})
		}
	}
	return dst
}

func (s *sheet) namesSomething(i, first int) bool {
	t := s.tokens[i]
	if i > first && !t.Spaced {
		return false
	}
	w := s.text(t)
	return t.Class == text.Word && (startsUpper(w) || isShaped(w, !s.loud))
}
