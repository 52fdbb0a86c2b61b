package answer_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"papergraph/graph/answer/answertest"
)

func TestMatchesHoldAllWords(t *testing.T) {
	g, err := answertest.Read(context.Background(), "library.jsonl", library)
	if err != nil {
		t.Fatal(err)
	}
	docs := g.Atlas().Corpus.Documents
	for _, c := range []struct{ name, ask, want string }{
		{"title and full text, by number", "merging models", "a b d"},
		{"the last word may be a beginning", "mer", "a b c d"},
		{"a finished word is not a beginning", "mer ", ""},
		{"words of different parts", "rockets world", "d"},
		{"none where a word is nowhere", "merging unheardof models", ""},
		{"marks and case do not count", "LODZ", "c"},
		{"an empty text is held by none", " ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ids []string
			for _, u := range g.Matches(c.ask).Nodes {
				ids = append(ids, docs[u].ID)
			}
			slices.Sort(ids) // numbers go by key, which orders these otherwise
			if got := strings.Join(ids, " "); got != c.want {
				t.Errorf("%q is held by %q, want %q", c.ask, got, c.want)
			}
		})
	}
}

// TestMatchesAreHits holds the matches of the example against a search that is not cut.
func TestMatchesAreHits(t *testing.T) {
	g, err := answertest.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, ask := range []string{"learning", "graph le", "the", "data set"} {
		nodes := g.Matches(ask).Nodes
		if !slices.IsSorted(nodes) {
			t.Errorf("%q: not ascending: %v", ask, nodes)
		}
		hits := found(g.Search(ask, 0).Items)
		if got := len(strings.Fields(hits)); len(nodes) > 0 && got != len(nodes) {
			t.Errorf("%q is held by %d papers, a search finds %d", ask, len(nodes), got)
		}
	}
}
