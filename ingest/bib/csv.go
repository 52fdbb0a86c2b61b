package bib

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"papergraph/ingest"
)

// table says how a table is written and what its columns mean.
type table struct {
	comma   byte // 0: one column, nothing parts cells
	before  int  // lines before the header: blank ones, and Excel's "sep=;"
	header  bool // the first row names the columns
	columns []column
	guess   string // what the columns were taken for by their content; "" where the header says it
}

type column struct {
	field field
	rank  int
	used  bool
}

// delimiters in the order in which they win when they explain a header equally well.
const delimiters = ",;\t|"

// findTable looks for a header: cells of which one is a name of title or abstract, and below it rows of as many cells.
// A file that is called a table may have one column, or rows that do not fit, or, as one with tabs, no known header.
func findTable(name string, head []byte) (table, bool) {
	var best table
	var bestKnown int
	isTable := known(name) && bytes.Contains([]byte(".csv.tsv.tab"), []byte(ending(name)))
	header, before, only := headerLine(head)
	for i := range len(delimiters) {
		if only != 0 && delimiters[i] != only {
			continue
		}
		t := table{comma: delimiters[i], before: before, header: true}
		knownCells := t.name(parseRow(header, t.comma))
		if knownCells > bestKnown && (isTable || len(t.columns) > 1 && t.fits(head)) {
			best, bestKnown = t, knownCells
		}
	}
	if bestKnown > 0 && len(best.columns) == 1 {
		best.comma = 0
	}
	if bestKnown > 0 {
		return best, true
	}
	for i := range len(delimiters) {
		if c := delimiters[i]; (isTable || c == '\t') && (only == 0 || c == only) {
			if t, ok := guessTable(head, c, before); ok {
				return t, true
			}
		}
	}
	return table{}, false
}

// headerLine returns the first line that is not blank, how many lines stand before it, and the delimiter that a line
// "sep=;" names.
func headerLine(head []byte) (header []byte, before int, only byte) {
	for line := range bytes.Lines(head) {
		line = bytes.TrimRight(line, "\n")
		rest, isSep := bytes.CutPrefix(bytes.ToLower(line), []byte("sep="))
		switch {
		case isSep && len(rest) == 1 && strings.IndexByte(delimiters, rest[0]) >= 0:
			only = rest[0]
		case len(bytes.TrimSpace(line)) > 0:
			return line, before, only
		}
		before++
	}
	return nil, before, only
}

// name takes the cells of the header for columns, and returns how many have a known name; 0 where none is title or
// abstract.
func (t *table) name(cells []string) int {
	var n int
	var text bool
	for _, cell := range cells {
		var c column
		c.field, c.rank, c.used = fieldNamed(cell)
		t.columns = append(t.columns, c)
		if c.used {
			n++
			text = text || c.field == title || c.field == abstract
		}
	}
	if !text {
		return 0
	}
	return n
}

// fits reports whether at least half of the rows in the head have as many cells as the header.
func (t *table) fits(head []byte) bool {
	rows := headRows(head, t.comma, t.before)
	fit := 0
	for _, cells := range rows {
		if len(cells) == len(t.columns) {
			fit++
		}
	}
	return fit*2 >= len(rows)
}

// readCSV reads the rows below the header.
func readCSV(ctx context.Context, s *source, t *text) error {
	r := bufio.NewReaderSize(t.peek, window)
	head, _ := r.Peek(window)
	tab, _ := findTable(s.name, head)
	rows := &rowReader{lines: lines{r: r}, comma: tab.comma, width: len(tab.columns)}
	for range tab.before {
		if _, _, err := rows.lines.next(); err != nil {
			return err
		}
	}
	if tab.guess != "" {
		s.warn(ingest.Partial, tab.before+1, "no header that names title or abstract", tab.guess)
	}
	if tab.header {
		if _, err := rows.next(); err != nil {
			return err
		}
	}
	for n := 0; ; n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		s.take(tab.find(row))
	}
}

// find makes a document of a row. A cell too many or too few costs nothing as long as there is a title or an abstract.
func (t *table) find(row row) find {
	r := &record{line: row.line}
	if row.lost != "" {
		return find{line: row.line, lost: row.lost}
	}
	if row.mended != "" {
		r.note(ingest.Repaired, row.mended, "taken as part of the text")
	}
	if len(row.cells) != len(t.columns) {
		r.note(ingest.Repaired, fmt.Sprintf("%d cells below a header of %d", len(row.cells), len(t.columns)), "read as far as they fit")
	}
	for i, cell := range row.cells[:min(len(row.cells), len(t.columns))] {
		c := t.columns[i]
		switch {
		case !c.used:
		case c.field.isList():
			if cell = strip(cell); cell != "" {
				r.setList(c.field, c.rank, splitList(c.field, cell))
			}
		default:
			r.setText(c.field, c.rank, cell)
		}
	}
	return r.find()
}
