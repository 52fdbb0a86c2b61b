package bib

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

const (
	guessRows = 50  // rows looked at
	minMean   = 100 // mean length of an abstract, in code points; titles have 50 to 90
)

// profile says what stands in a column.
type profile struct {
	cells, years, dois int
	words, runes       int
}

func (p *profile) add(cell string) {
	if cell = strip(cell); cell == "" {
		return
	}
	p.cells++
	p.words += len(strings.Fields(cell))
	p.runes += utf8.RuneCountInString(cell)
	if y, ok := parseYear(cell); ok && len(cell) == 4 && y >= 1800 {
		p.years++
	}
	if _, ok := parseDOI(cell); ok {
		p.dois++
	}
}

// guessTable names the columns of a table without a known header by what stands in them: the longest text is the
// abstract, the longest of the others with three words or more the title, and years and DOIs show. Nearly all rows must
// have as many cells as the first.
func guessTable(head []byte, comma byte, before int) (table, bool) {
	rows := headRows(head, comma, before)
	if len(rows) < 2 || len(rows[0]) < 2 {
		return table{}, false
	}
	profiles := make([]profile, len(rows[0]))
	fit := 0
	for _, cells := range rows[1:] { // the first may be a header in another language
		if len(cells) != len(profiles) {
			continue
		}
		fit++
		for i, cell := range cells {
			profiles[i].add(cell)
		}
	}
	t := table{comma: comma, before: before, columns: make([]column, len(profiles))}
	if fit*10 < (len(rows)-1)*9 || !t.nameByContent(profiles) {
		return table{}, false
	}
	t.header = t.isHeader(rows[0], profiles)
	return t, true
}

func headRows(head []byte, comma byte, before int) (rows [][]string) {
	r := rowReader{lines: lines{r: bufio.NewReader(bytes.NewReader(head))}, comma: comma}
	for range before {
		r.lines.next() //nolint:errcheck // seen before
	}
	for len(rows) <= guessRows {
		row, err := r.next()
		if err != nil {
			break
		}
		rows = append(rows, row.cells)
	}
	if len(head) == window && len(rows) > 2 {
		rows = rows[:len(rows)-1] // the window may cut the last
	}
	return rows
}

// nameByContent gives the columns their fields, and reports whether one is a title or an abstract.
func (t *table) nameByContent(profiles []profile) bool {
	var named []string
	name := func(i int, f field, label string) {
		t.columns[i] = column{field: f, used: true}
		named = append(named, fmt.Sprintf("column %d as %s", i+1, label))
	}
	text := t.longest(profiles, 3)
	if text >= 0 && profiles[text].runes >= minMean*profiles[text].cells {
		name(text, abstract, "abstract")
		text = t.longest(profiles, 3)
	}
	if text >= 0 {
		name(text, title, "title")
	}
	found := len(named) > 0
	for i, p := range profiles {
		switch {
		case t.columns[i].used || p.cells == 0:
		case p.years*10 >= p.cells*9:
			name(i, year, "year")
		case p.dois*10 >= p.cells*9:
			name(i, doi, "DOI")
		}
	}
	t.guess = strings.Join(named, ", ")
	return found
}

// longest returns the column without a name that has the longest cells of that many words, -1 for none.
func (t *table) longest(profiles []profile, words int) int {
	best := -1
	for i, p := range profiles {
		if t.columns[i].used || p.words < words*p.cells || p.cells == 0 || p.dois*2 > p.cells {
			continue
		}
		if best < 0 || p.runes*profiles[best].cells > profiles[best].runes*p.cells {
			best = i
		}
	}
	return best
}

// isHeader reports whether the first row names columns: each text in it is less than half as long as those below, and
// none is a year or a DOI.
func (t *table) isHeader(cells []string, profiles []profile) bool {
	for i, cell := range cells {
		var p profile
		p.add(cell)
		switch f := t.columns[i].field; {
		case i >= len(profiles) || !t.columns[i].used:
		case p.years > 0 || p.dois > 0:
			return false
		case (f == title || f == abstract) && p.runes*2*profiles[i].cells > profiles[i].runes:
			return false
		}
	}
	return true
}
