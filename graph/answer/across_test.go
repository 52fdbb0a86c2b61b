package answer_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph/answer"
)

// pairs returns the ids of all pairs of communities, the smaller first.
func pairs(g *answer.Guide) [][2]int {
	var out [][2]int
	for i, a := range g.Atlas().Communities {
		for _, b := range g.Atlas().Communities[i+1:] {
			out = append(out, [2]int{min(a.ID, b.ID), max(a.ID, b.ID)})
		}
	}
	return out
}

func TestAcrossTellsTheSameOfAPairAsTheReport(t *testing.T) {
	g := demo(t)
	for _, want := range g.Bridges(1000) {
		got, err := g.Across(t.Context(), want.B, want.A)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]any{want.A, want.B, want.Concepts, want.Gap}, []any{got.A, got.B, got.Concepts, got.Gap}); diff != "" {
			t.Errorf("%d and %d: report (-), across (+):\n%s", want.A, want.B, diff)
		}
	}
}

func TestAcrossRanksByPathsAndEachPaperJoinsTheTwo(t *testing.T) {
	g := demo(t)
	a := g.Atlas()
	for _, pair := range pairs(g) {
		got, err := g.Across(t.Context(), pair[0], pair[1])
		if err != nil {
			t.Fatal(err)
		}
		if (len(got.Papers) == 0) != (got.Gap.Links == 0) {
			t.Errorf("%v: %d papers and %d links", pair, len(got.Papers), got.Gap.Links)
		}
		for i, p := range got.Papers {
			if i > 0 && p.Score > got.Papers[i-1].Score || p.Score < 0 || p.Score > 1 {
				t.Errorf("%v: score %g after %g", pair, p.Score, got.Papers[max(0, i-1)].Score)
			}
			if !strings.HasPrefix(p.Because, "joins ") {
				t.Errorf("%v: %q", pair, p.Because)
			}
			u, ok := a.Corpus.Find(p.ID)
			if !ok || p.Score == 0 && !linkedInto(g, int32(u), pair) {
				t.Errorf("%v: %s has no part in it", pair, p.ID)
			}
		}
	}
}

// linkedInto says whether a paper has a link into one of two communities.
func linkedInto(g *answer.Guide, u int32, pair [2]int) bool {
	a := g.Atlas()
	targets, _ := a.Network.Links.Arcs(int(u))
	return slices.ContainsFunc(targets, func(v int32) bool {
		c := a.Community[v]
		return c >= 0 && slices.Contains(pair[:], a.Communities[c].ID)
	})
}

func TestAcrossRefuses(t *testing.T) {
	g := demo(t)
	var missing *answer.NotFoundError
	var wrong *answer.QuestionError
	if _, err := g.Across(t.Context(), 1, 4000); !errors.As(err, &missing) {
		t.Errorf("an unknown community: %v", err)
	}
	if _, err := g.Across(t.Context(), 1, 1); !errors.As(err, &wrong) || wrong.Part != "b" {
		t.Errorf("one community twice: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	first := g.Bridges(1)[0]
	if _, err := g.Across(ctx, first.A, first.B); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
