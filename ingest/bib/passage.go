package bib

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// passage is a line of a listing, or what wrapped lines were joined to.
type passage struct {
	line    int
	text    string // without bullet, number, Markdown and label: what it is as a title
	whole   string // text with its label
	prose   string // what it is as an abstract: as given, without its label
	label   string // what the line calls itself: "title", "abstract", "authors", …; "" for nothing
	gap     bool   // a blank line stands before it
	heading bool   // Markdown calls it one
	class   class
	notes   []note
}

// class is what a line looks like by itself.
type class uint8

const (
	titleLike  class = iota
	textLike         // an abstract
	eitherLike       // a long title or a short abstract: two sentences, or many words without a full stop
)

// Limits in code points. Of 274 titles on a real page the longest has 152, of their abstracts the shortest 431; other
// pages have abstracts of two short sentences and, rarely, titles of 300.
const (
	minText       = 200
	maxTitle      = 300
	minTwoPhrases = 80
)

var (
	bulletLead = regexp.MustCompile(`^(?:[-*+•‣◦▪●–—]|\(?\d{1,4}[.)]|\[\d{1,4}\])\s+`)
	headLead   = regexp.MustCompile(`^#{1,6}\s+`)
	labelLead  = regexp.MustCompile(`(?i)^(?:\*\*)?(title|abstract|authors?|year|date|venue|journal|doi|url|link|arxiv|keywords)\s*[:：]\s*(?:\*\*)?\s*`)
	dashLead   = regexp.MustCompile(`(?i)^(?:\*\*)?(abstract)(?:\*\*)?\s*[—–]\s*`)
	bareLabel  = regexp.MustCompile(`(?i)^(?:\*\*)?(title|abstract)\s*[:.—–-]?(?:\*\*)?$`)
	phraseEnd  = regexp.MustCompile(`\p{L}{2,}[)"'”’\]]*[.!?][)"'”’\]]*(?:\s|$)`)
)

// newPassage takes bullets, numbers, Markdown and labels off a line and says what it looks like.
func newPassage(line int, text string) passage {
	p := passage{line: line, text: strings.TrimSpace(text)}
	p.prose = p.text
	if at := headLead.FindStringIndex(p.text); at != nil {
		p.text, p.heading = p.text[at[1]:], true
	}
	if at := bulletLead.FindStringIndex(p.text); at != nil {
		p.text = p.text[at[1]:]
	}
	if bold, ok := strings.CutPrefix(p.text, "**"); ok && strings.HasSuffix(bold, "**") && strings.Count(bold, "**") == 1 {
		p.text = strings.TrimSuffix(bold, "**")
	}
	p.whole = p.text
	if p.label, p.text = cutLabel(p.text); p.label == "abstract" {
		p.prose = p.text
	}
	p.class = classOf(p)
	return p
}

// cutLabel takes "Title:" and the like off a text.
func cutLabel(text string) (label, rest string) {
	const longest = 40
	lead := text[:min(len(text), longest)]
	for _, form := range []*regexp.Regexp{labelLead, dashLead, bareLabel} {
		if at := form.FindStringSubmatchIndex(lead); at != nil && (form != bareLabel || len(text) < longest) {
			return strings.TrimSuffix(strings.ToLower(text[at[2]:at[3]]), "s"), text[at[1]:]
		}
	}
	return "", text
}

// lendLabels gives the label of a line that holds nothing else to the line below.
func lendLabels(passages []passage) []passage {
	kept := passages[:0]
	label := ""
	for _, p := range passages {
		if p.text == "" && p.label != "" {
			label = p.label
			continue
		}
		if label != "" && p.label == "" {
			p.label, p.gap = label, false
			p.class = classOf(p)
		}
		kept, label = append(kept, p), ""
	}
	return kept
}

func classOf(p passage) class {
	n := utf8.RuneCountInString(p.text)
	switch {
	case p.label == "abstract":
		return textLike
	case p.heading && n <= maxTitle:
		return titleLike
	case n > maxTitle, n >= minText && endsPhrase(p.text):
		return textLike
	case n >= minTwoPhrases && len(phraseEnd.FindAllStringIndex(p.text, 2)) == 2:
		return eitherLike
	case n < minText:
		return titleLike
	}
	return eitherLike
}

// endsPhrase reports whether the text ends as a sentence does.
func endsPhrase(text string) bool {
	text = strings.TrimRight(text, `)"'”’] `)
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?")
}

