package vocab_test

import (
	"context"
	"strings"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

// corpusOf makes the vocabulary of papers.
func corpusOf(t *testing.T, docs ...ingest.Document) (*ingest.Corpus, *vocab.Vocabulary) {
	t.Helper()
	c := ingest.NewCorpus(docs)
	found := make([]extract.Found, len(c.Documents))
	r := extract.NewReader(extract.NewSpellings())
	for i := range found {
		found[i] = r.Document(&c.Documents[i])
	}
	v, err := vocab.Build(context.Background(), c, found, vocab.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c, v
}

// roleIn returns the role of a term in the paper with the id.
func roleIn(t *testing.T, c *ingest.Corpus, v *vocab.Vocabulary, id, key string) vocab.Role {
	t.Helper()
	doc, ok := c.Find(id)
	term, known := v.Find(key)
	if !ok || !known {
		t.Fatalf("paper %s %t, term %s %t", id, ok, key, known)
	}
	return v.Role(doc, term)
}

func TestRoles(t *testing.T) {
	c, v := corpusOf(t,
		ingest.Document{ID: "a", Title: "Walks over Wet Ground", Abstract: "We propose FenNet, a planner. FenNet sees reeds."},
		ingest.Document{ID: "b", Title: "FenNet in Winter", Abstract: "FenNet is run on ice."},
		ingest.Document{ID: "c", Title: "On Reeds", Abstract: "We introduce FenNet into a boat. Wet ground is a subject."},
	)
	for id, want := range map[string]vocab.Role{"a": vocab.Introduces, "b": vocab.Uses, "c": vocab.Uses} {
		if got := roleIn(t, c, v, id, "fennet"); got != want {
			t.Errorf("%s %s FenNet, want %s", id, got, want)
		}
	}
	for doc := range c.Documents {
		for _, concept := range v.Concepts(doc) {
			named := v.Terms[concept.Term].Kind <= ingest.Metric
			if named != (concept.Role != vocab.NoRole) {
				t.Errorf("%s of kind %s has role %q", v.Terms[concept.Term].Key, v.Terms[concept.Term].Kind, concept.Role)
			}
			if says := strings.Contains(concept.Why, "proposed here"); says != (concept.Role == vocab.Introduces) {
				t.Errorf("%s %s because %s", v.Terms[concept.Term].Key, concept.Role, concept.Why)
			}
		}
	}
}

func TestOlderPapersHoldWhatIsNotNew(t *testing.T) {
	c, v := corpusOf(t,
		ingest.Document{ID: "new", Year: 2020, Title: "Walks", Abstract: "We propose FenNet, a planner."},
		ingest.Document{ID: "old", Year: 2012, Title: "Reeds", Abstract: "FenNet is fast."},
	)
	if got := roleIn(t, c, v, "new", "fennet"); got != vocab.Uses {
		t.Errorf("the newer paper %s it", got)
	}
	doc, _ := c.Find("new")
	term, _ := v.Find("fennet")
	if !v.Contests(doc, term) {
		t.Error("that the newer paper gives the name to something of its own is forgotten")
	}
}

func TestWhatIsInDoubtIsAnothers(t *testing.T) {
	c, v := corpusOf(t,
		ingest.Document{ID: "sure", Title: "FenNet: Walks over Wet Ground", Abstract: "FenNet sees reeds."},
		ingest.Document{ID: "doubt", Title: "Boats", Abstract: "Our FenNet model is wet."},
	)
	if got := roleIn(t, c, v, "doubt", "fennet"); got != vocab.Uses {
		t.Errorf("\"our FenNet model\" %s it though another paper is called by it", got)
	}
	if got := roleIn(t, c, v, "sure", "fennet"); got != vocab.Introduces {
		t.Errorf("the paper called by it %s it", got)
	}
}

// TestIntroductionsAreMentions checks on a corpus of everything above that what is introduced is a mention of the term.
func TestIntroductionsAreMentions(t *testing.T) {
	c, v := corpusOf(t,
		ingest.Document{ID: "a", Title: "Sparse Fen Attention", Abstract: "We present sparse fen attention (SFA). In what we call reed walking, SFA leads."},
		ingest.Document{ID: "b", Title: "Guided Reeds for Boats", Abstract: "We propose Guided Reeds, a loss. Our \\emph{SFA} is wet."},
		ingest.Document{ID: "c", Title: "ReedBench: A Benchmark of Reeds", Abstract: "Guided reeds and reed walking are compared."},
	)
	introduced := 0
	for doc := range c.Documents {
		last := int32(-1)
		for _, i := range v.Introductions(doc) {
			introduced++
			found := false
			for _, m := range v.Mentions(doc) {
				found = found || m == i.Mention
			}
			if !found || i.Term <= last {
				t.Errorf("%s: %+v is no mention, or out of order", c.Documents[doc].ID, i)
			}
			last = i.Term
		}
	}
	if introduced < 4 {
		t.Errorf("%d terms are introduced", introduced)
	}
	if got := roleIn(t, c, v, "c", "guided reed"); got != vocab.Uses {
		t.Errorf("a name with a word that parts phrases: %q", got)
	}
}
