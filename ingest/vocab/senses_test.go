package vocab_test

import (
	"strings"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// senseOf returns the long form and the sense of a short form in a document.
func senseOf(t *testing.T, c *ingest.Corpus, v *vocab.Vocabulary, id, short string) (long, sense string) {
	t.Helper()
	doc, _ := c.Find(id)
	for _, a := range v.Abbreviations(doc) {
		if a.Short == short {
			return a.Long, a.Sense
		}
	}
	return "", ""
}

// twoSenses is a corpus in which CFG stands for two things.
func twoSenses() []ingest.Document {
	return []ingest.Document{
		{ID: "defines-guidance", Abstract: "Diffusion models draw images with classifier-free guidance (CFG). The scale of CFG trades image fidelity for diversity."},
		{ID: "defines-grammar", Abstract: "A parser reads sentences by a context-free grammar (CFG). The rules of the CFG give syntax trees of sentences."},
		{ID: "images", Abstract: "Image diffusion at a high CFG scale gives images of less diversity and more fidelity."},
		{ID: "sentences", Abstract: "Syntax trees of sentences: a parser with a CFG of many rules."},
		{ID: "neither", Abstract: "Something odd: CFG without company."},
		{ID: "long", Abstract: "Classifier-free guidance is costly at every step."},
		{ID: "other", Abstract: "XYZ is something else entirely, unexplained."},
	}
}

func TestSenses(t *testing.T) {
	c, v := build(t, twoSenses())
	for _, s := range []struct{ name, id, short, long, sense string }{
		{"what the document says", "defines-guidance", "CFG", "classifier-free guidance", "here"},
		{"what another document says of itself", "defines-grammar", "CFG", "context-free grammar", "here"},
		{"what the nearest that define it say", "images", "CFG", "classifier-free guidance", "corpus"},
		{"what the nearest of the other sense say", "sentences", "CFG", "context-free grammar", "corpus"},
		{"nothing in common with any", "neither", "CFG", "", "unresolved"},
		{"nobody defines it", "other", "XYZ", "", ""},
	} {
		t.Run(s.name, func(t *testing.T) {
			if long, sense := senseOf(t, c, v, s.id, s.short); long != s.long || sense != s.sense {
				t.Errorf("%s in %s stands for %q (%s), want %q (%s)", s.short, s.id, long, sense, s.long, s.sense)
			}
		})
	}
	guidance, grammar := term(t, v, "classifier-free guidance"), term(t, v, "context-free grammar")
	if guidance.Documents != 3 || grammar.Documents != 2 {
		t.Errorf("guidance stands in %d documents, want 3, grammar in %d, want 2", guidance.Documents, grammar.Documents)
	}
	if guidance.Long == "" && guidance.Label == "CFG" {
		t.Errorf("term %+v is labelled by its short form and has no long one", guidance)
	}
}

// TestSensesThatDifferInDashes holds that two spellings of a sense do not stand for two.
func TestSensesThatDifferInDashes(t *testing.T) {
	c, v := build(t, []ingest.Document{
		{ID: "one", Abstract: "Learning by back-propagation (BP) of errors through layers."},
		{ID: "two", Abstract: "Errors of layers are sent by backpropagation (BP)."},
		{ID: "graph", Abstract: "Marginals on a factor graph by belief propagation (BP)."},
		{ID: "use", Abstract: "Errors pass through layers by BP."},
	})
	if long, sense := senseOf(t, c, v, "use", "BP"); !strings.HasPrefix(long, "back") || sense != "corpus" {
		t.Errorf("BP stands for %q (%s)", long, sense)
	}
}

func TestShortAndLongFormAreOneTerm(t *testing.T) {
	c, v := build(t, abstracts(
		"We scale a mixture of experts (MoE) with sparse gates. The MoE is fast.",
		"Routing in MoE models is hard, and MoEs need balance.",
		"Mixtures of experts need balance.",
		"Mixture-of-experts models route tokens.",
	))
	moe := term(t, v, "mixture of experts")
	if moe.Documents != 4 {
		t.Errorf("mixture of experts stands in %d documents, want 4: %q", moe.Documents, keys(v))
	}
	for doc := range c.Documents {
		found := false
		for _, concept := range v.Concepts(doc) {
			found = found || &v.Terms[concept.Term] == moe
		}
		if !found {
			t.Errorf("mixture of experts is no concept of document %d", doc)
		}
	}
	for _, key := range keys(v) {
		if key == "moe" || key == "moes" {
			t.Errorf("%q is a term besides its long form", key)
		}
	}
}

// TestShortFormsThatAreFunctionWords holds that where a document defines AT, each AT in capitals is what it stands for, and
// that where none does it is a function word.
func TestShortFormsThatAreFunctionWords(t *testing.T) {
	_, v := build(t, abstracts(
		"Adversarial training (AT) makes robust classifiers. AT is costly at scale.", "Adversarial training of robust classifiers.", "Look AT that: a costly scale.",
	))
	i, ok := v.Find("adversarial training")
	if !ok {
		t.Fatalf("no term adversarial training among %q", keys(v))
	}
	for doc, want := range []int{3, 1, 0} {
		n := 0
		for _, m := range v.Mentions(doc) {
			if m.Term == i {
				n++
			}
		}
		if n != want {
			t.Errorf("document %d mentions adversarial training %d times, want %d", doc, n, want)
		}
	}
}
