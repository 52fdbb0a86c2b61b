package main

import (
	"fmt"
	"io"
	"strings"
)

// prose is an answer in sentences, as plain text or as Markdown.
type prose struct {
	b        strings.Builder
	markdown bool
}

// writeProse writes what tell says in the format text or md.
func writeProse(w io.Writer, format string, tell func(*prose)) error {
	t := &prose{markdown: format == "md"}
	tell(t)
	if _, err := io.WriteString(w, t.b.String()); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// title begins the answer.
func (t *prose) title(s string) { t.put("# ", "", s) }

// heading begins a part.
func (t *prose) heading(s string) { t.put("\n## ", "\n", s) }

// line says something.
func (t *prose) line(s string) { t.put("\n", "", s) }

// quote shows a sentence of a paper.
func (t *prose) quote(s string) { t.put("\n> ", "    ", s) }

func (t *prose) put(markdown, text, s string) {
	s = strings.Join(strings.Fields(s), " ")
	if t.markdown {
		t.b.WriteString(markdown + markdownCell(s) + "\n")
		return
	}
	t.b.WriteString(text + s + "\n")
}
