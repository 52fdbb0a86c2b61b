package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

var update = flag.Bool("update", false, "write what is found into the transcripts")

// rule parts the title and abstract of a transcript from what is found in them.
const rule = "=====\n"

// TestTranscripts reads the title and abstract that each file in testdata begins with, and compares the names, definitions
// and words with a shape with the lower half of the file. Classes of words are left out: they are tuned.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			whole, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in, want, _ := strings.Cut(string(whole), rule)
			title, abstract, _ := strings.Cut(strings.TrimSuffix(in, "\n"), "\n")
			d := ingest.Document{Title: title, Abstract: abstract}
			got := transcript(&d)
			if *update {
				if err := os.WriteFile(file, []byte(in+rule+got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("found (-want +got):\n%s", diff)
			}
		})
	}
}

// transcript tells what is found in a document, each with the text as given.
func transcript(d *ingest.Document) string {
	var b strings.Builder
	f := extract.Document(d)
	known := f.Spellings.All()
	given := func(s ingest.Span) string { return d.Text(s.Field)[s.Start:s.End] }
	for _, n := range f.Names {
		fmt.Fprintf(&b, "name %q in the %s: %s\n", n.Surface, n.Field, given(n.Span))
	}
	for _, def := range f.Definitions {
		fmt.Fprintf(&b, "%q is %q in the %s: %s\n", def.Short, def.Long, def.Span.Field, given(def.Span))
	}
	for _, w := range f.Words {
		if w.Shaped {
			fmt.Fprintf(&b, "shape %q, key %q, in the %s: %s\n", known[w.Form].Surface, known[w.Form].Key, w.Field, given(w.Span()))
		}
	}
	return b.String()
}
