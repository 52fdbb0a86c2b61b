package bib_test

import (
	"os"
	"path/filepath"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/bib"
)

// shared returns a file of the corpus that lies beside the checkout, or leaves the test out.
func shared(tb testing.TB, name string) string {
	tb.Helper()
	path := filepath.Join("..", "..", "..", "shared", "corpus", name)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("left out: %s is not there", path)
	}
	return path
}

func read(tb testing.TB, o bib.Options, names ...string) (*ingest.Corpus, ingest.Reading) {
	tb.Helper()
	corpus, reading, err := bib.Read(tb.Context(), names, o)
	if err != nil {
		tb.Fatal(err)
	}
	return corpus, reading
}

func TestRealListing(t *testing.T) {
	corpus, reading := read(t, bib.Options{}, shared(t, "similar-papers.txt"))
	if n := len(corpus.Documents); n != 274 || reading.Skipped != 2 || reading.Read != 274 {
		t.Errorf("%d papers, %d read, %d skipped; want 274, 274, 2", n, reading.Read, reading.Skipped)
	}
	const first = "Saliency Map Verbalization: Comparing Feature Importance Representations from Model-free and Instruction-based Methods"
	if got := corpus.Documents[corpus.Input[0]].Title; got != first {
		t.Errorf("the first title is %q, want %q", got, first)
	}
	for _, d := range corpus.Documents {
		if d.Abstract == "" || d.Title == "" {
			t.Errorf("title %q has an abstract of %d bytes", d.Title, len(d.Abstract))
		}
	}
}

func TestRealLines(t *testing.T) {
	if testing.Short() {
		t.Skip("left out: 60,000 records")
	}
	corpus, reading := read(t, bib.Options{Workers: 2}, shared(t, "papers-60k.jsonl.zst"))
	if len(corpus.Documents) != 60_000 || reading.Read != 60_000 {
		t.Errorf("%d papers of %d read, want 60,000", len(corpus.Documents), reading.Read)
	}
	for _, w := range reading.Warnings[:min(20, len(reading.Warnings))] {
		t.Log(w)
	}
}
