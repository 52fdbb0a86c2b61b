package vocab_test

import (
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// TestClaimsOfWhatIsEverybodys asks of claims of phrases and short forms that the background knows.
func TestClaimsOfWhatIsEverybodys(t *testing.T) {
	for _, c := range []struct {
		name            string
		title, abstract string
		term            string
		background      known
		want            bool // whether a introduces the term
	}{
		{"a title that many write and none shortens", "Wet Ground Network", "Reeds stand.", "wet ground network", known{terms: map[string]ingest.TermCount{"wet ground network": {Documents: 60, Alone: 50}}}, false},
		{
			"a title that became everybody's and is shortened", "Wet Ground Network", "Reeds stand.", "wet ground network",
			known{
				terms:  map[string]ingest.TermCount{"wet ground network": {Documents: 60, Alone: 50}},
				senses: map[string][]ingest.Sense{"WGN": {{Long: "wet ground network", Documents: 30}}},
			},
			true,
		},
		{"a title that few write", "Wet Ground Network", "Reeds stand.", "wet ground network", known{terms: map[string]ingest.TermCount{"wet ground network": {Documents: 6, Alone: 5}}}, true},
		{
			"a short form that many spell out", "Reeds", "A wet ground network (WGN) sees reeds. We propose a planner called WGN.", "wet ground network",
			known{senses: map[string][]ingest.Sense{"WGN": {{Long: "wet ground network", Documents: 30}}}},
			false,
		},
		{
			"a short form that nobody else spells out", "Reeds", "A wet ground network (WGN) sees reeds. We propose a planner called WGN.", "wet ground network",
			known{},
			true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs := ingest.NewCorpus([]ingest.Document{{ID: "a", Title: c.title, Abstract: c.abstract}, {ID: "b", Abstract: "A wet ground network is old."}})
			v, err := vocab.Build(t.Context(), docs, read(docs), vocab.Options{Background: c.background})
			if err != nil {
				t.Fatal(err)
			}
			if got := roleIn(t, docs, v, "a", c.term); (got == vocab.Introduces) != c.want {
				t.Errorf("role %q, introduced should be %v", got, c.want)
			}
		})
	}
}
