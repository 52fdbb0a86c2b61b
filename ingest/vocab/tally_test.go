package vocab_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// repeated returns a corpus of so many papers of one text.
func repeated(n int, title, abstract string) []ingest.Document {
	docs := make([]ingest.Document, n)
	for i := range docs {
		docs[i] = ingest.Document{ID: fmt.Sprint(title, abstract, i), Title: title, Abstract: abstract}
	}
	return docs
}

func tallied(t *testing.T, parts ...[]ingest.Document) ingest.Background {
	t.Helper()
	var docs []ingest.Document
	for _, p := range parts {
		docs = append(docs, p...)
	}
	b, err := vocab.Tally(t.Context(), ingest.NewCorpus(docs))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTally(t *testing.T) {
	b := tallied(t,
		repeated(6, "", "Bees know the waggle dance. The waggle dance theory on WAGLE is old."),
		repeated(5, "BuzzNet: Bees", "The waggle dance (WD) of a hive. A waggle-dance."),
		repeated(4, "", "The zebra."),
	)
	terms := make(map[string]ingest.TermCount)
	for _, x := range b.Terms {
		terms[x.Key] = x
	}
	for key, want := range map[string]ingest.TermCount{
		"waggle dance":        {Key: "waggle dance", Documents: 11, Alone: 11, Noun: 5},
		"waggle dance theory": {Key: "waggle dance theory", Documents: 6, Alone: 6},
		"WD":                  {Key: "WD", Documents: 5, Alone: 5},
		"WAGLE":               {Key: "WAGLE", Documents: 6, Alone: 6, Kinds: []ingest.KindCount{{Cue: ingest.CueOn, Kind: ingest.Dataset, Documents: 6}}},
		"BuzzNet":             {Key: "BuzzNet", Documents: 5, Alone: 5, Kinds: []ingest.KindCount{{Cue: ingest.CueTitle, Kind: ingest.Method, Documents: 5}}},
		"zebra":               {}, // in too few
		"dance theory":        {Key: "dance theory", Documents: 6},
	} {
		if diff := cmp.Diff(want, terms[key]); diff != "" {
			t.Errorf("%s: %s", key, diff)
		}
	}
	if b.Documents != 15 {
		t.Errorf("%d documents", b.Documents)
	}
	if len(b.Shorts) != 1 || b.Shorts[0].Short != "WD" || len(b.Shorts[0].Senses) != 1 || b.Shorts[0].Senses[0].Long != "waggle dance" || b.Shorts[0].Senses[0].Documents != 5 {
		t.Errorf("short forms %+v", b.Shorts)
	}
	for _, c := range b.Shorts[0].Senses[0].Company {
		if c.Word == "waggle" || c.Word == "dance" || c.Word == "wd" || c.Weight <= 0 || c.Weight > 1 {
			t.Errorf("company %+v", c)
		}
	}
}

func TestTallySplits(t *testing.T) {
	b := tallied(t,
		repeated(30, "", "A beehive. The network."), repeated(6, "", "A bee hive."),
		repeated(1, "", "The net-work."), // parted at the end of a line
	)
	want := []ingest.Split{{Joined: "beehive", Apart: "bee hive", Documents: 6}}
	if diff := cmp.Diff(want, b.Splits); diff != "" {
		t.Error(diff)
	}
}

func TestTallyDoesNotDependOnOrder(t *testing.T) {
	docs := invent(rand.New(rand.NewPCG(1, 1)), 200)
	want := tallied(t, docs)
	if len(want.Terms) == 0 {
		t.Fatal("no terms")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if got := tallied(t, docs); !reflect.DeepEqual(got, want) {
			t.Fatal("another order, other counts")
		}
	}
}

func TestTallyObeysCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := vocab.Tally(ctx, ingest.NewCorpus(repeated(5, "", "Bees."))); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
