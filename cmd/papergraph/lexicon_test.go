package main

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/ingest"
	"papergraph/ingest/lexicon"
)

// TestLexiconShow holds the table of a made-up lexicon, which no new table in the program changes.
func TestLexiconShow(t *testing.T) {
	var file bytes.Buffer
	err := lexicon.Write(&file, &ingest.Background{
		Documents: 1000,
		Terms: []ingest.TermCount{
			{Key: "WD", Documents: 20, Alone: 12, Kinds: []ingest.KindCount{
				{Cue: ingest.CueTitle, Kind: ingest.Method, Documents: 1}, {Cue: ingest.CueOn, Kind: ingest.Dataset, Documents: 3},
			}},
			{Key: "beehive", Documents: 8, Alone: 5},
			{Key: "wd", Documents: 25, Alone: 13},
		},
		Shorts: []ingest.Short{{Short: "WD", Senses: []ingest.Sense{
			{Long: "waggle dance", Documents: 6, Company: []ingest.Companion{{Word: "bee", Weight: 1}, {Word: "hive", Weight: 0.2}}},
			{Long: "water depth", Documents: 2},
		}}},
		Splits: []ingest.Split{{Joined: "beehive", Apart: "bee hive", Documents: 9}},
	})
	if err != nil {
		t.Fatal(err)
	}
	l, err := lexicon.Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ term, format, want string }{
		"a short form for people": {"WD", "text", `term  fact    what                                   papers  company
WD    stands                                         20
WD    alone                                          12
WD    kind    method, by titles of the form Name: …  1
WD    kind    dataset, by the word on before         3
wd    stands                                         25
wd    alone                                          13
WD    means   waggle dance                           6  bee; hive
WD    means   water depth                            2
`},
		"a compound for programs": {" Beehives ", "json", `{"papers":1000,"items":[{"term":"beehive","fact":"stands","papers":8},{"term":"beehive","fact":"alone","papers":5},{"term":"beehive","fact":"apart","what":"bee hive","papers":9}]}
`},
	} {
		t.Run(name, func(t *testing.T) {
			facts, err := showing(l, c.term)
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := facts.write(&got, c.format); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
	if _, err := showing(l, "swarm"); err == nil {
		t.Error("something is known of what is not there")
	}
}
