package bib

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"papergraph/ingest"
)

// byGaps parts passages at blank lines.
func byGaps(passages []passage) [][]passage {
	var groups [][]passage
	for i, p := range passages {
		if i == 0 || p.gap {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], p)
	}
	return groups
}

// inBlocks reports whether blank lines part papers: at least one group of five has several lines. Where each line stands
// alone, they part lines.
func inBlocks(groups [][]passage) bool {
	many := 0
	for _, g := range groups {
		if len(g) > 1 {
			many++
		}
	}
	return len(groups) > 1 && many*5 >= len(groups)
}

// blocks reads groups of lines. A group is a paper: a title over one to three lines, perhaps authors, the abstract. A
// group without a title goes on with the abstract of the paper above it.
func (l *listing) blocks(groups [][]passage) {
	for _, g := range groups {
		switch {
		case countPairs(g) > 1, isTitleList(g):
			l.alternate(g, false)
		case l.goesOn(g):
			l.paragraph(g)
		case isText(g, 0):
			l.textAlone(joined(g))
		default:
			l.block(g)
		}
	}
	l.noteMissing()
}

// block reads one group that begins with a title.
func (l *listing) block(g []passage) {
	n := titleLines(g)
	r := l.title(joined(g[:n]))
	for n < len(g) && meta(r, g[n], true) {
		n++
	}
	end := len(g)
	for end-1 > n && endsPhrase(g[end-2].text) && meta(r, g[end-1], false) {
		end--
	}
	if n < end {
		r.setText(abstract, 0, joined(g[n:end]).prose)
	}
}

// goesOn reports whether the group is a paragraph of the paper above: text, where the paper has no abstract yet or its
// group was complete.
func (l *listing) goesOn(g []passage) bool {
	if len(l.papers) == 0 {
		return false
	}
	last := l.papers[len(l.papers)-1]
	if last.text[title] == "" {
		return false
	}
	return isText(g, 0) || last.text[abstract] == "" && isProse(g)
}

// isProse reports whether wrapped lines are running text from the first on: the second goes on in small letters, and
// there are two sentences in all.
func isProse(g []passage) bool {
	if len(g) < 2 || g[0].heading {
		return false
	}
	r, _ := utf8.DecodeRuneInString(g[1].text)
	return !unicode.IsUpper(r) && classOf(joined(g)) != titleLike
}

// paragraph adds a group to the abstract of the last paper.
func (l *listing) paragraph(g []passage) {
	r := l.papers[len(l.papers)-1]
	text := joined(g).prose
	if old := r.text[abstract]; old != "" {
		text = old + "\n" + text
	}
	r.text[abstract] = ""
	r.rank[abstract] = 0
	r.setText(abstract, 0, text)
}

// noteMissing says which titles have no abstract, where others have one.
func (l *listing) noteMissing() {
	with := 0
	for _, r := range l.papers {
		if r.text[abstract] != "" {
			with++
		}
	}
	for _, r := range l.papers {
		if with > 0 && r.text[abstract] == "" {
			r.note(ingest.Partial, "no abstract below the title", "kept without abstract")
		}
	}
}

// joined makes one passage of wrapped lines.
func joined(g []passage) passage {
	p := g[0]
	for _, q := range g[1:] {
		p.text += " " + q.text
		p.prose += " " + q.prose
		p.notes = append(p.notes, q.notes...)
	}
	return p
}

// countPairs returns how many titles with an abstract on the next line a group has.
func countPairs(g []passage) int {
	n := 0
	for i := range g {
		if !isText(g, i) && isText(g, i+1) {
			n++
		}
	}
	return n
}

// isTitleList reports whether the lines of a group are titles, one each: none reads like text, alone or joined with the
// others, and none goes on from the line above.
func isTitleList(g []passage) bool {
	if len(g) < 2 || countTexts(g) > 0 || len(g) == 2 && muchLonger(g[1], g[0]) {
		return false
	}
	for i, p := range g {
		if endsPhrase(p.text) && strings.HasSuffix(p.text, ".") || i > 0 && (continues(g[i-1], p) || meta(&record{}, p, true)) {
			return false
		}
	}
	return true
}

// titleLines returns over how many lines of a group its title runs. Where the group is wrapped, the title ends at the
// first line that had room for the next word; where it is not, only what clearly wants more goes on.
func titleLines(g []passage) int {
	const most = 4
	width := widest(g)
	if len(g) < 3 || g[0].heading || width >= minText {
		return goingOn(g)
	}
	sure := goingOn(g)
	for n := sure; n < len(g) && n <= most; n++ {
		if p := g[n]; hasRoom(g[n-1], p, width) || p.label != "" || areNames(p.text) {
			return n
		}
	}
	return sure
}

// widest returns the length of the longest line, in code points.
func widest(g []passage) (width int) {
	for _, p := range g {
		width = max(width, utf8.RuneCountInString(p.text))
	}
	return width
}

// hasRoom reports whether the first word of line b had room at the end of line a, so that the break is meant.
func hasRoom(a, b passage, width int) bool {
	word, _, _ := strings.Cut(b.text, " ")
	return utf8.RuneCountInString(a.text)+1+utf8.RuneCountInString(word) <= width
}

// goingOn returns how many lines from the first on go on in the next, by their words.
func goingOn(g []passage) int {
	n := 1
	for n < len(g) && n < 3 && !g[0].heading && continues(g[n-1], g[n]) {
		n++
	}
	if n == 2 && n+1 < len(g) && isLastOfTitle(g[0], g[n], g[n+1]) {
		n++
	}
	return n
}

// isLastOfTitle reports whether a line below a title that has wrapped already is its last: shorter than the title's
// first line and than the line below it, with which the abstract begins.
func isLastOfTitle(first, p, below passage) bool {
	return p.class == titleLike && p.label == "" && !endsPhrase(p.text) && !areNames(p.text) &&
		len(p.text)*3 < len(first.text)*2 && len(p.text)*3 < len(below.text)*2
}

// continues reports whether line b goes on with the title in line a: b begins with a small letter below a long line, or a
// ends with a sign or word that wants more.
func continues(a, b passage) bool {
	if b.class != titleLike || b.label != "" || endsPhrase(a.text) || strings.HasSuffix(b.text, ".") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(b.text)
	if unicode.IsLower(r) && utf8.RuneCountInString(a.text) >= 30 {
		return true
	}
	switch last := a.text[strings.LastIndexByte(a.text, ' ')+1:]; strings.ToLower(last) {
	case "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "under", "using", "via", "with", "without", "–", "-", "&":
		return true
	default:
		return strings.HasSuffix(last, ":") || strings.HasSuffix(last, ",") || strings.HasSuffix(last, "-")
	}
}
