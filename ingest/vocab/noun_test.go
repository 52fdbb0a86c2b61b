package vocab_test

import (
	"fmt"
	"slices"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// TestNounsOnly: a word that stands alone is a term where the background has it in a noun's place.
func TestNounsOnly(t *testing.T) {
	var docs []ingest.Document
	for i := range 6 {
		docs = append(docs, ingest.Document{
			ID: fmt.Sprint(i), Title: fmt.Sprintf("On wings %d", i),
			Abstract: "Flights are sluggish. Pollination is sluggish, and bees care for pollination. A waspish bee is low-brow.",
		})
	}
	b := known{terms: map[string]ingest.TermCount{
		"sluggish": {Documents: 400, Alone: 300, Noun: 20}, "pollination": {Documents: 400, Alone: 300, Noun: 250}, "brow": {Documents: 40, Alone: 1, Noun: 0},
	}}
	c := &ingest.Corpus{Documents: docs}
	v, err := vocab.Build(t.Context(), c, read(c), vocab.Options{Background: b})
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"sluggish": false, "pollination": true, "low brow": false} {
		i, ok := v.Find(word)
		if got := ok && v.Terms[i].Kind != ingest.Word; got != want {
			t.Errorf("%q is a term: %v, want %v", word, got, want)
		}
	}
}

// TestTallyCountsNouns: behind another word, an article or before "of" a word is a noun; behind "is" it may be anything.
func TestTallyCountsNouns(t *testing.T) {
	var docs []ingest.Document
	for i := range 6 {
		docs = append(docs, ingest.Document{ID: fmt.Sprint(i), Abstract: "Bees are sluggish. The hive is old. Queens need absence of wasps. Nectar trade pays."})
	}
	got, err := vocab.Tally(t.Context(), &ingest.Corpus{Documents: docs})
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]int{"sluggish": 0, "hive": 6, "absence": 6, "trade": 6, "nectar": 0} {
		i := slices.IndexFunc(got.Terms, func(c ingest.TermCount) bool { return c.Key == word })
		if i < 0 || got.Terms[i].Noun != want {
			t.Errorf("%q: %+v, want a noun in %d", word, got.Terms[max(i, 0)], want)
		}
	}
}
