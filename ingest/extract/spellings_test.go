package extract_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// told tells what was found without the numbers of spellings.
func told(f extract.Found) string {
	var b strings.Builder
	known := f.Spellings.All()
	for _, w := range f.Words {
		form, before := known[w.Form], known[w.Before].Surface
		w.Form, w.Before = 0, 0
		fmt.Fprintln(&b, form.Surface, form.Key, form.Lower, before, w)
	}
	fmt.Fprintln(&b, f.Title, f.Definitions, f.Names, f.Brought)
	return b.String()
}

// TestSharedSpellings reads documents by several readers at once, each in another order, and holds what they find to what a reader
// finds that knows nothing.
func TestSharedSpellings(t *testing.T) {
	docs := invent(60)
	docs = append(docs, ingest.Document{Title: "HIVES IN CAPITALS", Abstract: "Hives-based CFG-based WAGGLE'S and electroencephalographically so."})
	want := make([]string, len(docs))
	for i := range docs {
		want[i] = told(extract.Document(&docs[i]))
	}
	for _, workers := range []int{1, 2, 7} {
		known := extract.NewSpellings()
		got := make([][]string, workers)
		var wg sync.WaitGroup
		for w := range workers {
			wg.Go(func() {
				r := extract.NewReader(known)
				got[w] = make([]string, len(docs))
				for k := range docs {
					i := (k + w*len(docs)/workers) % len(docs)
					got[w][i] = told(r.Document(&docs[i]))
				}
			})
		}
		wg.Wait()
		for w := range workers {
			if diff := cmp.Diff(want, got[w]); diff != "" {
				t.Errorf("%d readers (-alone +shared):\n%s", workers, diff)
			}
		}
		checkOnce(t, known.All())
	}
}

// checkOnce holds that no spelling has two numbers: a surface is there once for each manner of reading it.
func checkOnce(t *testing.T, all []*extract.Spelling) {
	t.Helper()
	const manners = 3
	times := make(map[string]int)
	for _, k := range all {
		if times[k.Surface]++; times[k.Surface] > manners {
			t.Errorf("%q has more than %d numbers", k.Surface, manners)
		}
	}
}
