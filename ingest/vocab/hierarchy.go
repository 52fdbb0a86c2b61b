package vocab

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dominikbraun/graph"
)

// hierarchize ties terms of two or more documents to the broader terms that they end with: structured pruning to
// pruning. The ties are a directed acyclic graph, which the library keeps free of cycles; of two broader terms one of
// which is above the other only the nearer is a parent. O(terms × words) time.
func hierarchize(terms []Term, folds []string) error {
	place := make(map[string]int32)
	dag := graph.New(func(i int32) int32 { return i }, graph.Directed(), graph.PreventCycles())
	for i := range terms {
		if terms[i].Documents < 2 || isWord(&terms[i]) {
			continue
		}
		place[folds[i]] = int32(i)
		if err := dag.AddVertex(int32(i)); err != nil {
			return fmt.Errorf("vocab: term %q into the hierarchy: %w", terms[i].Key, err)
		}
	}
	for fold, i := range place {
		if parent, ok := broader(fold, place); ok {
			err := dag.AddEdge(parent, i)
			if err != nil && !errors.Is(err, graph.ErrEdgeCreatesCycle) {
				return fmt.Errorf("vocab: %q above %q: %w", terms[parent].Key, terms[i].Key, err)
			}
		}
	}
	return adoptEdges(terms, dag)
}

// broader returns the longest proper ending of a phrase that is a term.
func broader(fold string, place map[string]int32) (int32, bool) {
	for {
		_, rest, ok := strings.Cut(fold, " ")
		if !ok {
			return 0, false
		}
		if parent, ok := place[rest]; ok {
			return parent, true
		}
		fold = rest
	}
}

// adoptEdges copies the edges of the graph into the terms.
func adoptEdges(terms []Term, dag graph.Graph[int32, int32]) error {
	down, err := dag.AdjacencyMap()
	if err != nil {
		return fmt.Errorf("vocab: hierarchy: %w", err)
	}
	for parent, children := range down {
		for child := range children {
			terms[parent].Narrower = append(terms[parent].Narrower, child)
			terms[child].Broader = append(terms[child].Broader, parent)
		}
	}
	for i := range terms {
		slices.Sort(terms[i].Narrower)
		slices.Sort(terms[i].Broader)
	}
	return nil
}
