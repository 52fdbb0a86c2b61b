package vocab_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

// build makes the vocabulary of documents.
func build(tb testing.TB, docs []ingest.Document) (*ingest.Corpus, *vocab.Vocabulary) {
	tb.Helper()
	c := ingest.NewCorpus(docs)
	v, err := vocab.Build(tb.Context(), c, read(c), vocab.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return c, v
}

func read(c *ingest.Corpus) []extract.Found {
	found := make([]extract.Found, len(c.Documents))
	r := extract.NewReader(extract.NewSpellings())
	for i := range found {
		found[i] = r.Document(&c.Documents[i])
	}
	return found
}

// abstracts makes documents p0, p1, … of abstracts.
func abstracts(texts ...string) []ingest.Document {
	docs := make([]ingest.Document, len(texts))
	for i, s := range texts {
		docs[i] = ingest.Document{ID: fmt.Sprintf("p%d", i), Abstract: s}
	}
	return docs
}

// invent makes n documents about made-up subjects: each subject has phrases of its own, a method with a short form that some
// documents define, and spellings in one, with a dash, and apart.
func invent(rng *rand.Rand, n int) []ingest.Document {
	word := func() string {
		var b strings.Builder
		for range 2 + rng.IntN(3) {
			b.WriteByte("bdfgklmnprtvz"[rng.IntN(13)])
			b.WriteByte("aeiou"[rng.IntN(5)])
		}
		return b.String() + "n"
	}
	type subject struct{ phrases, names, short, long []string }
	subjects := make([]subject, 2+n/12)
	shared := []string{word() + " pruning", word() + " " + word() + " learning", word(), "large " + word() + " models"}
	for i := range subjects {
		s := &subjects[i]
		s.phrases = append(s.phrases, shared...)
		for range 6 {
			s.phrases = append(s.phrases, word()+" "+word(), word()+" "+word()+" "+s.phrases[rng.IntN(len(s.phrases))])
		}
		a, b := word(), word()
		s.phrases = append(s.phrases, a+" "+b, a+"-"+b, a+b, a+b+"s")
		x, y := word(), word()
		s.names = []string{strings.ToUpper(x[:2]) + x[2:4] + "Net", strings.ToUpper(x[:3]) + "-2", strings.ToUpper(x[:3]) + "-3", strings.ToUpper(y[:4]), "Q" + strings.ToUpper(y[:4])}
		s.long = []string{x + " " + y + " " + word(), "mixture of " + y + "s"}
		for _, long := range s.long {
			w := strings.Fields(long)
			s.short = append(s.short, strings.ToUpper(w[0][:1]+w[1][:1]+w[2][:1]))
		}
	}
	docs := make([]ingest.Document, n)
	for i := range docs {
		s := &subjects[rng.IntN(len(subjects))]
		noun := func() string {
			switch k := rng.IntN(len(s.long)); rng.IntN(8) {
			case 0:
				return s.names[rng.IntN(len(s.names))]
			case 1:
				return s.long[k] + " (" + s.short[k] + ")"
			case 2:
				return s.short[k]
			}
			return s.phrases[rng.IntN(len(s.phrases))]
		}
		var b strings.Builder
		for range 3 + rng.IntN(3) {
			fmt.Fprintf(&b, "We propose the %s for %s, which improves %s. ", noun(), noun(), noun())
		}
		title := "The " + noun() + " of " + noun()
		if rng.IntN(4) == 0 {
			title = s.names[rng.IntN(len(s.names))] + ": " + noun()
		}
		docs[i] = ingest.Document{ID: fmt.Sprintf("p%04d", i), Title: title, Abstract: b.String()}
	}
	return docs
}

// term returns the term with the key or spelling.
func term(tb testing.TB, v *vocab.Vocabulary, key string) *vocab.Term {
	tb.Helper()
	i, ok := v.Find(key)
	if !ok {
		tb.Fatalf("no term %q among %q", key, keys(v))
	}
	return &v.Terms[i]
}

// keys returns the keys of terms that readers are shown.
func keys(v *vocab.Vocabulary) []string {
	var out []string
	for i := range v.Terms {
		if v.Terms[i].Kind != ingest.Word {
			out = append(out, v.Terms[i].Key)
		}
	}
	return out
}
