package bib

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// blockSize is how many bytes of records are decoded at a time: enough to hide what a goroutine costs, little enough to
// hold a block for each worker.
const blockSize = 256 << 10

// piece is the text of one JSON record.
type piece struct {
	line int
	text []byte
	lost string // why the text is not there; "" where it is
	note *note  // a warning that belongs to no record, in place of one
}

// readJSON reads objects a line, or an array, or an array inside an object.
func readJSON(ctx context.Context, s *source, t *text) error {
	var next func() (piece, error)
	r := bufio.NewReaderSize(t.peek, window)
	head, _ := r.Peek(window)
	if isJSONLines(head) {
		next = (&jsonLines{lines{r: r}}).next
	} else {
		next = (&framer{r: r, line: 1}).next
	}
	return readPieces(ctx, s, next)
}

// readPieces decodes blocks of pieces side by side and takes what they give in order.
func readPieces(ctx context.Context, s *source, next func() (piece, error)) error {
	var readErr error
	block := func() ([]piece, bool) {
		var pieces []piece
		for size := 0; size < blockSize && readErr == nil; {
			var p piece
			if p, readErr = next(); readErr == nil {
				pieces = append(pieces, p)
				size += len(p.text) + 64
			}
		}
		return pieces, len(pieces) > 0
	}
	err := inOrder(ctx, s.workers, block, decodeBlock, func(finds []find) {
		for _, f := range finds {
			if f.line == 0 {
				s.add(f.notes[0], 0)
				s.skipped++
				continue
			}
			s.take(f)
		}
	})
	if err == nil && !errors.Is(readErr, io.EOF) {
		err = readErr
	}
	return err
}

func decodeBlock(pieces []piece) []find {
	d := newDecoder()
	finds := make([]find, len(pieces))
	for i, p := range pieces {
		switch {
		case p.note != nil:
			finds[i] = find{notes: []note{*p.note}}
		case p.lost != "":
			finds[i] = find{line: p.line, lost: p.lost}
		default:
			finds[i] = d.decode(p)
		}
	}
	return finds
}

// inOrder calls work for each block, up to n at once, and take for each result in the order of the blocks. take and
// next are never called at the same time.
func inOrder[B, R any](ctx context.Context, n int, next func() (B, bool), work func(B) R, take func(R)) error {
	var waiting []chan R
	for more := true; more || len(waiting) > 0; {
		if err := ctx.Err(); err != nil {
			return err
		}
		var block B
		if more {
			block, more = next()
		}
		if more {
			done := make(chan R, 1)
			waiting = append(waiting, done)
			go func() { done <- work(block) }()
		}
		if len(waiting) > n || !more && len(waiting) > 0 {
			take(<-waiting[0])
			waiting = waiting[1:]
		}
	}
	return nil
}

// jsonLines gives each line that is not blank as a piece.
type jsonLines struct{ lines }

func (l *jsonLines) next() (piece, error) {
	for {
		line, long, err := l.lines.next()
		if err != nil {
			return piece{}, err
		}
		if long {
			return piece{line: l.n, lost: longLine}, nil
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			return piece{line: l.n, text: bytes.Clone(line)}, nil
		}
	}
}

// isJSONLines tells a record a line from one document over many. The first line decides: where it is no whole value,
// the text is a document if the second line goes on in it.
func isJSONLines(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\n")
	if len(head) == 0 || head[0] == '[' {
		return false
	}
	if head[0] != '{' {
		return true // the first record is broken
	}
	end := bytes.IndexByte(head, '\n')
	d := jsontext.NewDecoder(bytes.NewReader(head), lenient...)
	for {
		tok, err := d.ReadToken()
		at := int(d.InputOffset())
		switch {
		case err != nil:
			return end < 0 || at <= end || len(bytes.TrimSpace(head[end:min(at, len(head))])) == 0
		case end >= 0 && at > end+1 && d.StackDepth() > 0:
			return false // a token of the first value stands below its first line
		case d.StackDepth() == 0:
			return true
		case tok.Kind() == '"' && d.StackDepth() == 1 && wraps(tok.String()) && wrapped(head[min(at, len(head)):]):
			return false
		}
	}
}

// wraps reports whether the name is one under which answers of services hold their records.
func wraps(name string) bool {
	switch name {
	case "results", "data", "items", "papers":
		return true
	}
	return false
}

// wrapped reports whether what follows a name is an array of objects.
func wrapped(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t\n:")
	if len(rest) == 0 || rest[0] != '[' {
		return false
	}
	rest = bytes.TrimLeft(rest[1:], " \t\n")
	return len(rest) > 0 && rest[0] == '{'
}
