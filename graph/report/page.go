package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// page is what a report is written on. The first error stops the writing and is kept.
type page interface {
	title(text string)
	heading(text string)
	subheading(text string)
	paragraph(text string)
	list(items []string)
	table(t table)
}

// table is rows of cells under a head. Columns named in right are flush right.
type table struct {
	head  []string
	right []bool
	rows  [][]string
}

// oneLine returns a text on one line without control characters, white space collapsed and bytes that are no UTF-8
// replaced.
func oneLine(s string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || isBidi(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.Fields(norm.NFC.String(clean)), " ")
}

// isBidi says whether r would turn the direction of what follows on the line.
func isBidi(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 }

// cells returns how many columns of a terminal a text takes.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n += runeCells(r)
	}
	return n
}

func runeCells(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}

// fit returns a text, or its beginning with an ellipsis, so that it takes at most n columns.
func fit(s string, n int) string {
	if cells(s) <= n {
		return s
	}
	used := 0
	for i, r := range s {
		if used += runeCells(r); used > n-1 {
			return strings.TrimRight(s[:i], " ,;:") + "…"
		}
	}
	return s
}

// wrap parts a text into lines of at most n columns; a longer word stands alone.
func wrap(s string, n int) []string {
	var lines []string
	line := ""
	for w := range strings.FieldsSeq(s) {
		if line != "" && cells(line)+1+cells(w) > n {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	return append(lines, line)
}
