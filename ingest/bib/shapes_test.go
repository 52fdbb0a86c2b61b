package bib_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/bib"
)

// TestRealTextsInEachShape writes 5,000 real papers as listings and as a table, and counts what comes back with the same
// title and abstract. White space does not count: lines end texts in a listing.
func TestRealTextsInEachShape(t *testing.T) {
	corpus, _ := read(t, bib.Options{}, shared(t, "papers-5k.jsonl.zst"))
	type paper struct{ title, abstract string }
	var papers []paper
	for i := range corpus.Documents {
		d := &corpus.Documents[i]
		papers = append(papers, paper{spaced(d.Title), spaced(d.Abstract)})
	}
	for _, c := range []struct {
		name, file string
		write      func(b *strings.Builder, i int, p paper)
		lost       int // at most, of 5,000
	}{
		{"by turns", "x.txt", func(b *strings.Builder, _ int, p paper) { b.WriteString(p.title + "\n" + p.abstract + "\n") }, 0},
		{"lines apart", "x.txt", func(b *strings.Builder, _ int, p paper) { b.WriteString(p.title + "\n\n" + p.abstract + "\n\n") }, 0},
		{"blocks", "x.txt", func(b *strings.Builder, _ int, p paper) { b.WriteString(p.title + "\n" + p.abstract + "\n\n") }, 0},
		{"numbered, with buttons", "x.txt", func(b *strings.Builder, _ int, p paper) {
			b.WriteString("1. " + p.title + "\nUpvote\n12\n" + p.abstract + "\nRead more\n")
		}, 0},
		{"labels", "x.txt", func(b *strings.Builder, _ int, p paper) {
			b.WriteString("Title: " + p.title + "\nAbstract: " + p.abstract + "\n")
		}, 0},
		{"wrapped in blocks", "x.txt", func(b *strings.Builder, _ int, p paper) {
			b.WriteString(wrapped(p.title, 72) + "\n" + wrapped(p.abstract, 72) + "\n\n")
		}, 60},
		{"a title in 50 lost", "x.txt", func(b *strings.Builder, i int, p paper) {
			if i%50 > 0 {
				b.WriteString(p.title + "\n")
			}
			b.WriteString(p.abstract + "\n")
		}, 100},
		{"an abstract in 50 lost", "x.txt", func(b *strings.Builder, i int, p paper) {
			b.WriteString(p.title + "\n")
			if i%50 > 0 {
				b.WriteString(p.abstract + "\n")
			}
		}, 100},
		{"table", "x.csv", func(b *strings.Builder, i int, p paper) {
			w := csv.NewWriter(b)
			if i == 0 {
				w.Write([]string{"title", "abstract"})
			}
			w.Write([]string{p.title, p.abstract})
			w.Flush()
		}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			want := map[string]string{}
			for i, p := range papers {
				if p.title != "" && p.abstract != "" && want[p.title] == "" {
					want[p.title] = p.abstract
					c.write(&b, i, p)
				}
			}
			got, r, err := bib.ReadFrom(t.Context(), c.file, strings.NewReader(b.String()), bib.Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkCounts(t, got, r)
			lost := len(want) - matching(got, want)
			t.Logf("%d of %d do not come back", lost, len(want))
			if lost > c.lost {
				t.Errorf("%d of %d do not come back, want at most %d", lost, len(want), c.lost)
			}
		})
	}
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// wrapped breaks a text into lines.
func wrapped(s string, width int) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(s) {
		switch {
		case i == 0:
		case column+1+len(word) > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}

func matching(c *ingest.Corpus, want map[string]string) (n int) {
	for i := range c.Documents {
		d := &c.Documents[i]
		if abstract, ok := want[d.Title]; ok && abstract == d.Abstract {
			n++
		}
	}
	return n
}