// countTexts returns how many passages may be abstracts.
func countTexts(passages []passage) int {
	n := 0
	for _, p := range passages {
		if p.class != titleLike {
			n++
		}
	}
	return n
}

// isText reports whether passage i is read as an abstract. What may be either is a title where an abstract follows.
func isText(passages []passage, i int) bool {
	if i < 0 || i >= len(passages) {
		return false
	}
	switch passages[i].class {
	case textLike:
		return true
	case eitherLike:
		return i+1 >= len(passages) || passages[i+1].class != textLike
	default:
		return false
	}
}

var (
	addressLine = regexp.MustCompile(`^(?:https?://|www\.)\S+$`)
	arxivLine   = regexp.MustCompile(`(?i)^arxiv:\s*\S+(?:\s*\[[\w.-]+\])?$`)
	doiLine     = regexp.MustCompile(`(?i)^(?:doi:?\s*)?10\.\d{4,9}/\S+$`)
	dateLine    = regexp.MustCompile(`(?i)^(?:(?:published|submitted|posted|updated)?\s*(?:on|:)?\s*)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+|\d{4}-\d\d-)?\(?(?:(?:1[5-9]|20)\d\d|\d\d)\)?$`)
)

// meta fills a field from a line between title and abstract, or below: address, DOI, arXiv id, date, and above the
// abstract the authors. It reports whether the line was one of these.
func meta(r *record, p passage, above bool) bool {
	switch {
	case p.label != "" && p.label != "title" && p.label != "abstract":
		if !fitsLabel(p) {
			return false
		}
		setLabelled(r, p)
	case p.class != titleLike:
		return false
	case addressLine.MatchString(p.text):
		r.setText(url, 0, p.text)
	case arxivLine.MatchString(p.text):
		r.setText(arxiv, 0, p.text)
	case doiLine.MatchString(p.text):
		r.setText(doi, 0, p.text)
	case dateLine.MatchString(p.text):
		if _, ok := parseYear(p.text); ok {
			r.setText(year, 0, p.text)
		}
	case above && areNames(p.text):
		r.setList(authors, 0, splitNames(strings.TrimPrefix(strings.TrimPrefix(p.text, "By "), "by ")))
	default:
		return false
	}
	return true
}

// fitsLabel reports whether the text can be what its label says. A title may begin "Link: ".
func fitsLabel(p passage) (ok bool) {
	switch p.label {
	case "year", "date":
		_, ok = parseYear(p.text)
	case "doi":
		_, ok = parseDOI(p.text)
	case "arxiv":
		_, ok = parseArXiv(p.text)
	case "url", "link":
		ok = addressLine.MatchString(p.text)
	default:
		ok = true
	}
	return ok
}

// setLabelled sets the field that a label names.
func setLabelled(r *record, p passage) {
	f, rank, ok := fieldNamed(p.label)
	switch {
	case !ok:
	case f.isList():
		r.setList(f, rank, splitList(f, p.text))
	default:
		r.setText(f, rank, p.text)
	}
}

// areNames reports whether a line lists persons: two or more names, or one after "By", each of two to four words with
// capitals, apart from particles.
func areNames(text string) bool {
	rest, by := strings.CutPrefix(text, "By ")
	names := strings.FieldsFunc(andSep.ReplaceAllString(rest, ", "), func(r rune) bool { return r == ',' || r == ';' || r == '·' || r == '|' })
	if len(names) < 2 && !by || endsPhrase(text) && !strings.HasSuffix(text, ".") || strings.Contains(text, ":") {
		return false
	}
	for _, name := range names {
		if !isName(strings.Fields(name)) {
			return false
		}
	}
	return len(names) > 0
}

func isName(words []string) bool {
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	for i, w := range words {
		switch w {
		case "de", "da", "di", "del", "della", "der", "den", "van", "von", "la", "le", "el", "al", "bin", "ibn", "dos", "du", "ten", "ter", "zu":
			continue
		}
		r, size := utf8.DecodeRuneInString(w)
		capital := unicode.IsUpper(r) || unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
		if !capital || strings.ContainsAny(w, `0123456789/()"`) || i == len(words)-1 && size == len(w) {
			return false
		}
		if rest := w[size:]; len(rest) > 1 && strings.ToUpper(rest) == rest && strings.ContainsFunc(rest, unicode.IsLetter) && !strings.ContainsAny(rest, ".-") {
			return false // LSTM and the like
		}
	}
	return true
}
