package answer_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"papergraph/graph/answer"
	"papergraph/graph/answer/answertest"
	"papergraph/graph/atlas"
)

// TestPartsAnswerAsTheWhole asks atlases that were built for a question, and with less.
func TestPartsAnswerAsTheWhole(t *testing.T) {
	whole, err := answertest.Demo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a, b := whole.Atlas().Corpus.Documents[3].ID, whole.Atlas().Corpus.Documents[40].ID
	parts := map[atlas.Stages]*answer.Guide{}
	part := func(stages atlas.Stages) *answer.Guide {
		if parts[stages] == nil {
			if parts[stages], err = answertest.DemoStages(t.Context(), stages); err != nil {
				t.Fatal(err)
			}
		}
		return parts[stages]
	}
	for _, q := range []struct {
		name  string
		needs atlas.Stages
		ask   func(g *answer.Guide) any
	}{
		{"concepts", atlas.Concepts, func(g *answer.Guide) any { return first(g.Concepts(answer.ConceptsQuery{})) }},
		{"search", atlas.Concepts, func(g *answer.Guide) any { return g.Search("diffusion guid", 30) }},
		{"annotate", atlas.Links, func(g *answer.Guide) any { return slices.Collect(g.Annotate()) }},
		{"common", atlas.Links, func(g *answer.Guide) any { return g.Common() }},
		{"reading", atlas.Links, func(g *answer.Guide) any { return g.Reading() }},
		{"links", atlas.Links, func(g *answer.Guide) any { return slices.Collect(g.Links(5)) }},
		{"builds-on links", atlas.Links, func(g *answer.Guide) any { return slices.Collect(g.BuildsOnLinks(5)) }},
		{"related", atlas.Links, func(g *answer.Guide) any { return first(g.Related(a, 5)) }},
		{"explain", atlas.Links, func(g *answer.Guide) any { return first(g.Explain(a, b)) }},
		{"path", atlas.Links, func(g *answer.Guide) any { return first(g.Path(t.Context(), a, b, 3)) }},
		{"concept", atlas.Ranks, func(g *answer.Guide) any {
			return first(g.Concept(whole.Term(whole.Atlas().Communities[0].Terms[0]).Key))
		}},
		{"communities", atlas.Communities, func(g *answer.Guide) any { return g.Communities() }},
		{"community", atlas.Communities, func(g *answer.Guide) any { return first(g.Community(1)) }},
		{"bridges", atlas.Communities, func(g *answer.Guide) any { return g.Bridges(5) }},
		{"gaps", atlas.Communities, func(g *answer.Guide) any { return g.Gaps(5) }},
		{"because", atlas.Ranks | atlas.Communities, func(g *answer.Guide) any { return g.Because(3) }},
		{"paper", atlas.Ranks | atlas.Communities, func(g *answer.Guide) any { return first(g.Paper(a)) }},
		{"papers", atlas.Ranks | atlas.Communities, func(g *answer.Guide) any { return first(g.Papers(answer.PapersQuery{})) }},
	} {
		t.Run(q.name, func(t *testing.T) {
			want, err := json.Marshal(q.ask(whole))
			if err != nil {
				t.Fatal(err)
			}
			got, err := json.Marshal(q.ask(part(q.needs)))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%v: the part answers %.300s, the whole %.300s", err, got, want)
			}
			if q.needs == atlas.Concepts {
				return
			}
			defer func() {
				if said, ok := recover().(string); !ok || !strings.Contains(said, "built without ") {
					t.Errorf("an atlas of concepts alone says %q", said)
				}
			}()
			q.ask(part(atlas.Concepts))
		})
	}
}

// first returns an answer and drops its error: what is asked for is there.
func first[T any](answer T, _ error) T { return answer }
