package read

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"unicode/utf8"

	"papergraph/graph"
)

// Graph is a graph as a file has it.
type Graph struct {
	Links    *graph.CSR   // without direction; where a directed graph has both directions, their weights are added
	Directed bool         // whether the file says from where to where edges lead
	Arcs     []graph.Edge // of a directed graph: from U to V, ascending by U, then V, no pair twice; else nil
	Names    []string     // by node; nil where nodes are the numbers that the file has
	Warnings []Warning    // in the order of their lines
}

// Warning is trouble that was survived, and how often it was met.
type Warning struct {
	Line  int    // where it was met first, from 1 in the unpacked file
	Count int    // how often, 1 or more
	What  string // what it was
	Done  string // what was done about it
}

// bom is the mark that some programs write in front of text.
const bom = "\ufeff"

// File reads a list of edges, or GraphML where the first letter is "<"; either may be packed by gzip or zstd. The error
// is that of ctx or of r, or names the line with what cannot be read there. O(n + m) time for n names and m edges, beside
// the sorting of names.
func File(ctx context.Context, r io.Reader) (*Graph, error) {
	text, done, err := unpack(r)
	if err != nil {
		return nil, err
	}
	defer done()
	if head, _ := text.Peek(len(bom)); string(head) == bom {
		_, _ = text.Discard(len(bom)) // they are in the buffer
	}
	if isXML(text) {
		return graphML(ctx, text)
	}
	return table(ctx, text)
}

// isXML says whether the first letter that is no space is one that only XML begins with.
func isXML(text *bufio.Reader) bool {
	head, _ := text.Peek(4 << 10)
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<"))
}

// atLine says in which line an error is.
func atLine(line int, format string, args ...any) error {
	return fmt.Errorf("line %d: %w", line, fmt.Errorf(format, args...))
}

// shown is the longest piece of a file that an error shows.
const shown = 40

// cut returns a piece of a file as an error shows it.
func cut(s string) string {
	if len(s) <= shown {
		return s
	}
	end := shown
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}
