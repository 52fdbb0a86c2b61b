package bib

import (
	"bytes"
	"strings"
)

const (
	maxQuoted      = 1 << 20 // a quoted cell that is longer, or runs over more lines, has a quote that never closes
	maxQuotedLines = 2000
	maxWasted      = 64 << 20 // bytes read ahead in vain, after which quotes have to close on their line
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
	width int        // how many cells a row should have, 0 if that is not known
	again []numbered // lines that were read too far, in order

	wasted int // bytes that were read ahead for quotes that do not close
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
	p := rowParser{comma: r.comma}
	if p.feed(first.text); !p.inside {
		return row{line: first.n, cells: p.cells}
	}
	bare := parseBare(first.text, r.comma)
	var below []numbered
	for size := 0; p.inside && len(below) < maxQuotedLines && size < maxQuoted && r.wasted < maxWasted; {
		l, err := r.line()
		if err != nil {
			break
		}
		l.text = bytes.Clone(l.text)
		below = append(below, l)
		if l.long {
			break
		}
		p.feed(l.text)
		size += len(l.text) + 1
	}
	// Where the line has all its cells by itself and those below fit badly, the quote is part of a text.
	if !p.inside && (len(bare) != r.width || !p.odd && len(p.cells) == r.width) {
		return row{line: first.n, cells: p.cells}
	}
	r.again = append(below, r.again...)
	for _, l := range below {
		r.wasted += len(l.text)
	}
	return row{line: first.n, cells: bare, mended: "a quote that does not close"}
}

// parseBare returns the cells of a line in which quotes mean nothing.
func parseBare(line []byte, comma byte) []string {
	if comma == 0 {
		return []string{string(line)}
	}
	return strings.Split(string(line), string(comma))
}

// parseRow returns the cells of one line.
func parseRow(line []byte, comma byte) []string {
	p := rowParser{comma: comma}
	p.feed(line)
	return p.cells
}

// rowParser parts a row that is fed line by line.
type rowParser struct {
	comma  byte
	cells  []string
	cell   strings.Builder // the quoted cell that is being read
	inside bool            // it is open
	odd    bool            // a quoted cell has single quotes inside
}

// feed reads a line; after it the row is whole unless a quoted cell is open.
func (p *rowParser) feed(line []byte) {
	if p.inside {
		p.cell.WriteByte('\n')
		if line = p.quoted(line); line == nil {
			return
		}
	}
	for {
		if trimmed := bytes.TrimLeft(line, " "); len(trimmed) > 0 && trimmed[0] == '"' {
			p.inside = true
			p.cell.Reset()
			if line = p.quoted(trimmed[1:]); line == nil {
				return
			}
			continue
		}
		end := bytes.IndexByte(line, p.comma)
		if p.comma == 0 || end < 0 {
			p.cells = append(p.cells, string(line))
			return
		}
		p.cells = append(p.cells, string(line[:end]))
		line = line[end+1:]
	}
}

// quoted reads on in a quoted cell. A quote closes it only before a delimiter or the end; any other stands for itself.
// It returns what follows the delimiter, nil at the end of the line.
func (p *rowParser) quoted(line []byte) []byte {
	for {
		at := bytes.IndexByte(line, '"')
		if at < 0 {
			p.cell.Write(line)
			return nil
		}
		p.cell.Write(line[:at])
		line = line[at+1:]
		after := bytes.TrimLeft(line, " ")
		switch {
		case len(after) == 0:
			p.close()
			return nil
		case line[0] == '"':
			p.cell.WriteByte('"')
			line = line[1:]
		case after[0] == p.comma && p.comma != 0:
			p.close()
			return after[1:]
		default:
			p.cell.WriteByte('"')
			p.odd = true
		}
	}
}

func (p *rowParser) close() {
	p.cells = append(p.cells, p.cell.String())
	p.inside = false
}
