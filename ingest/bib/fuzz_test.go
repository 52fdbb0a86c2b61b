package bib_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"papergraph/ingest/bib"
)

// seed adds the inputs of the transcripts in a folder.
func seed(f *testing.F, folder string) {
	f.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds in %s: %v", folder, err)
	}
	for _, file := range files {
		whole, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		in, _, _ := strings.Cut(string(whole), rule)
		f.Add(strings.ReplaceAll(in, "\\\n", ""))
	}
}

// check reads text and holds what is promised for any input: no panic, counts that add up, text that is UTF-8, papers
// that have a title or an abstract, lines that are in the text, and the same bytes for any number of workers.
func check(t *testing.T, name, text string) {
	t.Helper()
	corpus, reading, err := bib.ReadFrom(t.Context(), name, strings.NewReader(text), bib.Options{Workers: 1})
	checkCounts(t, corpus, reading)
	if err != nil {
		if !errors.Is(err, bib.ErrNothing) {
			t.Fatal(err)
		}
		return
	}
	lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
	for i := range corpus.Documents {
		d := &corpus.Documents[i]
		if d.Title == "" && d.Abstract == "" || d.ID == "" || !utf8.ValidString(d.Title+d.Abstract+d.ID) {
			t.Errorf("document %+v", d)
		}
		if line := d.Sources[0].Line; line < 1 || !packed(text) && line > lines {
			t.Errorf("line %d of %d", line, lines)
		}
	}
	again, _, err := bib.ReadFrom(t.Context(), name, strings.NewReader(text), bib.Options{Workers: 3})
	if err != nil || again.Hash != corpus.Hash {
		t.Errorf("%v: read twice, two corpora", err)
	}
}

// packed reports whether lines of the text say nothing: it is packed, or two bytes a character.
func packed(text string) bool {
	return strings.Contains(text[:min(len(text), 8)], "\x00") || strings.HasPrefix(text, "\x1f\x8b") ||
		strings.HasPrefix(text, "\x28\xb5") || strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") || strings.Contains(text, "\x00")
}

func FuzzListing(f *testing.F) {
	seed(f, "listing")
	f.Fuzz(func(t *testing.T, text string) { check(t, "x.txt", text) })
}

func FuzzJSON(f *testing.F) {
	seed(f, "json")
	f.Fuzz(func(t *testing.T, text string) { check(t, "x.json", text) })
}

func FuzzCSV(f *testing.F) {
	seed(f, "csv")
	f.Fuzz(func(t *testing.T, text string) { check(t, "x.csv", text) })
}

func FuzzUnpack(f *testing.F) {
	for _, text := range []string{goodLines, frenchTable, "\xff\xfea\x00\n\x00b\x00", "\xfe\xff\x00a", "caf\xe9\r\rna\x00me \xff"} {
		f.Add(text)
		f.Add(gz(text))
		f.Add(gz(gz(text)))
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, "x", text) })
}
