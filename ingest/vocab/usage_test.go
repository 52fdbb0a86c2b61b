package vocab_test

import (
	"testing"

	"papergraph/ingest"
)

// TestKindByUse asks what a term is by how papers, here and elsewhere, put it to use.
func TestKindByUse(t *testing.T) {
	b := known{terms: map[string]ingest.TermCount{
		"waggle search": {Documents: 60, Alone: 50, Kinds: []ingest.KindCount{{Cue: ingest.CueUsed, Kind: ingest.Method, Documents: 30}}},
		"nectar search": {Documents: 60, Alone: 50, Kinds: []ingest.KindCount{{Cue: ingest.CueUsed, Kind: ingest.Method, Documents: 2}}},
		"hive sensing":  {Documents: 60, Alone: 50, Kinds: []ingest.KindCount{{Cue: ingest.CueUsed, Kind: ingest.Method, Documents: 30}}},
		"comb sensing": {Documents: 60, Alone: 50, Kinds: []ingest.KindCount{
			{Cue: ingest.CueUsed, Kind: ingest.Method, Documents: 30}, {Cue: ingest.CueAfter, Kind: ingest.Method, Documents: 3},
		}},
		"swarm of bee": {Documents: 60},
		"SOB":          {Documents: 60, Alone: 50, Kinds: []ingest.KindCount{{Cue: ingest.CueUsed, Kind: ingest.Method, Documents: 30}}},
		"HIVE":         {Documents: 20, Kinds: []ingest.KindCount{{Cue: ingest.CueOn, Kind: ingest.Dataset, Documents: 9}}},
	}}
	for name, c := range map[string]struct {
		text, key string
		want      ingest.Kind
	}{
		"used elsewhere":                 {"Bees know waggle search.", "waggle search", ingest.Method},
		"seldom used elsewhere":          {"Bees know nectar search.", "nectar search", ingest.Concept},
		"proposed":                       {"We propose pollen sorting to save time.", "pollen sorting", ingest.Method},
		"proposed, with a noun behind":   {"We propose a nectar hallucination mechanism for queens.", "nectar hallucination", ingest.Method},
		"only spoken of":                 {"Pollen sorting is old.", "pollen sorting", ingest.Concept},
		"used, but the head is a task":   {"We propose pollen detection to save time.", "pollen detection", ingest.Task},
		"a field, though it is used":     {"We use pollen learning. Bees do pollen learning. Others try pollen learning.", "pollen learning", ingest.Concept},
		"in a list behind such as":       {"Tools such as BuzzNet, WAGL and HUMS are slow.", "hums", ingest.Method},
		"a name used once":               {"We use WAGL at noon.", "wagl", ingest.Method},
		"a data set's name used once":    {"We use HIVE at noon.", "hive", ingest.Dataset},
		"a model's size behind on":       {"We report results on Bumble-7B here.", "bumble 7b", ingest.Method},
		"what something is based on":     {"A honeycomb-based pipeline. We use honeycomb. A honeycomb. Of honeycomb.", "honeycomb", ingest.Concept},
		"a sentence with by and a verb":  {"We win by sorting wild pollen.", "wild pollen", ingest.Concept},
		"a long form with a linking of":  {"A swarm of bees (SOB) flies. The SOB is loud.", "swarm of bee", ingest.Method},
		"a kind of models with initials": {"Large bee models (LBMs) hum. Of wild LBMs. The wild LBM.", "wild large bee model", ingest.Concept},
		"a linked long form by its head": {"A mixture of bees (MOB) flies. The MOB is loud.", "mixture of bee", ingest.Method},
		"number format before initials":  {"Large bee models (LBMs) hum. Try WAX8 LBM training.", "wax8", ingest.Concept},
		"with and without a noun":        {"We use pollen sorting. Using a pollen sorting module. We use a pollen sorting module.", "pollen sorting module", ingest.Concept},
		"sensed with, never a method":    {"Bees like hive sensing.", "hive sensing", ingest.Concept},
		"sensed with, a method as well":  {"Bees like comb sensing.", "comb sensing", ingest.Method},
		"a noun before the name":         {"Here the technique HUMS is old.", "hums", ingest.Method},
		"a noun before name and noun":    {"Here the technique HUMS time flies.", "hums", ingest.Concept},
		"a name that outperforms others": {"Here WAGL outperforms bees.", "wagl", ingest.Method},
	} {
		t.Run(name, func(t *testing.T) {
			v := lit(t, b, c.text, "Of rain. A honeycomb.")
			i, ok := v.Find(c.key)
			if !ok || v.Terms[i].Kind != c.want {
				if !ok {
					t.Fatal("no term")
				}
				t.Errorf("kind %v (%s), want %v", v.Terms[i].Kind, v.Terms[i].Why, c.want)
			}
		})
	}
}

// TestListedNames asks whether names follow their neighbours in lists.
func TestListedNames(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want ingest.Kind
	}{
		"beside a method":                  {"All of BuzzNet, WAGL and rain.", ingest.Method},
		"beside one beside a method":       {"All of BuzzNet, HUMS and WAGL.", ingest.Method},
		"beside a method, behind and":      {"Both BuzzNet and WAGL fly.", ingest.Method},
		"beside a method and a data set":   {"All of BuzzNet, WAGL, HIVE dataset.", ingest.Concept},
		"beside a name that nothing tells": {"Both HUMS and WAGL fly.", ingest.Concept},
		"a word between":                   {"Both BuzzNet and old WAGL fly.", ingest.Concept},
	} {
		t.Run(name, func(t *testing.T) {
			v := lit(t, nil, c.text)
			i, ok := v.Find("wagl")
			if !ok || v.Terms[i].Kind != c.want {
				t.Errorf("found: %v, kind %v (%s), want %v", ok, v.Terms[i].Kind, v.Terms[i].Why, c.want)
			}
		})
	}
}

// TestNewTerms asks what became a term because it is put to use or bears a name.
func TestNewTerms(t *testing.T) {
	v := lit(t, nil,
		"We compare models like Bumbla and others. We ask Waspar often. We use honey-based glue.",
		"The honey is old. A Gaussian process is old.", "The honey is new. A Markov decision process. The sorting process.")
	for key, want := range map[string]bool{
		"bumbla":                  true, // a capital, and put to use
		"waspar":                  false,
		"gaussian process":        true,
		"markov decision process": true,
		"sorting process":         false,
		"honey":                   true,
	} {
		if _, ok := v.Find(key); ok != want {
			t.Errorf("%q is a term: %t", key, ok)
		}
	}
	n, _ := v.Find("honey")
	if doc := v.Mentions(0); !func() bool {
		for _, m := range doc {
			if m.Term == n {
				return true
			}
		}
		return false
	}() {
		t.Error("what is honey-based does not mention honey")
	}
}
