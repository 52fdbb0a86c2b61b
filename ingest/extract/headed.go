package extract

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// headed returns what a title names as the paper's own: what stands before its first colon, or behind its last, or the whole;
// or what stands before "for", "in" or the like where the abstract writes it as a name.
func (s *sheet) headed(abstract *sheet, f *Found) []Brought {
	c := clause{sheet: s, first: 0, last: len(s.tokens), definitions: f.Definitions}
	for _, n := range f.Names {
		if n.Cue == Titled {
			if strings.Contains(n.Surface, " ") && isSubject(n.Surface, abstract) {
				return nil
			}
			sure := abstract.holdsName(n.Surface, s.loud) && !c.isStudied(n.Surface)
			return []Brought{{Span: n.Span, Surface: n.Surface, By: Headed, Sure: sure, Kind: c.kindBehind()}}
		}
	}
	end := 0
	for end < len(s.tokens) && s.tokens[end].Class == text.Word && c.class(end) != Function {
		end++
	}
	if end > 0 && strings.HasSuffix(c.low(0), "ing") && !c.isMark(end, ":") {
		return c.behindColon()
	}
	switch {
	case end == 0 || end > 6:
	case end >= 2 && end <= 4 && c.isMark(end, ":"):
		if isSubject(c.words(end), abstract) && !c.headsName(end) {
			return nil
		}
		if sure := abstract.holdsName(c.words(end), s.loud); sure || c.headsName(end) {
			return []Brought{c.make(0, end, Headed, sure && !c.isStudied(c.words(end)), c.nounBehind())}
		}
	case end == len(s.tokens) && end >= 2 && end <= 5:
		return []Brought{c.make(0, end, Headed, true, c.low(end-1))}
	case end >= 2 && c.isOn(end) && abstract.writes(s, end, f):
		return []Brought{c.make(0, end, Headed, false, c.low(end-1))}
	}
	return c.behindColon()
}

// isSubject reports whether the last word of a phrase is a task, or a noun of every paper where the abstract does not write the
// phrase as a name, so that it is what many work on.
func isSubject(phrase string, abstract *sheet) bool {
	last := strings.ToLower(phrase[strings.LastIndexByte(phrase, ' ')+1:])
	h, _ := HeadOf(Singular(last))
	return h.Kind == ingest.Task || ClassOf(last) == Generic && !strings.Contains(abstract.view.Text, phrase)
}

// isStudied reports whether what stands behind the first colon of a title says that the head, a phrase of plain words, may be looked at
// rather than brought: "X: a comparison of …", "X: how far …?".
func (c *clause) isStudied(head string) bool {
	if !strings.Contains(head, " ") || hasShaped(head, !c.loud) {
		return false
	}
	i := 0
	for i < c.last && !c.isMark(i, ":") {
		i++
	}
	if i++; i >= c.last {
		return false
	}
	if asking[c.low(i)] || c.isMark(c.last-1, "?") {
		return true
	}
	if w := c.low(i); w == "a" || w == "an" || w == "the" {
		i++
	}
	for i+1 < c.last && c.tokens[i+1].Class == text.Word && c.class(i+1) != Function {
		i++
	}
	return i < c.last && studies[c.low(i)]
}

// studies are nouns, and asking words at the head of a phrase, that say of a subject that it is looked at.
var (
	studies = map[string]bool{
		"analysis": true, "comparison": true, "study": true, "survey": true, "review": true, "evaluation": true, "perspective": true,
		"assessment": true, "overview": true, "tutorial": true, "investigation": true, "theory": true, "challenges": true, "lessons": true,
	}
	asking = map[string]bool{
		"analyzing": true, "analysing": true, "understanding": true, "comparing": true, "evaluating": true, "revisiting": true, "rethinking": true,
		"how": true, "what": true, "why": true, "when": true, "where": true, "is": true, "are": true, "does": true, "do": true, "can": true,
	}
)

// holdsName reports whether an abstract lets a name of a title stand: one of several words is there too; one word has the shape of
// a name or is never written in small letters.
func (s *sheet) holdsName(name string, loud bool) bool {
	if strings.Contains(name, " ") {
		return strings.Contains(s.fold(), Fold(name)) || s.holdsInitials(name) || hasShaped(name, !loud)
	}
	low := strings.ToLower(name)
	return isShaped(name, !loud) || low == name || !strings.Contains(" "+s.view.Text, " "+low)
}

// holdsInitials reports whether the initials of a name of three words and more stand in the sheet as a word.
func (s *sheet) holdsInitials(name string) bool {
	var initials []rune
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		for _, r := range w {
			initials = append(initials, r)
			break
		}
	}
	short := strings.ToUpper(string(initials))
	for _, t := range s.tokens {
		if len(initials) > 2 && t.Class == text.Word && s.text(t) == short {
			return true
		}
	}
	return false
}

// hasShaped reports whether a word of a name has the shape of one.
func hasShaped(name string, allCaps bool) bool {
	for w := range strings.FieldsSeq(name) {
		if isShaped(w, allCaps) || isTied(w) {
			return true
		}
	}
	return false
}

// words returns the first n words of a title as they stand.
func (c *clause) words(n int) string { return c.view.Text[c.tokens[0].Start:c.tokens[n-1].End] }

// headsName reports whether the first n words of a title end in a noun for what papers bring, or hold a word with the shape of a
// name.
func (c *clause) headsName(n int) bool {
	for i := range n {
		if w := c.text(c.tokens[i]); isShaped(w, !c.loud) || i > 0 && isTied(w) {
			return true
		}
	}
	h, ok := HeadOf(Singular(c.low(n - 1)))
	return ok && h.Kind == ingest.Method
}

// kindBehind returns the kind that the rest of a title tells of the name before its colon.
func (c *clause) kindBehind() ingest.Kind { return kindOf(c.nounBehind()) }

// nounBehind returns the noun behind the colon of a title that tells a kind: one that ends its phrase, as in "a dataset for".
func (c *clause) nounBehind() string {
	for i := range c.tokens {
		if kindOf(c.low(i)) != ingest.Method && (i+1 == c.last || c.tokens[i+1].Class != text.Word || c.class(i+1) == Function) && c.low(i-1) != "without" {
			return c.low(i)
		}
	}
	return ""
}

// isOn reports whether a title goes on at token i with what its head is for.
func (c *clause) isOn(i int) bool {
	switch c.low(i) {
	case "for", "with":
		return true
	}
	return false
}

// writes reports whether an abstract has the first words of a title as a name: with capitals inside a sentence, or shortened.
func (s *sheet) writes(title *sheet, end int, f *Found) bool {
	head := title.view.Text[title.tokens[0].Start:title.tokens[end-1].End]
	if i := strings.Index(s.view.Text, head); i > 0 && !strings.HasSuffix(strings.TrimRight(s.view.Text[:i], " "), ".") {
		return true
	}
	fold := Fold(head)
	for _, d := range f.Definitions {
		if Fold(d.Long) == fold {
			return true
		}
	}
	return false
}

// behindColon returns the name with which a title of the form "…: Name" ends.
func (c *clause) behindColon() []Brought {
	colon := c.last - 1
	for colon > 0 && !c.isMark(colon, ":") {
		colon--
	}
	n := c.last - colon - 1
	if colon == 0 || n < 1 || n > 2 || !isShaped(c.text(c.tokens[colon+1]), !c.loud) {
		return nil
	}
	return []Brought{c.make(colon+1, c.last, Headed, false, c.low(c.last-1))}
}
