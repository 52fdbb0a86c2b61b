package bib

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
)

// readListing is in its first form: lines by turns.
func readListing(ctx context.Context, s *source, t *text) error {
	l := lines{r: bufio.NewReaderSize(t.peek, window)}
	var held *record
	for {
		line, long, err := l.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		text := strings.TrimSpace(string(line))
		switch {
		case long:
			s.take(find{line: l.n, lost: longLine})
		case text == "":
		case strings.HasPrefix(text, "Get trending"):
			s.skipped++
		case held == nil:
			held = &record{line: l.n}
			held.setText(title, 0, strings.TrimPrefix(text, "Subscribe"))
		default:
			held.setText(abstract, 0, text)
			s.take(held.find())
			held = nil
		}
	}
	if held != nil {
		s.take(held.find())
	}
	return ctx.Err()
}
