package vocab_test

import (
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// known is a background of a few terms, by key.
type known struct {
	terms  map[string]ingest.TermCount
	senses map[string][]ingest.Sense
	splits map[string]string
}

func (known) Documents() int { return 1000 }

func (k known) Term(key string) (ingest.TermCount, bool) {
	t, ok := k.terms[key]
	return t, ok
}

func (k known) Senses(short string) []ingest.Sense { return k.senses[short] }

func (k known) Split(joined string) (ingest.Split, bool) {
	apart, ok := k.splits[joined]
	return ingest.Split{Joined: joined, Apart: apart, Documents: 5}, ok
}

// lit builds the vocabulary of abstracts by the light of a background.
func lit(t *testing.T, b vocab.Background, abstracts ...string) *vocab.Vocabulary {
	t.Helper()
	var docs []ingest.Document
	for i, s := range abstracts {
		docs = append(docs, ingest.Document{ID: string(rune('a' + i)), Abstract: s})
	}
	c := ingest.NewCorpus(docs)
	v, err := vocab.Build(t.Context(), c, read(c), vocab.Options{Background: b})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestRareElsewhereTellsMore(t *testing.T) {
	b := known{terms: map[string]ingest.TermCount{"zebra": {Documents: 5}, "market": {Documents: 600, Noun: 500}}}
	texts := []string{"The zebra and the market.", "A zebra, a market.", "Of rain."}
	score := func(b vocab.Background, key string) float64 {
		v := lit(t, b, texts...)
		i, ok := v.Find(key)
		if !ok {
			t.Fatalf("no %s", key)
		}
		return v.Terms[i].Score
	}
	if zebra, market := score(b, "zebra"), score(b, "market"); zebra <= market {
		t.Errorf("zebra has %g, market %g", zebra, market)
	}
	if zebra, market := score(nil, "zebra"), score(nil, "market"); zebra != market {
		t.Errorf("without a background zebra has %g, market %g", zebra, market)
	}
}

func TestLargeCorpusSpeaksForItself(t *testing.T) {
	b := known{terms: map[string]ingest.TermCount{"zebra": {Documents: 5}, "market": {Documents: 600}}}
	ratio := func(n int) float64 {
		texts := make([]string, n)
		for i := range texts {
			texts[i] = []string{"The zebra and the market.", "Of rain."}[i%2]
		}
		v := lit(t, b, texts...)
		zebra, _ := v.Find("word:zebra")
		market, _ := v.Find("word:market")
		return v.Terms[zebra].Score / v.Terms[market].Score
	}
	if small, large := ratio(10), ratio(2000); small < 2 || large > 1.2 || large < 1 {
		t.Errorf("zebra is worth %.2f markets in a small corpus, %.2f in a large one", small, large)
	}
}

func TestNestedTermThatStandsAloneElsewhere(t *testing.T) {
	text := "The zebra graph kernel expansion."
	b := known{terms: map[string]ingest.TermCount{"graph kernel": {Documents: 40, Alone: 30}, "kernel expansion": {Documents: 400, Alone: 30}}}
	v := lit(t, b, text)
	if _, ok := v.Find("graph kernel"); !ok {
		t.Error("graph kernel is no term")
	}
	if _, ok := v.Find("kernel expansion"); ok {
		t.Error("kernel expansion is a term, though it mostly stands inside others")
	}
	if _, ok := lit(t, nil, text).Find("graph kernel"); ok {
		t.Error("graph kernel is a term without a background")
	}
}

func TestSenseFromTheBackground(t *testing.T) {
	b := known{senses: map[string][]ingest.Sense{"WD": {
		{Long: "wheel drive", Documents: 30, Company: []ingest.Companion{{Word: "car", Weight: 0.7}, {Word: "engine", Weight: 0.7}}},
		{Long: "waggle dance", Documents: 12, Company: []ingest.Companion{{Word: "bee", Weight: 0.7}, {Word: "hive", Weight: 0.7}}},
	}}}
	for name, c := range map[string]struct {
		texts       []string
		long, sense string
	}{
		"by company":                      {[]string{"The bee in its hive knows WD."}, "waggle dance", "lexicon"},
		"by other company":                {[]string{"The car and its engine have WD."}, "wheel drive", "lexicon"},
		"no company, so nothing is said":  {[]string{"Painters like WD."}, "", ""},
		"the document itself comes first": {[]string{"The bee in its hive knows water depth (WD)."}, "water depth", "here"},
		"the corpus comes first, unless it writes another sense out near by": {[]string{"The bee in its hive knows WD.", "At a water depth (WD) of ten.", "The waggle dance of the bee."}, "waggle dance", "lexicon"},
		"the corpus comes first": {[]string{"The bee in its hive knows WD.", "At a water depth (WD) of ten."}, "water depth", "corpus"},
	} {
		t.Run(name, func(t *testing.T) {
			as := lit(t, b, c.texts...).Abbreviations(0)
			switch {
			case c.sense == "" && len(as) == 0:
			case len(as) != 1 || as[0].Long != c.long || as[0].Sense != c.sense:
				t.Errorf("got %+v, want %q, %s", as, c.long, c.sense)
			}
		})
	}
}

// TestSenseThatNearlyAllMean holds that a text without company is read as nearly everybody reads the short form, if they are many.
func TestSenseThatNearlyAllMean(t *testing.T) {
	for name, c := range map[string]struct {
		documents, others int
		want              bool
	}{
		"many and nearly all": {120, 8, true},
		"nearly all of a few": {20, 1, false},
		"many, but not all":   {120, 40, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := known{senses: map[string][]ingest.Sense{"WD": {{Long: "waggle dance", Documents: c.documents}, {Long: "wheel drive", Documents: c.others}}}}
			as := lit(t, b, "Painters like WD.").Abbreviations(0)
			if got := len(as) == 1 && as[0].Long == "waggle dance"; got != c.want {
				t.Errorf("got %+v, resolved should be %v", as, c.want)
			}
		})
	}
}

func TestSenseThatTheCorpusWritesOut(t *testing.T) {
	b := known{senses: map[string][]ingest.Sense{"WD": {{Long: "waggle dance of bee", Documents: 12}}}}
	v := lit(t, b, "Painters like WD.", "A waggle dance of bees.")
	i, ok := v.Find("waggle dance of bee")
	if !ok || v.Terms[i].Documents != 2 {
		t.Errorf("WD and what it stands for are two: %+v", v.Abbreviations(0))
	}
}

func TestKindThatOthersTell(t *testing.T) {
	b := known{terms: map[string]ingest.TermCount{
		"WAGL": {Documents: 20, Kinds: []ingest.KindCount{{Cue: ingest.CueOn, Kind: ingest.Dataset, Documents: 9}}},
		"BUZZ": {Documents: 20, Kinds: []ingest.KindCount{{Cue: ingest.CueTitle, Kind: ingest.Method, Documents: 1}}},
		"HUMS": {Documents: 100, Kinds: []ingest.KindCount{{Cue: ingest.CueAfter, Kind: ingest.Method, Documents: 2}}},
	}}
	for name, c := range map[string]struct {
		text, key string
		want      ingest.Kind
	}{
		"mostly read behind on":      {"Bees know WAGL.", "wagl", ingest.Dataset},
		"named in a title":           {"Bees know BUZZ.", "buzz", ingest.Method},
		"too seldom":                 {"Bees know HUMS.", "hums", ingest.Concept},
		"the corpus says something":  {"Bees know the WAGL algorithm.", "wagl", ingest.Method},
		"nobody says anything of it": {"Bees know SWRM.", "swrm", ingest.Concept},
	} {
		t.Run(name, func(t *testing.T) {
			v := lit(t, b, c.text)
			i, ok := v.Find(c.key)
			if !ok || v.Terms[i].Kind != c.want {
				t.Errorf("found: %v, kind %v (%s), want %v", ok, v.Terms[i].Kind, v.Terms[i].Why, c.want)
			}
		})
	}
}

func TestCompoundIsAsCommonAsApart(t *testing.T) {
	b := known{
		terms:  map[string]ingest.TermCount{"beehive": {Documents: 6}, "bee hive": {Documents: 600}},
		splits: map[string]string{"beehive": "bee hive"},
	}
	texts := []string{"The beehive and the zebra.", "A beehive, a zebra."}
	v := lit(t, b, texts...)
	hive, _ := v.Find("word:beehive")
	zebra, _ := v.Find("word:zebra")
	if v.Terms[hive].Score >= v.Terms[zebra].Score {
		t.Errorf("beehive has %g, zebra %g", v.Terms[hive].Score, v.Terms[zebra].Score)
	}
}

func TestInsideLongerOnesRanksLower(t *testing.T) {
	v := lit(t, nil, "The zebra graph kernel.", "Graph kernels.", "A graph kernel.", "Of graph kernels.")
	inside, alone := 0.0, 0.0
	for _, c := range v.Concepts(0) {
		if v.Terms[c.Term].Key == "graph kernel" {
			inside = c.Score
		}
	}
	for _, c := range v.Concepts(1) {
		if v.Terms[c.Term].Key == "graph kernel" {
			alone = c.Score
		}
	}
	if inside >= alone || inside == 0 {
		t.Errorf("inside %g, alone %g", inside, alone)
	}
}
