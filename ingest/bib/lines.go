package bib

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

const (
	maxLine  = 64 << 20 // a line, or a record where records have no lines
	maxField = 16 << 20
)

var longLine = fmt.Sprintf("line over %d MiB", maxLine>>20)

// lines reads a text line by line. A line that is too long is passed over without being held.
type lines struct {
	r   *bufio.Reader
	n   int // number of the line read last, from 1
	buf []byte
}

// next returns the next line without its end, good until the next call, and whether it was too long, in which case it
// is empty. The error is io.EOF after the last line; a line that another error cuts short is not returned.
func (l *lines) next() (line []byte, long bool, err error) {
	l.buf = l.buf[:0]
	for {
		part, err := l.r.ReadSlice('\n')
		if errors.Is(err, io.EOF) && (len(part) > 0 || len(l.buf) > 0 || long) {
			err = nil
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, false, err
		}
		if long = long || len(l.buf)+len(part) > maxLine; long {
			l.buf = nil
		} else if err == nil && len(l.buf) == 0 {
			l.n++
			return chomp(part), false, nil
		} else {
			l.buf = append(l.buf, part...)
		}
		if err == nil {
			l.n++
			return chomp(l.buf), long, nil
		}
	}
}

func chomp(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\n' {
		return line[:n-1]
	}
	return line
}
