package bib_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"papergraph/ingest"
	"papergraph/ingest/bib"
)

// record draws an object whose values are taken from few, so that many records are the same work.
func record(t *rapid.T) string {
	pick := func(name string, values ...string) string { return rapid.SampledFrom(values).Draw(t, name) }
	members := []string{
		pick("title", `"title":"The Dance of the Honey Bees"`, `"title":"The dance of the honey-bees"`, `"title":"The Dance of the Honey Bees II"`,
			`"title":"Bells"`, `"title":"Rivers and the Grains in Them"`, `"headline":"Rivers and the Grains in Them"`, `"title":null`),
		pick("abstract", `"abstract":"They dance to tell where flowers are, how far they are and how good."`, `"abstract":""`,
			`"abstract":"They dance to tell where flowers are, how far they are and…"`, `"abstract":"Grains travel down rivers for forty years."`),
	}
	optional := []string{
		pick("year", "", `"year":2020`, `"year":2021`, `"year":2024`, `"year":"in press"`),
		pick("author", "", `"authors":["Ada Brook","Li Wei"]`, `"authors":["A. Brook"]`, `"authors":"Klein, Rosa"`),
		pick("venue", "", `"venue":"arXiv"`, `"venue":"Journal of Hives"`),
		pick("doi", "", "", `"doi":"10.1234/a"`, `"doi":"10.1234/b"`, `"doi":"10.48550/arXiv.2001.00001"`, `"doi":"10.1101/2020.1v2"`),
		pick("id", "", "", `"id":"1"`, `"id":"2"`),
	}
	for _, m := range optional {
		if m != "" {
			members = append(members, m)
		}
	}
	return "{" + strings.Join(members, ",") + "}"
}

// TestOrderChangesNothing spreads records over files in any order and reads them in any order.
func TestOrderChangesNothing(t *testing.T) {
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(rapid.Custom(record), 2, 14).Draw(t, "records")
		of := rapid.SliceOfN(rapid.IntRange(0, 2), len(records), len(records)).Draw(t, "file of each")
		order := rapid.Permutation(records).Draw(t, "order")
		a := readFiles(t, folder, spread(records, records, of), []int{0, 1, 2}, 1)
		b := readFiles(t, folder, spread(order, records, of), rapid.Permutation([]int{0, 1, 2}).Draw(t, "order of files"), 3)
		if a != b {
			t.Fatalf("first\n%s\nthen\n%s", a, b)
		}
	})
}

// spread writes each record into its file, those of one text into the same.
func spread(order, records []string, of []int) [3]string {
	var files [3]string
	for _, r := range order {
		files[of[slices.Index(records, r)]] += r + "\n"
	}
	return files
}

func readFiles(t *rapid.T, folder string, files [3]string, order []int, workers int) string {
	var names []string
	for _, i := range order {
		name := filepath.Join(folder, fmt.Sprintf("%d.jsonl", i))
		if err := os.WriteFile(name, []byte(files[i]), 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	corpus, reading, err := bib.Read(t.Context(), names, bib.Options{Workers: workers})
	checkCounts(t, corpus, reading)
	if err != nil {
		return "nothing"
	}
	var b strings.Builder
	b.WriteString(corpus.Hash + "\n")
	for i := range corpus.Documents {
		d := corpus.Documents[i]
		d.Sources = nil
		b.WriteString(describe(&d))
	}
	return b.String()
}

type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// checkCounts holds the promise that nothing is lost without a word: read = kept + merged + dropped, in each file and
// in all, and each record that is not kept has its warning.
func checkCounts(t failer, corpus *ingest.Corpus, r ingest.Reading) {
	t.Helper()
	var docs, sources, read, kept int
	if corpus != nil {
		docs = len(corpus.Documents)
		for i := range corpus.Documents {
			sources += len(corpus.Documents[i].Sources)
		}
		if sources != r.Kept+r.Merged {
			t.Errorf("%d sources of documents, want %d kept + %d merged", sources, r.Kept, r.Merged)
		}
	}
	for _, s := range r.Sources {
		read += s.Read
		kept += s.Kept
	}
	told := map[ingest.Trouble]int{}
	for _, w := range r.Warnings {
		told[w.Kind]++
		if w.File == "" || w.What == "" || w.Done == "" {
			t.Errorf("warning %+v lacks something", w)
		}
	}
	if r.Read != r.Kept+r.Merged+r.Dropped || docs != r.Kept || read != r.Read || kept != r.Kept+r.Merged ||
		told[ingest.Merged] != r.Merged || told[ingest.Dropped] != r.Dropped {
		t.Errorf("%d documents, %v told, %+v", docs, told, r)
	}
}

// TestListingKeepsEveryLine draws pages of titles, abstracts, buttons and blank lines: each line that is not blank must
// be in a paper, or be skipped.
func TestListingKeepsEveryLine(t *testing.T) {
	lines := []string{
		"", "", "Upvote", "12", "Bells", "The Dance of Honey Bees", "Who Counts the Snow?", "A Law for Grains, and its limits:", "over forty years",
		"Ada Brook, Li Wei", "We count snow. It melts before the counting ends, so that we have to be quick about it.", "- A Bullet", "## A Heading",
		strings.Repeat("Bees dance to tell where flowers are. ", 8), "Abstract", "Abstract: It is short.", "https://example.org/x",
	}
	rapid.Check(t, func(t *rapid.T) {
		drawn := rapid.SliceOfN(rapid.SampledFrom(lines), 1, 24).Draw(t, "lines")
		corpus, r, err := bib.ReadFrom(t.Context(), "x.txt", strings.NewReader(strings.Join(drawn, "\n")), bib.Options{})
		checkCounts(t, corpus, r)
		if err != nil {
			return
		}
		text := ""
		for i := range corpus.Documents {
			text += "\n" + describe(&corpus.Documents[i])
		}
		for _, w := range r.Warnings {
			text += "\n" + w.What
		}
		for _, l := range drawn {
			for _, lead := range []string{"- ", "## ", "Abstract: "} {
				l = strings.TrimPrefix(l, lead)
			}
			if l = strings.TrimSpace(l); l == "Ada Brook, Li Wei" || l == "Abstract" {
				continue
			}
			if !strings.Contains(strings.ReplaceAll(text, "\n", " "), l) {
				t.Fatalf("%q is lost in\n%s", l, text)
			}
		}
	})
}
