package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"papergraph/ingest/text"
)

// prose returns a text as one line in which markup and LaTeX are resolved. O(bytes) time.
func prose(s string) string { return line(text.Clean(strings.ToValidUTF8(s, "\ufffd")).Text) }

// line returns a text as one line: normal form C, white space collapsed, no control characters, nothing that is no
// character, and every change of direction undone at its end. O(bytes) time.
func line(s string) string {
	s = norm.NFC.String(balance(strip(strings.ToValidUTF8(s, "\ufffd")))) // last, for what was dropped may part a letter from its mark
	return strings.Join(strings.Fields(s), " ")
}

// strip turns white space and line ends into spaces and drops control characters and code points that are no characters.
func strip(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return ' '
		case r < 0x20 || r >= 0x7f && r <= 0x9f || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef:
			return -1
		}
		return r
	}, s)
}

// The controls of direction: what opens an embedding or override, what opens an isolate, and what closes them.
const (
	firstEmbedding, popEmbedding, lastOverride = '\u202a', '\u202c', '\u202e'
	firstIsolate, lastIsolate, popIsolate      = '\u2066', '\u2068', '\u2069'
)

// balance drops closing controls of direction that close nothing and closes at the end what is still open, so that a title
// cannot turn the text behind it round.
func balance(s string) string {
	if !strings.Contains(s, "\xe2\x80") && !strings.Contains(s, "\xe2\x81") { // with which they all begin
		return s
	}
	var b strings.Builder
	var open []rune // what will close each that is open
	for _, r := range s {
		switch {
		case r == popEmbedding || r == popIsolate:
			if len(open) == 0 || open[len(open)-1] != r {
				continue
			}
			open = open[:len(open)-1]
		case r >= firstEmbedding && r <= lastOverride:
			open = append(open, popEmbedding)
		case r >= firstIsolate && r <= lastIsolate:
			open = append(open, popIsolate)
		}
		b.WriteRune(r)
	}
	for _, closing := range slices.Backward(open) {
		b.WriteRune(closing)
	}
	return b.String()
}

// labelLength is how many code points a label has at most: what a node of a drawn graph can carry.
const labelLength = 100

// short returns a clean line, or its beginning with an ellipsis, of at most labelLength code points.
func short(s string) string {
	if utf8.RuneCountInString(s) <= labelLength {
		return s
	}
	runes := []rune(s)
	for n := labelLength - 1; n > 0; n-- { // closing what a cut leaves open may make it longer again
		cut := balance(strings.TrimRight(string(runes[:n]), " ") + "…")
		if utf8.RuneCountInString(cut) <= labelLength {
			return cut
		}
	}
	return "…"
}

// cleaned returns items as clean lines, what is empty left out.
func cleaned(items []string) []string {
	out := make([]string, 0, len(items))
	for _, item := range items {
		if item = line(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}

// joined returns items joined by a bar; a bar inside becomes a slash.
func joined(items []string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.Join(items, "\n"), "|", "/"), "\n", "|") // no clean line holds \n
}
