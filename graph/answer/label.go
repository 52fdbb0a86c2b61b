package answer

import (
	"strings"
	"unicode"

	"papergraph/ingest"
)

// Label returns what a document is called where one line must name it: its title; where it has none, the beginning of its
// abstract up to the first end of a sentence, at most 100 code points; else its id.
func Label(d *ingest.Document) string {
	if strings.TrimSpace(d.Title) != "" {
		return d.Title
	}
	text := strings.Join(strings.Fields(d.Abstract), " ")
	if text == "" {
		return d.ID
	}
	for i, r := range text {
		end := r == '.' || r == '?' || r == '!'
		if rest := text[i+1:]; end && i >= 20 && (rest == "" || unicode.IsSpace(rune(rest[0]))) {
			text = text[:i]
			break
		}
	}
	return Cut(text, 100)
}

// Cut returns text, or its beginning up to a space with an ellipsis, so that it has at most n code points.
func Cut(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	head := runes[:max(0, n-1)]
	for i := len(head) - 1; i > len(head)*2/3; i-- {
		if unicode.IsSpace(head[i]) {
			head = head[:i]
			break
		}
	}
	return strings.TrimRightFunc(string(head), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:", r) }) + "…"
}
