package vocab_test

import (
	"context"
	"errors"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/text"
	"papergraph/ingest/vocab"
)

// onInvented runs a test on invented corpora of several sizes and one by hand.
func onInvented(t *testing.T, test func(t *testing.T, c *ingest.Corpus, v *vocab.Vocabulary)) {
	t.Helper()
	for seed, n := range []int{1, 2, 7, 40, 80} {
		rng := rand.New(rand.NewPCG(uint64(seed), 1))
		t.Run("", func(t *testing.T) {
			c, v := build(t, invent(rng, n))
			test(t, c, v)
		})
	}
	t.Run("by hand", func(t *testing.T) {
		c, v := build(t, handMade())
		test(t, c, v)
	})
	t.Run("empty", func(t *testing.T) {
		c, v := build(t, []ingest.Document{{ID: "a"}, {ID: "b", Title: "?", Abstract: "the of and"}})
		test(t, c, v)
	})
}

// handMade has every kind of spelling, with debris.
func handMade() []ingest.Document {
	return []ingest.Document{
		{ID: "a", Title: "QLoRA: Fine-Tuning of Quantized Models", Abstract: `Unlike LoRA, low-rank adaptation (LoRA) of \emph{language} models needs fine tuning. The $k$-NN graph and \alpha-divergence, too.`},
		{ID: "b", Title: "On Finetuning by Low-Rank Adaptation", Abstract: "Fine-tuning with LoRAs costs little. GPT-3 and GPT-4's behaviour differ; atten\u00adtion maps of e\ufb03cient k-NN graphs."},
		{ID: "c", Title: "LoRA-based finetuning", Abstract: "Behaviour of mixture of experts (MoE) models: MoE layers, mixture-of-experts routing; $k$-NN graphs with \\alpha-divergence."},
		{ID: "d", Title: "POINTS: A Benchmark", Abstract: "Data points are points. POINTS is called “Big Points”. An attention map is a map, and language models model language."},
		{ID: "e", Title: "Mixtures of experts", Abstract: "Mixture of experts and data points, language models and attention maps. Points, again, are points of POINTS."},
	}
}

func TestTermsAreSortedAndFound(t *testing.T) {
	onInvented(t, func(t *testing.T, _ *ingest.Corpus, v *vocab.Vocabulary) {
		t.Helper()
		for i := range v.Terms {
			tm := &v.Terms[i]
			if i > 0 && v.Terms[i-1].Key >= tm.Key {
				t.Errorf("term %q comes before %q", v.Terms[i-1].Key, tm.Key)
			}
			if n, ok := v.Find(tm.Key); !ok || n != int32(i) {
				t.Errorf("Find(%q) = %d, %t, want %d", tm.Key, n, ok, i)
			}
			if tm.Key == "" || tm.Label == "" || tm.Why == "" || tm.Documents < 1 || !(tm.Score > 0) || math.IsInf(tm.Score, 0) {
				t.Errorf("term %+v", tm)
			}
			if tm.Kind == ingest.Word {
				continue
			}
			for _, spelling := range []string{tm.Label, strings.ToUpper(tm.Key), tm.Long} {
				if n, ok := v.Find(spelling); ok && n != int32(i) && extract.Fold(spelling) == extract.Fold(tm.Key) && tm.Key == strings.ToLower(tm.Key) && v.Terms[n].Key == strings.ToLower(v.Terms[n].Key) {
					t.Errorf("Find(%q) = %q, want %q", spelling, v.Terms[n].Key, tm.Key)
				}
			}
		}
		if _, ok := v.Find("no such term at all"); ok {
			t.Error("found what is not there")
		}
	})
}

