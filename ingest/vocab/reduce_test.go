package vocab

import (
	"slices"
	"testing"

	"github.com/dominikbraun/graph"
	"pgregory.net/rapid"
)

// anyTies draws the ties of a graph without cycles: each leads from a lower number to a higher, renumbered.
func anyTies(t *rapid.T) (n int, ties []tie) {
	n = rapid.IntRange(1, 24).Draw(t, "terms")
	number := rapid.Permutation(ascending(n)).Draw(t, "numbers")
	for i := range n {
		for j := range i {
			if rapid.IntRange(0, 3).Draw(t, "tie") == 0 {
				ties = append(ties, tie{number[j], number[i]})
			}
		}
	}
	return n, ties
}

func ascending(n int) []int32 {
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(i)
	}
	return all
}

// TestReduceAsTheLibrary holds that our reduction keeps the ties that the library's keeps.
func TestReduceAsTheLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, ties := anyTies(t)
		dag := graph.New(graph.IntHash, graph.Directed(), graph.PreventCycles())
		for i := range n {
			_ = dag.AddVertex(i) // each is new
		}
		for _, e := range ties {
			if err := dag.AddEdge(int(e.parent), int(e.child)); err != nil {
				t.Fatal(err)
			}
		}
		reduced, err := graph.TransitiveReduction(dag)
		if err != nil {
			t.Fatal(err)
		}
		want := slices.DeleteFunc(slices.Clone(ties), func(e tie) bool {
			_, err := reduced.Edge(int(e.parent), int(e.child))
			return err != nil
		})
		if got := reduce(n, ties); !slices.Equal(got, want) {
			t.Fatalf("of %v are kept %v, by the library %v", ties, got, want)
		}
	})
}

// TestAcyclicEitherWay holds that a component is the same whether the library or our own reduces it, that doubles and ties that
// close a cycle go, and that what goes is still reached.
func TestAcyclicEitherWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, ties := anyTies(t)
		for range rapid.IntRange(0, 5).Draw(t, "more") { // doubles, and ties that close cycles
			if len(ties) > 0 {
				e := rapid.SampledFrom(ties).Draw(t, "tie")
				ties = append(ties, e, tie{e.child, e.parent})
			}
		}
		few, err := acyclic(ties, quickOrder)
		if err != nil {
			t.Fatal(err)
		}
		many, err := acyclic(ties, 0)
		if err != nil || !slices.Equal(few, many) {
			t.Fatalf("of %v are kept %v or %v: %v", ties, few, many, err)
		}
		for _, e := range few {
			if slices.Contains(few, tie{e.child, e.parent}) {
				t.Fatalf("of %v are kept both ways of %v", ties, e)
			}
		}
	})
}

func TestComponents(t *testing.T) {
	got := components(7, []tie{{0, 1}, {5, 6}, {2, 3}, {1, 2}})
	if len(got) != 2 || !slices.Equal(got[0], []tie{{0, 1}, {2, 3}, {1, 2}}) || !slices.Equal(got[1], []tie{{5, 6}}) {
		t.Errorf("components %v", got)
	}
}
