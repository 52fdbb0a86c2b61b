package bib

import (
	"strings"

	"papergraph/ingest"
)

// alternate reads lines by turns: title, perhaps authors, abstract. A lost line shifts nothing: a title has the abstract
// that stands right below it, and none where another title stands there. With short set, a sentence below a title is
// its abstract too.
func (l *listing) alternate(passages []passage, short bool) {
	texts, named := countTexts(passages), withNames(passages)
	pairs := 0
	for i := 0; i < len(passages); {
		p := passages[i]
		if isText(passages, i) {
			l.textAlone(p)
			i++
			continue
		}
		r := l.title(p)
		i++
		alone := true
		for i < len(passages) && !startsPair(passages, i) && meta(r, passages[i], named || isText(passages, i+1)) {
			alone = false
			i++
		}
		switch {
		case isText(passages, i), short && isShortText(passages, i, p):
			r.setText(abstract, 0, passages[i].prose)
			pairs++
			i++
		case alone && pairs == 0 && isBanner(p) && texts > 2:
			l.papers = l.papers[:len(l.papers)-1]
			l.skipped = append(l.skipped, p)
		case texts > 0:
			r.note(ingest.Partial, "no abstract below the title", "kept without abstract")
		}
		for i < len(passages) && !isText(passages, i+1) && meta(r, passages[i], false) {
			i++
		}
	}
}

// withNames reports whether lines of names are usual: at least one for three lines that are no text. A single one in a
// list of titles is more likely a title with commas.
func withNames(passages []passage) bool {
	var names, all int
	for _, p := range passages {
		if p.class == titleLike {
			all++
			if areNames(p.text) {
				names++
			}
		}
	}
	return names*3 >= all
}

// startsPair reports whether passage i is a title for sure: an abstract follows, and it does not look like names.
func startsPair(passages []passage, i int) bool {
	p := passages[i]
	return isText(passages, i+1) && p.label == "" && !areNames(p.text) && !meta(&record{}, p, true)
}

// isShortText reports whether passage i is an abstract of one sentence below the title: it has five words, ends as a
// sentence while the title does not, or is much longer than the title and stands right above a title that has an
// abstract, and it is not itself the title of an abstract below.
func isShortText(passages []passage, i int, title passage) bool {
	if i >= len(passages) || isText(passages, i+1) {
		return false
	}
	text := passages[i].text
	return muchLonger(passages[i], title) && isText(passages, i+2) ||
		strings.HasSuffix(text, ".") && !strings.HasSuffix(title.text, ".") && len(strings.Fields(text)) >= 5
}

// muchLonger reports whether a line below a title is too long to be the next title, by half.
func muchLonger(p, title passage) bool {
	return len(p.text) >= minTwoPhrases && len(p.text)*2 >= len(title.text)*3
}

// shortAbstracts reports whether sentences may be abstracts: where there are long ones too, or where about every second
// line ends as a sentence. A list of titles that all end in full stops has none.
func shortAbstracts(passages []passage) bool {
	stops := 0
	for _, p := range passages {
		if strings.HasSuffix(p.text, ".") {
			stops++
		}
	}
	return countTexts(passages) > 0 || stops*5 >= len(passages)*2 && stops*5 <= len(passages)*3
}

// isBanner reports whether a line above the first abstract of a page is more likely its heading than a paper whose
// abstract is missing: an exclamation, or three words at most.
func isBanner(p passage) bool {
	return strings.HasSuffix(p.text, "!") || len(strings.Fields(p.text)) <= 3
}
