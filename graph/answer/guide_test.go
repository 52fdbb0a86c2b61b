package answer_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph/answer"
	"papergraph/graph/answer/answertest"
	"papergraph/ingest"
)

var demoOnce = sync.OnceValues(func() (*answer.Guide, error) { return answertest.Demo(context.Background()) })

// demo returns the guide to the example, which tests only read.
func demo(tb testing.TB) *answer.Guide {
	tb.Helper()
	g, err := demoOnce()
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

// hostile returns a guide to papers whose texts are hard to count in and that share methods.
func hostile(tb testing.TB) *answer.Guide {
	tb.Helper()
	var docs []ingest.Document
	for _, title := range []string{
		"🚀🚀 Low-Rank Adaptation (LoRA) in flight", "Über LoRA: a naïve view", "modèles: LoRA et compagnie",
		"LoRA\u202e and direction", "broken \xff bytes before LoRA", "", "LoRA & <b>bold</b>",
	} {
		docs = append(docs, ingest.Document{
			Title:    title,
			Abstract: "👩‍👩‍👧 We use LoRA 🚀 for model merging. Task arithmetic helps LoRA. Model merging is “good”; " + title + " task arithmetic.",
		})
	}
	g, err := answertest.Documents(context.Background(), docs, 0)
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func guides(t *testing.T) map[string]*answer.Guide {
	t.Helper()
	return map[string]*answer.Guide{"demo": demo(t), "hostile": hostile(t)}
}

// cut returns code points start to end-1 of a field of a paper, as JSON has them.
func cutField(t *testing.T, g *answer.Guide, id, field string, start, end int) string {
	t.Helper()
	u, ok := g.Atlas().Corpus.Find(id)
	if !ok {
		t.Fatalf("no paper %q", id)
	}
	text := g.Atlas().Corpus.Documents[u].Title
	if field == "abstract" {
		text = g.Atlas().Corpus.Documents[u].Abstract
	}
	runes := []rune(text)
	if start < 0 || end > len(runes) || start > end {
		t.Fatalf("%d to %d is outside the %d code points of the %s of %q", start, end, len(runes), field, id)
	}
	return string(runes[start:end])
}

func TestExplainAddsUpAndQuotesWhatStandsThere(t *testing.T) {
	for name, g := range guides(t) {
		t.Run(name, func(t *testing.T) {
			docs := g.Atlas().Corpus.Documents
			for _, e := range g.Atlas().Network.Links.Edges() {
				x, err := g.Explain(docs[e.U].ID, docs[e.V].ID)
				if err != nil {
					t.Fatal(err)
				}
				sum := 0.0
				for _, s := range x.Shares {
					sum += s.Share
					checkEvidence(t, g, x.Source, s.Label, s.Evidence.Source)
					checkEvidence(t, g, x.Target, s.Label, s.Evidence.Target)
				}
				if !x.Linked || math.Abs(sum-x.Weight) > 1e-9 || math.Abs(x.Weight-e.Weight) > 1e-9 {
					t.Errorf("%s–%s: linked %v, weight %g of a link of %g, shares add up to %g", x.Source, x.Target, x.Linked, x.Weight, e.Weight, sum)
				}
			}
		})
	}
}

func checkEvidence(t *testing.T, g *answer.Guide, id, label string, evidence []answer.Evidence) {
	t.Helper()
	if len(evidence) == 0 {
		t.Errorf("nothing shows that %q stands in %q", label, id)
	}
	for _, e := range evidence {
		sentence := []rune(e.Sentence)
		if got := cutField(t, g, id, e.Field, e.SentenceStart, e.SentenceStart+len(sentence)); got != e.Sentence {
			t.Errorf("the sentence of %q in %q reads %q, the field %q", label, id, e.Sentence, got)
		}
		from, to := e.Start-e.SentenceStart, e.End-e.SentenceStart
		if from < 0 || to > len(sentence) || from >= to {
			t.Fatalf("%q at %d to %d of %q in %q", label, from, to, e.Sentence, id)
		}
		if got := cutField(t, g, id, e.Field, e.Start, e.End); got != string(sentence[from:to]) {
			t.Errorf("%q in %q: %q in the field, %q in the sentence", label, id, got, string(sentence[from:to]))
		}
	}
}

func TestExplainAnswersPairsThatAreNotLinked(t *testing.T) {
	g := demo(t)
	docs, links := g.Atlas().Corpus.Documents, g.Atlas().Network.Links
	for v := 1; v < len(docs); v++ {
		if _, ok := links.Weight(0, v); !ok {
			x, err := g.Explain(docs[0].ID, docs[v].ID)
			if err != nil || x.Linked || x.Shares == nil {
				t.Errorf("got %+v, %v", x, err)
			}
			return
		}
	}
	t.Fatal("every paper is linked to the first")
}

func TestFaults(t *testing.T) {
	g := demo(t)
	id := g.Atlas().Corpus.Documents[0].ID
	missing := func(err error) bool { var e *answer.NotFoundError; return errors.As(err, &e) }
	wrong := func(err error) bool { var e *answer.QuestionError; return errors.As(err, &e) }
	ctx := context.Background()
	for _, c := range []struct {
		name string
		is   func(error) bool
		ask  func() error
	}{
		{"unknown paper", missing, func() error { _, err := g.Paper("no such"); return err }},
		{"unknown paper to explain", missing, func() error { _, err := g.Explain(id, "no such"); return err }},
		{"a paper with itself", wrong, func() error { _, err := g.Explain(id, id); return err }},
		{"a way to itself", wrong, func() error { _, err := g.Path(ctx, id, id, 1); return err }},
		{"no ways", wrong, func() error { _, err := g.Path(ctx, id, g.Atlas().Corpus.Documents[1].ID, 0); return err }},
		{"unknown concept", missing, func() error { _, err := g.Concept("no such"); return err }},
		{"unknown community", missing, func() error { _, err := g.Community(999); return err }},
		{"unknown kind", wrong, func() error { _, err := g.Concepts(answer.ConceptsQuery{Kind: "word"}); return err }},
		{"unknown sort", wrong, func() error { _, err := g.Papers(answer.PapersQuery{Sort: "eigenvector"}); return err }},
		{"unknown field", wrong, func() error { _, err := g.Papers(answer.PapersQuery{Fields: []string{"role"}}); return err }},
		{"unknown cursor", wrong, func() error { _, err := g.Papers(answer.PapersQuery{Cursor: "7"}); return err }},
		{"unknown id in a list", missing, func() error { _, err := g.Papers(answer.PapersQuery{IDs: []string{"no such"}}); return err }},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := c.ask(); !c.is(err) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestNotFoundNamesWhatIsNear(t *testing.T) {
	g := demo(t)
	id := g.Atlas().Corpus.Documents[3].ID
	_, err := g.Paper(id + "x")
	var e *answer.NotFoundError
	if !errors.As(err, &e) || !slices.Contains(e.Near, id) || !strings.Contains(err.Error(), "near it") {
		t.Errorf("got %v", err)
	}
}

func TestAnnotateIsInInputOrderAndMentionsStandThere(t *testing.T) {
	for name, g := range guides(t) {
		t.Run(name, func(t *testing.T) {
			i := 0
			for a := range g.Annotate() {
				if want := g.Atlas().Corpus.Documents[g.Atlas().Corpus.Input[i]].ID; a.ID != want {
					t.Fatalf("line %d is %q, want %q", i, a.ID, want)
				}
				i++
				for _, c := range a.Concepts {
					if c.Kind == "word" || len(c.Mentions) == 0 {
						t.Errorf("%q of %q: kind %s, %d mentions", c.Label, a.ID, c.Kind, len(c.Mentions))
					}
					for _, m := range c.Mentions {
						if got := cutField(t, g, a.ID, m.Field, m.Start, m.End); got != m.Text {
							t.Errorf("%q is %q at %d", m.Text, got, m.Start)
						}
					}
				}
				for _, ab := range a.Abbreviations {
					if got := cutField(t, g, a.ID, ab.Field, ab.Start, ab.End); !strings.Contains(got, ab.Short) {
						t.Errorf("%q is not in %q", ab.Short, got)
					}
				}
			}
			if i != len(g.Atlas().Corpus.Documents) {
				t.Errorf("%d lines", i)
			}
		})
	}
}

func TestLinksAreInKeyOrderThenByRank(t *testing.T) {
	g := demo(t)
	var last answer.Link
	n := 0
	for l := range g.Links(5) {
		n++
		if l.Rank > 5 || l.Source < last.Source || l.Source == last.Source && (l.Rank != last.Rank+1 || l.Weight > last.Weight) || l.Source != last.Source && l.Rank != 1 {
			t.Fatalf("%+v after %+v", l, last)
		}
		u, _ := g.Atlas().Corpus.Find(l.Source)
		v, _ := g.Atlas().Corpus.Find(l.Target)
		if _, linked := g.Atlas().Network.Links.Weight(u, v); linked != l.OnMap || l.SameWork && l.OnMap {
			t.Errorf("%+v, but linked is %v", l, linked)
		}
		last = l
	}
	if n == 0 {
		t.Error("no links")
	}
}

func TestRelatedAgreesWithLinks(t *testing.T) {
	g := demo(t)
	id := g.Atlas().Corpus.Documents[0].ID
	r, err := g.Related(id, 5)
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for l := range g.Links(5) {
		if l.Source == id {
			if r.Items[i].ID != l.Target || r.Items[i].Weight != l.Weight || r.Items[i].Rank != l.Rank {
				t.Errorf("%+v, want %+v", r.Items[i], l)
			}
			if len(r.Items[i].Shares) == 0 || len(r.Items[i].Shares) > 5 {
				t.Errorf("%d shares", len(r.Items[i].Shares))
			}
			i++
		}
	}
}

func TestNodesOnlyWhereAskedFor(t *testing.T) {
	g := demo(t)
	id := g.Atlas().Corpus.Documents[2].ID
	plain, err := g.Related(id, 3)
	if err != nil {
		t.Fatal(err)
	}
	numbered, err := g.WithNodes().Related(id, 3)
	if err != nil {
		t.Fatal(err)
	}
	if s := marshal(t, plain); strings.Contains(s, `"node"`) {
		t.Errorf("a number of this map in %s", s)
	}
	for _, r := range numbered.Items {
		if r.Node == nil || g.Atlas().Corpus.Documents[*r.Node].ID != r.ID {
			t.Errorf("%q has node %v", r.ID, r.Node)
		}
	}
	for i := range numbered.Items {
		numbered.Items[i].Node = nil
	}
	if diff := cmp.Diff(plain, numbered); diff != "" {
		t.Error(diff)
	}
}

func marshal(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestReadingCounts(t *testing.T) {
	g, err := answertest.Read(context.Background(), "/somewhere/three.jsonl",
		"{\"title\":\"One paper\",\"abstract\":\"Text.\"}\nnot json\n{\"title\":\"Another paper\"}\n")
	if err != nil {
		t.Fatal(err)
	}
	r := g.Reading()
	if r.Papers != 2 || r.WithoutAbstract != 1 || r.WithoutLink != 2 || len(r.Warnings) == 0 || r.Read != r.Papers+r.Merged+r.Dropped {
		t.Errorf("got %+v", r)
	}
	if s := marshal(t, r); strings.Contains(s, "/somewhere") {
		t.Errorf("an absolute path in %s", s)
	}
}

func TestShownHidesAbsolutePaths(t *testing.T) {
	for in, want := range map[string]string{
		"papers.bib": "papers.bib", "a/b.bib": "a/b.bib", "/home/x/b.bib": "b.bib", `C:\x\b.bib`: "b.bib", "-": "-", "demo": "demo",
	} {
		if got := answer.Shown(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}
