package vocab_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// wish makes wishes, one a line: "a > b" replaces, "a >" mutes, "a = method" pins.
func wish(lines ...string) []ingest.Wish {
	var wishes []ingest.Wish
	for i, line := range lines {
		w := ingest.Wish{File: "wishes", Line: i + 1}
		if label, kind, ok := strings.Cut(line, " = "); ok {
			w.Label, w.By, w.Pinned = label, label, true
			w.Kind, _ = ingest.KindNamed(kind)
		} else {
			w.Label, w.By, _ = strings.Cut(line, " >")
			w.By = strings.TrimSpace(w.By)
		}
		wishes = append(wishes, w)
	}
	return wishes
}

// steered makes the vocabulary of documents under wishes.
func steered(tb testing.TB, docs []ingest.Document, wishes []ingest.Wish) (*ingest.Corpus, *vocab.Vocabulary) {
	tb.Helper()
	c := ingest.NewCorpus(docs)
	v, err := vocab.Build(tb.Context(), c, read(c), vocab.Options{Wishes: wishes})
	if err != nil {
		tb.Fatal(err)
	}
	return c, v
}

// termTold tells a term as "key|label|kind|documents", and "none" where there is none.
func termTold(v *vocab.Vocabulary, key string) string {
	n, ok := v.Find(key)
	if !ok {
		return "none"
	}
	t := &v.Terms[n]
	return fmt.Sprintf("%s|%s|%s|%d", t.Key, t.Label, t.Kind, t.Documents)
}

func TestWishes(t *testing.T) {
	docs := abstracts(
		"Data pruning picks training data. We compare data pruning with coreset selection on noisy labels.",
		"Coreset selection keeps few examples. Coreset selection helps on noisy labels, and so does FooNet.",
		"Data pruning and FooNet both help. Data pruning costs little.",
		"A mixture of thoughts is drawn at random. FooNet is a mixture of thoughts.",
	)
	for _, c := range []struct {
		name   string
		wishes []string
		want   map[string]string // by key
	}{
		{"none", nil, map[string]string{"data pruning": "data pruning|data pruning|method|2", "foonet": "foonet|FooNet|method|3"}},
		{
			"two are one, called as the reader says",
			[]string{"Data-Pruning > Coreset Selection"},
			map[string]string{"data pruning": "coreset selection|Coreset Selection|concept|3", "coreset selections": "coreset selection|Coreset Selection|concept|3"},
		},
		{
			"called by what nobody writes",
			[]string{"data pruning > Data Diets"},
			map[string]string{"data diet": "data diet|Data Diets|concept|2", "data pruning": "data diet|Data Diets|concept|2"},
		},
		{
			"a chain",
			[]string{"data pruning > x y", "x y > coreset selection"},
			map[string]string{"data pruning": "coreset selection|coreset selection|concept|3"},
		},
		{"muted", []string{"data pruning >", "FooNet >"}, map[string]string{"data pruning": "none", "foonet": "none"}},
		{"muted at the end of a chain", []string{"data pruning > coreset selection", "coreset selection >"}, map[string]string{"data pruning": "none"}},
		{"renamed", []string{"foonet > FOONET"}, map[string]string{"foonet": "foonet|FOONET|method|3"}},
		{"pinned", []string{"noisy labels = dataset", "FooNet = metric"}, map[string]string{"noisy label": "noisy label|noisy labels|dataset|2", "foonet": "foonet|FooNet|metric|3"}},
		{
			"pinned under another name",
			[]string{"data pruning > coreset selection", "data pruning = task"},
			map[string]string{"coreset selection": "coreset selection|coreset selection|task|3"},
		},
		{"with a function word inside", []string{"mixture of thoughts > thought mixtures"}, map[string]string{"thought mixture": "thought mixture|thought mixtures|concept|1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, v := steered(t, docs, wish(c.wishes...))
			for key, want := range c.want {
				if got := termTold(v, key); got != want {
					t.Errorf("%q is %s, want %s", key, got, want)
				}
			}
			if len(v.Warnings) > 0 {
				t.Errorf("warnings %v", v.Warnings)
			}
		})
	}
}

// TestMutedTermsLinkNothing holds that neither the concept nor the word of a muted term is left in any row.
func TestMutedTermsLinkNothing(t *testing.T) {
	docs := abstracts("FooNet learns pruning. Pruning is cheap.", "FooNet again, and pruning.", "Pruning and FooNets (FN). FN is all.", "FN with pruning.")
	c, v := steered(t, docs, wish("pruning >", "FooNets >"))
	for doc := range c.Documents {
		terms, _ := v.Row(doc)
		for _, n := range terms {
			if fold := v.Terms[n].Key; strings.HasSuffix(fold, "pruning") || strings.HasSuffix(fold, "foonet") || strings.HasSuffix(fold, "fn") {
				t.Errorf("document %d holds %q", doc, fold)
			}
		}
	}
}

