package vocab_test

import (
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

func TestWhatIsATerm(t *testing.T) {
	elsewhere := known{terms: map[string]ingest.TermCount{
		"short": {Documents: 100}, "text": {Documents: 50}, "short text": {Documents: 20, Alone: 15},
		"efficient": {Documents: 400}, "hive": {Documents: 300}, "efficient hive": {Documents: 30, Alone: 25},
		"nectar": {Documents: 40, Alone: 30, Noun: 30}, "wing": {Documents: 40, Alone: 5},
	}}
	for _, c := range []struct {
		name, text, key string
		with            vocab.Background
		want            bool
	}{
		{"generic nouns that make a whole phrase", "Of target domains.", "target domain", nil, true},
		{"but not those that are one word as well", "Of data sets.", "data set", nil, false},
		{"a soft head that the background has with the rest", "Of short texts.", "short text", elsewhere, true},
		{"one that meets the rest no more often than by chance", "Of efficient hives.", "efficient hive", elsewhere, false},
		{"a soft head where nothing is known", "Of short texts.", "short text", nil, false},
		{"a word that stands alone here and elsewhere", "Of nectar.", "nectar", elsewhere, true},
		{"a word that is a part of phrases elsewhere", "Of wings.", "wing", elsewhere, false},
		{"a word that nobody knows", "Of propolis.", "propolis", elsewhere, true},
		{"an only word and its body", "Of inverse problems.", "inverse problem", nil, true},
		{"but what is done needs none", "Of pruning methods.", "pruning method", nil, false},
		{"nor does a phrase", "Of waggle dance methods.", "waggle dance method", nil, false},
		{"those who work on a name's subject", "Of the BEE community.", "bee community", nil, false},
		{"others live together", "Of the hive community.", "hive community", nil, true},
		{"of how many parts it is", "Of a three-stage hive.", "three stage hive", nil, false},
		{"a measure that a word of degree before it makes an adjective", "Of general purpose waggle dances.", "purpose waggle dance", nil, false},
		{"or a word of number", "Of first order waggle dances.", "order waggle dance", nil, false},
		{"what it says so of", "Of general purpose waggle dances.", "waggle dance", nil, true},
		{"a measure by itself", "Of order waggle dances.", "order waggle dance", nil, true},
		{"what is done to the rest, which an adjective begins", "Pruning orbital waggle dances.", "pruning orbital waggle dance", nil, false},
		{"what it is done to", "Pruning orbital waggle dances.", "orbital waggle dance", nil, true},
		{"a noun in -ing before a noun", "Of pruning waggle dances.", "pruning waggle dance", nil, true},
		{"what is left of the phrase", "Of waggle dance methods.", "waggle dance", nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, ok := lit(t, c.with, c.text).Find(c.key); ok != c.want {
				t.Errorf("%q in %q is a term: %v", c.key, c.text, ok)
			}
		})
	}
}