// TestMentions holds that each mention lies in its field and folds to its term, or is an abbreviation of it, and that the
// matrix counts the mentions.
func TestMentions(t *testing.T) {
	onInvented(t, func(t *testing.T, c *ingest.Corpus, v *vocab.Vocabulary) {
		t.Helper()
		documents := make([]int, len(v.Terms))
		for doc := range v.Documents() {
			counts := make(map[int32]float32)
			for i, m := range v.Mentions(doc) {
				checkMention(t, c, v, doc, m)
				if i > 0 && before(m, v.Mentions(doc)[i-1]) {
					t.Errorf("document %d: mention %+v comes behind %+v", doc, m, v.Mentions(doc)[i-1])
				}
				counts[m.Term]++
				if m.Field == ingest.Title {
					counts[m.Term] += 2
				}
			}
			terms, weights := v.Row(doc)
			if !slices.IsSorted(terms) || !slices.Equal(terms, slices.Sorted(maps.Keys(counts))) {
				t.Errorf("document %d has terms %v and mentions of %v", doc, terms, counts)
			}
			for i, n := range terms {
				documents[n]++
				if weights[i] != counts[n] {
					t.Errorf("document %d counts %q as %g, its mentions as %g", doc, v.Terms[n].Key, weights[i], counts[n])
				}
			}
		}
		for i, n := range documents {
			if v.Terms[i].Documents != n {
				t.Errorf("%q is said to stand in %d documents, and stands in %d", v.Terms[i].Key, v.Terms[i].Documents, n)
			}
		}
	})
}

func before(a, b vocab.Mention) bool {
	return a.Field < b.Field || a.Field == b.Field && a.Start < b.Start
}

func checkMention(t *testing.T, c *ingest.Corpus, v *vocab.Vocabulary, doc int, m vocab.Mention) {
	t.Helper()
	given := c.Documents[doc].Text(m.Field)
	if m.Start < 0 || m.End <= m.Start || int(m.End) > len(given) {
		t.Fatalf("document %d: mention %+v of a text of %d bytes", doc, m, len(given))
	}
	tm := &v.Terms[m.Term]
	surface := text.Clean(given[m.Start:m.End]).Text
	if same(surface, strings.TrimPrefix(tm.Key, "word:")) || same(surface, tm.Label) {
		return
	}
	if tm.Kind == ingest.Word && strings.Contains(joined(surface), joined(strings.TrimPrefix(tm.Key, "word:"))) {
		return // a part of a word that was cleaned has the place of the whole
	}
	for _, a := range v.Abbreviations(doc) {
		surface = strings.ReplaceAll(surface, a.Short, a.Long)
	}
	if !same(surface, strings.TrimPrefix(tm.Key, "word:")) {
		t.Errorf("document %d: %q is no mention of %q", doc, given[m.Start:m.End], tm.Key)
	}
}

// same reports whether two spellings fold to the same, blanks apart.
func same(a, b string) bool { return joined(a) == joined(b) }

func joined(s string) string { return strings.ReplaceAll(extract.Fold(s), " ", "") }

