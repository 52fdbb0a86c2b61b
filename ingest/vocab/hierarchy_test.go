package vocab_test

import (
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

// TestHierarchy holds that the longest term that a term of two or more documents ends with is above it; that the ties are a graph
// without cycles, told alike from above and from below; and that none is made needless by longer ways, as the library finds.
func TestHierarchy(t *testing.T) {
	onInvented(t, func(t *testing.T, _ *ingest.Corpus, v *vocab.Vocabulary) {
		t.Helper()
		dag := graph.New(graph.IntHash, graph.Directed(), graph.PreventCycles())
		for i := range v.Terms {
			if err := dag.AddVertex(i); err != nil {
				t.Fatal(err)
			}
		}
		for i := range v.Terms {
			tm := &v.Terms[i]
			if want := longestEnding(v, int32(i)); len(want) > 0 && !isAbove(v, want[0], int32(i)) {
				t.Errorf("above %q stand %v, want %v among them", tm.Key, tm.Broader, want)
			}
			for _, parent := range tm.Broader {
				if !slices.Contains(v.Terms[parent].Narrower, int32(i)) {
					t.Errorf("%q is not below %q, which is above it", tm.Key, v.Terms[parent].Key)
				}
				if err := dag.AddEdge(int(parent), i); err != nil {
					t.Errorf("%q above %q: %v", v.Terms[parent].Key, tm.Key, err)
				}
			}
			for _, child := range tm.Narrower {
				if !slices.Contains(v.Terms[child].Broader, int32(i)) {
					t.Errorf("%q is not above %q, which is below it", tm.Key, v.Terms[child].Key)
				}
			}
		}
		checkReduced(t, dag)
	})
}

// isAbove reports whether one term is above another, by one tie or several.
func isAbove(v *vocab.Vocabulary, high, low int32) bool {
	return slices.ContainsFunc(v.Terms[low].Broader, func(p int32) bool { return p == high || isAbove(v, high, p) })
}

func checkReduced(t *testing.T, dag graph.Graph[int, int]) {
	t.Helper()
	reduced, err := graph.TransitiveReduction(dag)
	if err != nil {
		t.Fatal(err)
	}
	all, _ := dag.Size()
	if kept, _ := reduced.Size(); kept != all {
		t.Errorf("%d ties, of which the library keeps %d", all, kept)
	}
}

// TestExamples holds what lists of examples tell, and what they do not.
func TestExamples(t *testing.T) {
	_, v := build(t, abstracts(
		"We compare lattice solvers such as Foldy, QTree, and NoLat. Lattice solvers are old.",
		"Lattice solvers like Foldy, QTree and NoLat differ. In graph languages such as Sprig, QTree is slow.",
		"The tasks of graph languages, such as word sorting, are many. Word sorting helps. Sprig is new. NoLat is a lattice solver.",
		"Graph languages (e.g., Sprig) need word sorting.",
	))
	solver, _ := v.Find("lattice solver")
	language, _ := v.Find("graph language")
	for _, c := range []struct {
		name   string
		parent int32
		child  string
		want   bool
	}{
		{"the first of a list", solver, "Foldy", true},
		{"the second", solver, "QTree", true},
		{"the last", solver, "NoLat", true},
		{"in brackets", language, "Sprig", true},
		{"behind the comma that ends the list", language, "QTree", false},
		{"of what stands before the phrase", language, "word sorting", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := slices.Contains(term(t, v, c.child).Broader, c.parent); got != c.want {
				t.Errorf("above %s stand %v, is %d among them: %t, want %t", c.child, term(t, v, c.child).Broader, c.parent, got, c.want)
			}
		})
	}
}

// TestSubsumed holds that what nearly all papers with a term hold, and many others, is broader; and that in a corpus where all
// hold it, it is not.
func TestSubsumed(t *testing.T) {
	texts := func(others string) []string {
		var all []string
		for i := range 400 {
			switch {
			case i < 8:
				all = append(all, "Rope walking needs ash poles.")
			case i < 20:
				all = append(all, "Rope walking is an art.")
			default:
				all = append(all, others)
			}
		}
		return all
	}
	_, v := build(t, abstracts(texts("Bread baking takes an hour.")...))
	walking, ok := v.Find("rope walking")
	if poles := term(t, v, "ash pole"); !ok || !slices.Equal(poles.Broader, []int32{walking}) {
		t.Errorf("above ash poles stand %v, want %d", poles.Broader, walking)
	}
	if up := v.Terms[walking].Broader; len(up) > 0 {
		t.Errorf("above rope walking stand %v", up)
	}
	_, v = build(t, abstracts(texts("Rope walking takes an hour.")...))
	if poles := term(t, v, "ash pole"); len(poles.Broader) > 0 {
		t.Errorf("where all hold rope walking, above ash poles stand %v", poles.Broader)
	}
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
