package bib_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/ingest"
	"papergraph/ingest/bib"
)

var update = flag.Bool("update", false, "write what is read into the transcripts")

// rule parts the input of a transcript from what was read of it.
const rule = "\n=====\n"

// TestTranscripts reads the upper half of each file in testdata and compares what comes out with the lower half. A
// backslash at the end of a line of the input joins it with the next, so that long lines can be read.
func TestTranscripts(t *testing.T) {
	for folder, name := range map[string]string{"listing": "in.txt", "json": "in.json", "csv": "in.csv"} {
		files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no transcripts in %s: %v", folder, err)
		}
		for _, file := range files {
			t.Run(folder+"/"+strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
				whole, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				in, want, _ := strings.Cut(string(whole), rule)
				text := strings.ReplaceAll(in, "\\\n", "")
				got := transcript(bib.ReadFrom(t.Context(), name, strings.NewReader(text), bib.Options{Workers: 2}))
				if *update {
					if err := os.WriteFile(file, []byte(in+rule+got), 0o644); err != nil {
						t.Fatal(err)
					}
					return
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("wanted -, got +:\n%s", diff)
				}
			})
		}
	}
}

// transcript writes what was read for people.
func transcript(corpus *ingest.Corpus, r ingest.Reading, err error) string {
	var b bytes.Buffer
	if err != nil {
		fmt.Fprintf(&b, "error: %v (nothing: %t)\n", err, errors.Is(err, bib.ErrNothing))
	}
	for _, s := range r.Sources {
		fmt.Fprintf(&b, "%s as %s: ", s.File, s.Format)
	}
	fmt.Fprintf(&b, "read %d = kept %d + merged %d + dropped %d, skipped %d\n", r.Read, r.Kept, r.Merged, r.Dropped, r.Skipped)
	for _, w := range r.Warnings {
		fmt.Fprintf(&b, "%s %s\n", w.Kind, w)
	}
	if corpus == nil {
		return b.String()
	}
	for _, n := range corpus.Input {
		b.WriteString("\n" + describe(&corpus.Documents[n]))
	}
	return b.String()
}

func describe(d *ingest.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", d.ID)
	for _, f := range []struct {
		name  string
		value any
		show  bool
	}{
		{"title", d.Title, d.Title != ""},
		{"abstract", d.Abstract, d.Abstract != ""},
		{"year", d.Year, d.Year != 0},
		{"authors", strings.Join(d.Authors, " | "), d.Authors != nil},
		{"venue", d.Venue, d.Venue != ""},
		{"doi", d.DOI, d.DOI != ""},
		{"arxiv", d.ArXiv, d.ArXiv != ""},
		{"url", d.URL, d.URL != ""},
		{"keywords", strings.Join(d.Keywords, " | "), d.Keywords != nil},
		{"references", strings.Join(d.References, " | "), d.References != nil},
		{"language", d.Language, d.Language != ""},
	} {
		if f.show {
			fmt.Fprintf(&b, "  %s: %v\n", f.name, f.value)
		}
	}
	for _, s := range d.Sources {
		fmt.Fprintf(&b, "  from %s:%d\n", s.File, s.Line)
	}
	return b.String()
}