func TestWishesOfAbbreviations(t *testing.T) {
	for _, c := range []struct {
		name, wish string
		want       map[string]string
	}{
		{"of two senses: each place where it stands", "CFG > CFG scale", map[string]string{"cfg scale": "cfg scale|CFG scale|concept|5", "context-free grammar": "context-free grammar|context-free grammar|concept|1"}},
		{"a long form: its own places and those where the short one means it", "context-free grammar >", map[string]string{"context-free grammar": "none", "classifier-free guidance": "classifier-free guidance|CFG|method|3"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, v := steered(t, twoSenses(), wish(c.wish))
			for key, want := range c.want {
				if got := termTold(v, key); got != want {
					t.Errorf("%q is %s, want %s", key, got, want)
				}
			}
		})
	}
	t.Run("of one sense: all of the concept", func(t *testing.T) {
		docs := abstracts("Tidal gauge networks (TGN) are thin.", "We extend a TGN.", "A tidal gauge network is thin.")
		_, v := steered(t, docs, wish("TGN > gauges"))
		if got, want := termTold(v, "gauge"), "gauge|gauges|concept|3"; !strings.HasPrefix(got, "gauge|gauges|") || !strings.HasSuffix(got, "|3") {
			t.Errorf("the term is %s, want %s", got, want)
		}
		if got := termTold(v, "tidal gauge network"); !strings.HasPrefix(got, "gauge|") {
			t.Errorf("the long form is %s", got)
		}
	})
}

func TestWishesThatCannotBe(t *testing.T) {
	docs := abstracts("Data pruning and FooNet.", "Data pruning and FooNet again.")
	_, v := steered(t, docs, wish("data pruning > x", "purple pollen >", "Data Prunings > y", "? > z", "FooNet > --", "FooNet = task", "foonet = metric", "x = task", "x = task"))
	var got []string
	for _, w := range v.Warnings {
		got = append(got, w.String())
	}
	want := []string{
		`wishes:3: "Data Prunings" is to be "y" here, but "x" at wishes:1; left out`,
		`wishes:5: "--", which is to replace "FooNet", has no letter; left out`,
		`wishes:7: "foonet" is to be a metric here, but a task above; left out`,
		`wishes:2: "purple pollen" is no term of any paper; left out`,
		`wishes:4: "?" is no term of any paper; left out`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
}

func TestWishesInACircle(t *testing.T) {
	c := ingest.NewCorpus(abstracts("Data pruning."))
	_, err := vocab.Build(t.Context(), c, read(c), vocab.Options{Wishes: wish("a b > c d", "c d > e f", "q > a b", "e f > C-D")})
	want := `vocab: wishes:4: "e f" is replaced by "C-D", which wishes:2 leads back to it: take one of the two lines out`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// TestThesaurusChangesNothing reads the thesaurus of a vocabulary as wishes.
func TestThesaurusChangesNothing(t *testing.T) {
	onInvented(t, func(t *testing.T, c *ingest.Corpus, v *vocab.Vocabulary) {
		t.Helper()
		rows := v.Thesaurus(c, nil)
		_, again := steered(t, c.Documents, rows)
		if len(again.Warnings) > 0 {
			t.Errorf("warnings %v", again.Warnings)
		}
		plain := func(v *vocab.Vocabulary) []vocab.Term {
			terms := append([]vocab.Term(nil), v.Terms...)
			for i := range terms {
				terms[i].Why, _, _ = strings.Cut(terms[i].Why, "; so called")
			}
			return terms
		}
		if diff := cmp.Diff(plain(v), plain(again)); diff != "" {
			t.Errorf("terms (-before +after):\n%s", diff)
		}
		for doc := range c.Documents {
			if diff := cmp.Diff(v.Mentions(doc), again.Mentions(doc)); diff != "" {
				t.Errorf("mentions of document %d (-before +after):\n%s", doc, diff)
			}
		}
	})
}

// TestAnyWishes draws wishes about few terms: they are fulfilled, refused with a warning, or an error of a circle; and the thesaurus of what
// came of it leads to the same terms.
func TestAnyWishes(t *testing.T) {
	names := []string{"data pruning", "Data pruning", "FooNet", "CFG", "classifier-free guidance", "context-free grammar", "coreset", "?", "grammars", "mixture of thoughts"}
	docs := append(twoSenses(), abstracts("Data pruning by FooNet, with CFG.", "A coreset and data pruning; a mixture of thoughts.")...)
	rapid.Check(t, func(t *rapid.T) {
		var wishes []ingest.Wish
		for i := range rapid.IntRange(0, 6).Draw(t, "wishes") {
			w := ingest.Wish{Label: rapid.SampledFrom(names).Draw(t, "label"), By: rapid.SampledFrom(append(names, "")).Draw(t, "by"), File: "w", Line: i + 1}
			if w.By != "" && rapid.Bool().Draw(t, "pinned") {
				w.Pinned, w.Kind = true, rapid.SampledFrom([]ingest.Kind{ingest.Method, ingest.Task}).Draw(t, "kind")
			}
			wishes = append(wishes, w)
		}
		c := ingest.NewCorpus(docs)
		v, err := vocab.Build(t.Context(), c, read(c), vocab.Options{Wishes: wishes})
		if err != nil {
			if !strings.Contains(err.Error(), "leads back to it") {
				t.Fatal(err)
			}
			return
		}
		again, err := vocab.Build(t.Context(), c, read(c), vocab.Options{Wishes: v.Thesaurus(c, wishes)})
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Terms) != len(v.Terms) {
			t.Fatalf("%d terms, and %d by their own thesaurus", len(v.Terms), len(again.Terms))
		}
		for i := range v.Terms {
			a, b := &v.Terms[i], &again.Terms[i]
			if a.Key != b.Key || a.Kind != b.Kind || a.Documents != b.Documents {
				t.Errorf("term %q, %s in %d, and by its own thesaurus %q, %s in %d", a.Key, a.Kind, a.Documents, b.Key, b.Kind, b.Documents)
			}
		}
	})
}
