package vocab_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/dominikbraun/graph"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

// TestHierarchyByHand reads three documents of which
//
//	pruning ── structured pruning ── fast structured pruning
//
// are terms of two or more.
func TestHierarchyByHand(t *testing.T) {
	_, v := build(t, abstracts(
		"Head pruning. Structured pruning. Pruning.", "Head pruning and structured pruning; pruning.", "Pruning, adaptive structured pruning, head pruning.",
	))
	pruning, structured := term(t, v, "pruning"), term(t, v, "structured pruning")
	i, _ := v.Find("pruning")
	if !slices.Equal(structured.Broader, []int32{i}) {
		t.Errorf("above structured pruning stand %v, want pruning", structured.Broader)
	}
	if len(pruning.Broader) != 0 || len(pruning.Narrower) < 2 {
		t.Errorf("pruning %+v", pruning)
	}
}

// TestHierarchy holds what a naive search finds: the parent of a term of two or more documents is the term with the longest
// key that its own ends with; and the ties are a graph without cycles.
func TestHierarchy(t *testing.T) {
	onInvented(t, func(t *testing.T, _ *ingest.Corpus, v *vocab.Vocabulary) {
		t.Helper()
		dag := graph.New(func(i int32) int32 { return i }, graph.Directed(), graph.PreventCycles())
		for i := range v.Terms {
			if err := dag.AddVertex(int32(i)); err != nil {
				t.Fatal(err)
			}
		}
		for i := range v.Terms {
			tm := &v.Terms[i]
			if want := longestEnding(v, int32(i)); !slices.Equal(tm.Broader, want) {
				t.Errorf("above %q stand %v, want %v", tm.Key, tm.Broader, want)
			}
			for _, parent := range tm.Broader {
				if !slices.Contains(v.Terms[parent].Narrower, int32(i)) {
					t.Errorf("%q is not below %q, which is above it", tm.Key, v.Terms[parent].Key)
				}
				if err := dag.AddEdge(parent, int32(i)); errors.Is(err, graph.ErrEdgeCreatesCycle) {
					t.Errorf("%q above %q closes a cycle", v.Terms[parent].Key, tm.Key)
				}
			}
			for _, child := range tm.Narrower {
				if !slices.Contains(v.Terms[child].Broader, int32(i)) {
					t.Errorf("%q is not above %q, which is below it", tm.Key, v.Terms[child].Key)
				}
			}
		}
	})
}

// longestEnding compares a term with every other one.
func longestEnding(v *vocab.Vocabulary, i int32) []int32 {
	tm := &v.Terms[i]
	best, length := []int32(nil), 0
	if tm.Kind == ingest.Word || tm.Documents < 2 {
		return nil
	}
	fold := foldOf(v, tm)
	for j := range v.Terms {
		other := &v.Terms[j]
		if other.Kind == ingest.Word || other.Documents < 2 || int32(j) == i {
			continue
		}
		if f := foldOf(v, other); strings.HasSuffix(fold, " "+f) && len(f) > length {
			best, length = []int32{int32(j)}, len(f)
		}
	}
	return best
}

// foldOf returns what a key folds to; a key with capitals is that of a name which is a word as well, and stands as it is. A
// form written in one is the words that it is written in elsewhere.
func foldOf(v *vocab.Vocabulary, tm *vocab.Term) string {
	if tm.Key != strings.ToLower(tm.Key) {
		return tm.Key
	}
	return vocab.PhraseOf(v, extract.Fold(tm.Key))
}
