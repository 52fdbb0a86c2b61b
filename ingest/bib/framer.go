package bib

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"papergraph/ingest"
)

// framer cuts the records out of a JSON document: an array, an array under one of the names of wraps, or objects that
// follow each other. It matches brackets only, so that a record that is no good JSON costs no other one.
type framer struct {
	r         *bufio.Reader
	line      int // of the next byte
	inArray   bool
	inWrapper bool // the array stands in an object
}

// next returns the next record, or io.EOF.
func (f *framer) next() (piece, error) {
	for {
		b, err := f.skipSpace()
		if err != nil {
			return piece{}, err
		}
		switch {
		case b == ']' && f.inArray:
			if err := f.closeArray(); err != nil {
				return piece{}, err
			}
		case b == '}': // one too many
			f.drop(1)
		case f.inArray:
			return f.record()
		case b == '[':
			f.inArray = true
			f.drop(1)
		case b != '{':
			return f.stray()
		default:
			head, _ := f.r.Peek(window)
			at, ok := arrayInside(head)
			if !ok {
				return f.record()
			}
			f.inArray, f.inWrapper = true, true
			f.drop(at)
		}
	}
}

// arrayInside returns where the records begin in an object that wraps them. It must show in the first window.
func arrayInside(head []byte) (at int, ok bool) {
	d := jsontext.NewDecoder(bytes.NewReader(head), lenient...)
	for {
		tok, err := d.ReadToken()
		if err != nil || d.StackDepth() == 0 {
			return 0, false
		}
		if tok.Kind() != '"' || d.StackDepth() != 1 || !wraps(tok.String()) {
			continue
		}
		if at := int(d.InputOffset()); wrapped(head[at:]) {
			return at + bytes.IndexByte(head[at:], '[') + 1, true
		}
	}
}

// skipSpace passes over white space and commas, and returns the byte behind them without taking it.
func (f *framer) skipSpace() (byte, error) {
	for {
		b, err := f.r.ReadByte()
		switch {
		case err != nil:
			return 0, err
		case b == '\n':
			f.line++
		case b != ' ' && b != '\t' && b != ',':
			return b, f.r.UnreadByte()
		}
	}
}

// drop takes n bytes that have been seen.
func (f *framer) drop(n int) {
	head, _ := f.r.Peek(n)
	f.line += bytes.Count(head, []byte{'\n'})
	f.r.Discard(len(head)) //nolint:errcheck // they are in the buffer
}

// record takes one value: up to the bracket that closes it, or up to the next comma, bracket or line end.
func (f *framer) record() (piece, error) {
	p := piece{line: f.line}
	over := false
	size, err := f.value(0, func(chunk []byte) {
		if over = over || len(p.text)+len(chunk) > maxLine; over {
			p.text = nil
			return
		}
		p.text = append(p.text, chunk...)
	})
	switch {
	case errors.Is(err, io.EOF) && size > 0:
		return piece{line: p.line, lost: "the JSON record does not end"}, nil
	case err != nil:
		return piece{}, err
	case over:
		return piece{line: p.line, lost: fmt.Sprintf("record over %d MiB", maxLine>>20)}, nil
	}
	return p, nil
}

// closeArray takes the end of the array, and of the object around it.
func (f *framer) closeArray() error {
	f.drop(1)
	wrapper := f.inWrapper
	f.inArray, f.inWrapper = false, false
	if !wrapper {
		return nil
	}
	_, err := f.value(1, func([]byte) {})
	return err
}

// value hands over the bytes of a value, or of what is left of one whose brackets are depth deep, and returns their
// number.
func (f *framer) value(depth int, take func([]byte)) (size int, err error) {
	s := valueScan{depth: depth}
	for {
		if _, err := f.r.Peek(1); err != nil {
			return size, err
		}
		chunk, _ := f.r.Peek(f.r.Buffered())
		n, done := s.scan(chunk)
		take(chunk[:n])
		size += n
		f.drop(n)
		if done {
			return size, nil
		}
	}
}

// valueScan finds the end of a value by its brackets. A line end in a string, which JSON does not allow, ends the string,
// so that a missing quote costs one record.
type valueScan struct {
	depth             int
	begun             bool
	inString, escaped bool
}

// scan returns how many bytes of the chunk belong to the value, and whether it ends there.
func (s *valueScan) scan(chunk []byte) (n int, done bool) {
	for i, b := range chunk {
		switch {
		case s.inString:
			s.inString = b != '\n' && (b != '"' || s.escaped)
			s.escaped = b == '\\' && !s.escaped
		case b == '"':
			s.inString, s.escaped = true, false
		case b == '{' || b == '[':
			s.depth++
		case s.depth == 0 && s.begun && (b == ',' || b == '}' || b == ']' || b == '\n'):
			return i, true
		case b == '}' || b == ']':
			if s.depth--; s.depth <= 0 {
				return i + 1, true
			}
		}
		s.begun = true
	}
	return len(chunk), false
}

// stray passes over a line that stands where no record can.
func (f *framer) stray() (piece, error) {
	n := note{ingest.Skipped, f.line, "text outside of the JSON records", "left out"}
	for {
		b, err := f.r.ReadByte()
		if errors.Is(err, io.EOF) || b == '\n' {
			f.line++
			return piece{note: &n}, nil
		}
		if err != nil {
			return piece{}, err
		}
	}
}