// TestNoTermInsideAWord holds that a mention begins and ends where words do: LoRA is not found inside QLoRA.
func TestNoTermInsideAWord(t *testing.T) {
	onInvented(t, func(t *testing.T, c *ingest.Corpus, v *vocab.Vocabulary) {
		t.Helper()
		for doc := range v.Documents() {
			for _, m := range v.Mentions(doc) {
				given := c.Documents[doc].Text(m.Field)
				if m.Start > 0 && isLetter(given[m.Start-1]) && isLetter(given[m.Start]) || int(m.End) < len(given) && isLetter(given[m.End-1]) && isLetter(given[m.End]) {
					t.Errorf("document %d: %q is cut out of %q", doc, given[m.Start:m.End], given[max(0, m.Start-10):min(len(given), int(m.End)+10)])
				}
			}
		}
	})
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9' }

// TestConcepts holds that concepts are the terms of a row that are no words, best first, the best with score 1.
func TestConcepts(t *testing.T) {
	onInvented(t, func(t *testing.T, _ *ingest.Corpus, v *vocab.Vocabulary) {
		t.Helper()
		for doc := range v.Documents() {
			cs := v.Concepts(doc)
			var got, want []int32
			for i, c := range cs {
				got = append(got, c.Term)
				if c.Score <= 0 || i == 0 && c.Score != 1 || i > 0 && c.Score > cs[i-1].Score || c.Score == 1 && i > 0 && cs[i-1].Score != 1 {
					t.Errorf("document %d: concept %d has score %g", doc, i, c.Score)
				}
				if i > 0 && c.Score == cs[i-1].Score && c.Term < cs[i-1].Term {
					t.Errorf("document %d: of equal concepts the greater key comes first", doc)
				}
				if len(c.Mentions) == 0 || c.Why == "" || slices.ContainsFunc(c.Mentions, func(m vocab.Mention) bool { return m.Term != c.Term }) {
					t.Errorf("document %d: concept %+v", doc, c)
				}
			}
			terms, _ := v.Row(doc)
			for _, n := range terms {
				if v.Terms[n].Kind != ingest.Word {
					want = append(want, n)
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("document %d has concepts %v, want %v", doc, got, want)
			}
		}
	})
}

func TestAbbreviations(t *testing.T) {
	onInvented(t, func(t *testing.T, c *ingest.Corpus, v *vocab.Vocabulary) {
		t.Helper()
		for doc := range v.Documents() {
			seen := make(map[string]bool)
			for _, a := range v.Abbreviations(doc) {
				given := c.Documents[doc].Text(a.Field)
				if a.Start < 0 || a.End <= a.Start || int(a.End) > len(given) || !strings.Contains(text.Clean(given[a.Start:a.End]).Text, a.Short) {
					t.Errorf("document %d: %+v", doc, a)
				}
				switch a.Sense {
				case "here", "corpus":
					if a.Long == "" {
						t.Errorf("document %d: %q has a sense and no long form", doc, a.Short)
					}
				case "unresolved":
					if a.Long != "" {
						t.Errorf("document %d: %q is unresolved and stands for %q", doc, a.Short, a.Long)
					}
				default:
					t.Errorf("document %d: sense %q", doc, a.Sense)
				}
				if seen[a.Short] {
					t.Errorf("document %d lists %q twice", doc, a.Short)
				}
				seen[a.Short] = true
			}
		}
	})
}

// everything is all that a vocabulary tells.
type everything struct {
	Terms         []vocab.Term
	Rows          [][]int32
	Counts        [][]float32
	Mentions      [][]vocab.Mention
	Concepts      [][]vocab.Concept
	Abbreviations [][]string
	Words         [][]int32
}

func all(v *vocab.Vocabulary) everything {
	e := everything{Terms: v.Terms}
	for doc := range v.Documents() {
		terms, counts := v.Row(doc)
		e.Rows, e.Counts = append(e.Rows, terms), append(e.Counts, counts)
		e.Mentions, e.Concepts = append(e.Mentions, v.Mentions(doc)), append(e.Concepts, v.Concepts(doc))
		var shorts []string
		for _, a := range v.Abbreviations(doc) {
			shorts = append(shorts, a.Short+" "+a.Long+" "+a.Sense)
		}
		e.Abbreviations = append(e.Abbreviations, shorts)
	}
	for i := range v.Terms {
		e.Words = append(e.Words, v.Words(int32(i)))
	}
	return e
}

// TestSameVocabulary builds the same corpus many times, from documents in ever other orders: maps and the order of input
// must not show in a single bit.
func TestSameVocabulary(t *testing.T) {
	for _, docs := range [][]ingest.Document{handMade(), invent(rand.New(rand.NewPCG(7, 7)), 25)} {
		_, v := build(t, slices.Clone(docs))
		want := all(v)
		rng := rand.New(rand.NewPCG(1, 2))
		for range 20 {
			shuffled := slices.Clone(docs)
			rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			_, again := build(t, shuffled)
			if diff := cmp.Diff(want, all(again)); diff != "" {
				t.Fatalf("built again, another vocabulary:\n%s", diff)
			}
		}
	}
}

func TestBuildObeysItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := ingest.NewCorpus(handMade())
	if _, err := vocab.Build(ctx, c, read(c), vocab.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
