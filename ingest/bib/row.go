package bib

import (
	"bytes"
	"fmt"
	"strings"
)

const (
	maxQuoted     = 1 << 20 // a quoted cell that is longer, or runs over more lines, has a quote that never closes
	maxQuotedLine = 2000
)

// row is a record of a table.
type row struct {
	line   int
	cells  []string
	mended string
	lost   string // why there are no cells
}

// rowReader reads the rows of a table as RFC 4180 has them, and as they are written in spite of it: quotes inside of
// cells, and quotes that never close, are text. encoding/csv would take the rest of the file for one cell.
type rowReader struct {
	lines lines
	comma byte
	again []numbered // lines that were read too far, in order
}

type numbered struct {
	n    int
	text []byte
	long bool
}

// next returns the next row that has something in it, or io.EOF.
func (r *rowReader) next() (row, error) {
	for {
		l, err := r.line()
		if err != nil {
			return row{}, err
		}
		if l.long {
			return row{line: l.n, lost: longLine}, nil
		}
		if len(bytes.Trim(l.text, " \t\""+string(r.comma))) > 0 {
			return r.row(l), nil
		}
	}
}

func (r *rowReader) line() (numbered, error) {
	if len(r.again) > 0 {
		l := r.again[0]
		r.again = r.again[1:]
		return l, nil
	}
	text, long, err := r.lines.next()
	return numbered{r.lines.n, text, long}, err
}

// row reads the row that begins with the line. Where a quote is open at its end, the lines below belong to the row, up
// to the line in which it closes; where none closes it in time, the quotes of the first line are text.
func (r *rowReader) row(first numbered) row {
	cells, open := parseCells(first.text, r.comma, false)
	if !open {
		return row{line: first.n, cells: cells}
	}
	whole := bytes.Clone(first.text)
	var below []numbered
	for len(below) < maxQuotedLine && len(whole) < maxQuoted {
		l, err := r.line()
		if err != nil || l.long {
			if l.long {
				below = append(below, numbered{n: l.n, long: true})
			}
			break
		}
		l.text = bytes.Clone(l.text)
		below = append(below, l)
		whole = append(append(whole, '\n'), l.text...)
		if bytes.IndexByte(l.text, '"') < 0 {
			continue
		}
		if cells, open := parseCells(whole, r.comma, false); !open {
			return row{line: first.n, cells: cells}
		}
	}
	r.again = append(below, r.again...)
	cells, _ = parseCells(whole[:len(first.text)], r.comma, true)
	return row{line: first.n, cells: cells, mended: fmt.Sprintf("a quote that does not close within %d lines", max(len(below), 1))}
}

// parseRow returns the cells of one line.
func parseRow(line []byte, comma byte) []string {
	cells, _ := parseCells(line, comma, false)
	return cells
}

// parseCells parts a row, and reports whether a quoted cell is still open at its end. With literal set, quotes mean
// nothing.
func parseCells(text []byte, comma byte, literal bool) (cells []string, open bool) {
	for {
		trimmed := bytes.TrimLeft(text, " ")
		if !literal && len(trimmed) > 0 && trimmed[0] == '"' {
			cell, rest, closed := quotedCell(trimmed[1:], comma)
			cells = append(cells, cell)
			if !closed {
				return cells, true
			}
			if rest == nil {
				return cells, false
			}
			text = rest
			continue
		}
		end := bytes.IndexByte(text, comma)
		if comma == 0 || end < 0 {
			return append(cells, string(text)), false
		}
		cells = append(cells, string(text[:end]))
		text = text[end+1:]
	}
}

// quotedCell reads a cell behind its quote. A quote closes it only before a delimiter or the end; any other stands for
// itself. rest is what follows the delimiter, nil at the end of the row.
func quotedCell(text []byte, comma byte) (cell string, rest []byte, closed bool) {
	var b strings.Builder
	for {
		at := bytes.IndexByte(text, '"')
		if at < 0 {
			return b.String(), nil, false
		}
		b.Write(text[:at])
		text = text[at+1:]
		after := bytes.TrimLeft(text, " ")
		switch {
		case len(after) == 0:
			return b.String(), nil, true
		case text[0] == '"':
			b.WriteByte('"')
			text = text[1:]
		case after[0] == comma && comma != 0:
			return b.String(), after[1:], true
		default:
			b.WriteByte('"')
		}
	}
}
