package answer_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"papergraph/graph/answer"
)

func TestReasonsOfBrokersDifferAndNameCommunitiesAndConcepts(t *testing.T) {
	g := demo(t)
	a := g.Atlas()
	seen := map[string]bool{}
	for _, u := range g.Ranked("betweenness")[:10] {
		s := g.Because(u)
		if seen[s] {
			t.Errorf("said twice: %s", s)
		}
		seen[s] = true
		_, concepts, ok := strings.Cut(s, " through ")
		if !ok || !strings.HasPrefix(s, "joins ") || !strings.Contains(s, a.Communities[a.Community[u]].Name) {
			t.Errorf("%q does not say what it joins", s)
		}
		named := 0
		for _, c := range a.Communities {
			if strings.Contains(s, "“"+c.Name+"”") {
				named++
			}
		}
		if named != 2 {
			t.Errorf("%d communities in %q", named, s)
		}
		held := a.Vocabulary.Concepts(int(u))
		for label := range strings.SplitSeq(concepts, ", ") {
			known := false
			for _, c := range held {
				known = known || a.Vocabulary.Terms[c.Term].Label == label
			}
			if !known {
				t.Errorf("%q is no concept of the paper that joins through it", label)
			}
		}
	}
}

func TestPapersWithoutALinkHaveNoReason(t *testing.T) {
	g := hostile(t)
	for u := range g.Atlas().Corpus.Documents {
		linked := g.Atlas().Network.Links.Degree(u) > 0
		if s := g.Because(int32(u)); linked != (s != "") {
			t.Errorf("linked %v, reason %q", linked, s)
		}
	}
}

func TestEachStepOfAPathIsALinkThatAConceptCarries(t *testing.T) {
	g := demo(t)
	docs := g.Atlas().Corpus.Documents
	common := map[string]bool{}
	for _, c := range g.Common() {
		common[c.Key] = true
	}
	for v := 1; v < len(docs); v += 7 {
		list, err := g.Path(context.Background(), docs[0].ID, docs[v].ID, 3)
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range list.Items {
			if i > 0 && s.Weight > list.Items[i-1].Weight+1e-12 {
				t.Errorf("%g after %g", s.Weight, list.Items[i-1].Weight)
			}
			if first, last := s.Steps[0].Paper, s.Steps[len(s.Steps)-1].Paper; first.ID != docs[0].ID || last.ID != docs[v].ID {
				t.Errorf("from %q to %q", first.ID, last.ID)
			}
			length := 0.0
			for j := 1; j < len(s.Steps); j += 2 {
				x, err := g.Explain(s.Steps[j-1].Paper.ID, s.Steps[j+1].Paper.ID)
				if err != nil || !x.Linked {
					t.Fatalf("a step that is no link: %+v, %v", x, err)
				}
				length += 1 / x.Weight
				step := s.Steps[j]
				if common[step.Concept.Key] || step.Concept.Kind == "word" {
					t.Errorf("%q carries a step", step.Concept.Label)
				}
				k := slices.IndexFunc(x.Shares, func(s answer.Share) bool { return s.Key == step.Concept.Key })
				if k < 0 {
					t.Fatalf("%q is no shared term", step.Concept.Key)
				}
				checkEvidence(t, g, x.Source, step.Concept.Label, step.Evidence.Source)
				checkEvidence(t, g, x.Target, step.Concept.Label, step.Evidence.Target)
			}
			if math.Abs(s.Weight*length-1) > 1e-9 {
				t.Errorf("weight %g of a way of length %g", s.Weight, length)
			}
		}
	}
}

func TestBridgesAndGapsTellOfTwoCommunities(t *testing.T) {
	g := demo(t)
	bridges := g.Bridges(10)
	if len(bridges) == 0 {
		t.Fatal("no bridges")
	}
	for _, b := range append(bridges, g.Gaps(10)...) {
		if b.A >= b.B || b.A < 1 || len(b.Papers) == 0 || len(b.Concepts) == 0 {
			t.Errorf("%+v", b)
		}
		if b.Papers[0].Because == "" || b.Papers[0].Score <= 0 {
			t.Errorf("%+v", b.Papers[0])
		}
		links := 0
		a := g.Atlas()
		for _, e := range a.Network.Links.Edges() {
			ids := []int{a.Communities[a.Community[e.U]].ID, a.Communities[a.Community[e.V]].ID}
			if slices.Min(ids) == b.A && slices.Max(ids) == b.B {
				links++
			}
		}
		if links != b.Gap.Links {
			t.Errorf("%d links said, %d there", b.Gap.Links, links)
		}
	}
	for _, b := range g.Gaps(10) {
		if float64(b.Gap.Links) > b.Gap.Expected/2 || len(b.Gap.Shared) < 2 {
			t.Errorf("no gap: %+v", b.Gap)
		}
	}
}

func TestAnswersRepeat(t *testing.T) {
	g := demo(t)
	ask := func() string { return marshal(t, []any{g.Bridges(20), g.Gaps(20), g.Search("guidance model", 50)}) }
	first := ask()
	for range 3 {
		if ask() != first {
			t.Fatal("the same questions got other answers")
		}
	}
}
