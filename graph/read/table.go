package read

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"
)

// table reads a list of edges: a line an edge, u v and perhaps a weight, parted by tabs or, where the first line has no
// tab, by spaces. Nodes are numbers from 0 or names. A first line that names its columns may stand before, with other
// columns beside; empty lines and those that begin with # or % are no edges.
func table(ctx context.Context, text *bufio.Reader) (*Graph, error) {
	t := &lines{nodes: names{most: -1}}
	for unlooked := 0; ; {
		line, err := text.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			return nil, atLine(t.number+1, "it is longer than %d bytes", maxLine)
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, atLine(t.number+1, "%w", err)
		}
		if unlooked += len(line); unlooked >= lookEvery || t.number == 0 {
			unlooked = 0
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		t.number++
		if err := t.take(bytes.TrimRight(line, "\r\n")); err != nil {
			return nil, err
		}
		if err != nil {
			return t.end()
		}
	}
}

// lookEvery is after how many bytes reading looks at its context: some milliseconds, whatever the length of lines.
const lookEvery = 256 << 10

// lines is a list of edges as far as it was read.
type lines struct {
	gather
	number int // of the line in hand, from 1
	begun  bool
	tabs   bool     // columns are parted by tabs
	width  int      // columns of every line
	at     columns  // what stands where
	fields [][]byte // of the line in hand
	nodes  names
}

// take reads a line.
func (t *lines) take(line []byte) error {
	if empty := bytes.TrimSpace(line); len(empty) == 0 || empty[0] == '#' || empty[0] == '%' {
		return nil
	}
	if !t.begun {
		t.begun, t.tabs = true, bytes.IndexByte(line, '\t') >= 0
		t.split(line)
		if isHeader, err := t.head(); isHeader || err != nil {
			return err
		}
	} else {
		t.split(line)
	}
	if len(t.fields) != t.width {
		return atLine(t.number, "%d columns, and the first line has %d", len(t.fields), t.width)
	}
	return t.edge()
}

// split parts a line into fields.
func (t *lines) split(line []byte) {
	t.fields = t.fields[:0]
	if !t.tabs {
		for field := range bytes.FieldsSeq(line) {
			t.fields = append(t.fields, field)
		}
		return
	}
	for field := range bytes.SplitSeq(line, []byte{'\t'}) {
		t.fields = append(t.fields, bytes.TrimSpace(field))
	}
}

// edge takes the line in hand as an edge.
func (t *lines) edge() error {
	u, v, err := t.nodes.ends(t.number, t.fields[t.at.from], t.fields[t.at.to], t.edges)
	if err != nil {
		return err
	}
	weight := 1.0
	if t.at.weight >= 0 {
		if weight, err = number(t.number, t.fields[t.at.weight]); err != nil {
			return err
		}
	}
	return t.add(t.number, u, v, weight)
}

// number reads a weight.
func number(line int, field []byte) (float64, error) {
	w, err := strconv.ParseFloat(string(field), 64)
	if err != nil {
		return 0, atLine(line, "the weight %q is not a number", cut(string(field)))
	}
	return w, nil
}

// end returns the graph when all lines were taken.
func (t *lines) end() (*Graph, error) {
	if !t.begun {
		return nil, ErrEmpty
	}
	n, list, sparse := t.nodes.settle(t.edges)
	if sparse {
		t.warn(1, "numbers of nodes far above the number of edges", "taken as names")
	}
	return t.graph(n, list)
}

// ErrEmpty is the error of a file in which there is no graph.
var ErrEmpty = errors.New("there is no graph in it")
