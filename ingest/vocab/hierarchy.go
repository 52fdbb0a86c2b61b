package vocab

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dominikbraun/graph"

	"papergraph/ingest"
)

// hierarchize ties terms of two or more documents to broader ones: to the longest term that they end with (structured pruning
// to pruning), to what texts call them examples of, and to what nearly all of their documents hold, in this order. The ties are
// a directed graph which the library keeps free of cycles: one that would close a cycle is left out. Of two broader terms one of
// which is above the other only the nearer is a parent. O(terms × words) time, and that of subsumed.
func (v *Vocabulary) hierarchize(c *ingest.Corpus) error {
	found := slices.Concat(v.endings(), v.exemplified(c), v.subsumed())
	ties := make([]tie, 0, len(found))
	for _, component := range components(len(v.Terms), found) {
		kept, err := acyclic(component, quickOrder)
		if err != nil {
			return fmt.Errorf("vocab: hierarchy: %w", err)
		}
		ties = append(ties, kept...)
	}
	v.adopt(ties)
	return nil
}

// inHierarchy reports whether a term is one that readers are shown and that two documents hold.
func (v *Vocabulary) inHierarchy(t int32) bool {
	return v.Terms[t].Documents > 1 && !isWord(&v.Terms[t])
}

// endings returns the ties of terms to the longest term that they end with.
func (v *Vocabulary) endings() []tie {
	var ties []tie
	for i := range v.Terms {
		if !v.inHierarchy(int32(i)) {
			continue
		}
		if parent := v.ending(v.folds[i]); parent >= 0 {
			ties = append(ties, tie{parent, int32(i)})
		}
	}
	return ties
}

// ending returns the longest proper ending of a phrase that is a term of the hierarchy, -1 where none is.
func (v *Vocabulary) ending(fold string) int32 {
	for {
		_, rest, ok := strings.Cut(fold, " ")
		if !ok {
			return -1
		}
		if parent := v.termOf(rest); parent >= 0 && v.inHierarchy(parent) {
			return parent
		}
		fold = rest
	}
}

// components returns the ties by connected component, those of each in the order given.
func components(n int, ties []tie) [][]tie {
	root := make([]int32, n)
	for i := range root {
		root[i] = int32(i)
	}
	find := func(i int32) int32 {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, t := range ties {
		root[find(t.parent)] = find(t.child)
	}
	place := make(map[int32]int)
	var of [][]tie
	for _, t := range ties {
		i, ok := place[find(t.parent)]
		if !ok {
			i = len(of)
			place[find(t.parent)] = i
			of = append(of, nil)
		}
		of[i] = append(of[i], t)
	}
	return of
}

// quickOrder is up to how many terms the library reduces a component. Its time grows with the square: 64 terms take it under a
// millisecond, 1,000 terms 0.15 s and 16,000 terms 34 s; reduce does what it does.
const quickOrder = 64

// acyclic returns the ties of a component without those that would close a cycle with ties before them and those that longer
// ways make needless. The library reduces where there are no more than so many terms.
func acyclic(component []tie, most int) ([]tie, error) {
	d := dag{graph: graph.New(graph.IntHash, graph.Directed(), graph.PreventCycles()), number: make(map[int32]int32)}
	for _, t := range component {
		if err := d.add(t); err != nil {
			return nil, err
		}
	}
	if err := d.reduce(most); err != nil {
		return nil, err
	}
	for i, t := range d.ties {
		d.ties[i] = tie{d.terms[t.parent], d.terms[t.child]}
	}
	return d.ties, nil
}

// dag is a component being built, its terms numbered as they are met.
type dag struct {
	graph   graph.Graph[int, int]
	number  map[int32]int32
	terms   []int32
	parents []int32 // by number: how many
	ties    []tie   // those that the graph took, by number
	several bool    // whether a term has more than one parent: else nothing is needless
}

// vertex returns the number of a term.
func (d *dag) vertex(term int32) (int32, error) {
	n, ok := d.number[term]
	if ok {
		return n, nil
	}
	n = int32(len(d.terms))
	d.number[term] = n
	d.terms, d.parents = append(d.terms, term), append(d.parents, 0)
	return n, d.graph.AddVertex(int(n))
}

// add adds a tie, unless it is there or closes a cycle.
func (d *dag) add(t tie) error {
	parent, errParent := d.vertex(t.parent)
	child, errChild := d.vertex(t.child)
	if err := errors.Join(errParent, errChild); err != nil {
		return err
	}
	err := d.graph.AddEdge(int(parent), int(child))
	if errors.Is(err, graph.ErrEdgeCreatesCycle) || errors.Is(err, graph.ErrEdgeAlreadyExists) {
		return nil
	}
	d.ties = append(d.ties, tie{parent, child})
	d.parents[child]++
	d.several = d.several || d.parents[child] > 1
	return err
}

// reduce takes out the ties that longer ways make needless.
func (d *dag) reduce(most int) error {
	switch {
	case !d.several:
		return nil
	case len(d.terms) > most:
		d.ties = reduce(len(d.terms), d.ties)
		return nil
	}
	reduced, err := graph.TransitiveReduction(d.graph)
	if err != nil {
		return err
	}
	d.ties = slices.DeleteFunc(d.ties, func(t tie) bool {
		_, err := reduced.Edge(int(t.parent), int(t.child))
		return err != nil
	})
	return nil
}

// adopt copies ties into the terms.
func (v *Vocabulary) adopt(ties []tie) {
	slices.SortFunc(ties, compareTies)
	for _, t := range ties {
		v.Terms[t.parent].Narrower = append(v.Terms[t.parent].Narrower, t.child)
		v.Terms[t.child].Broader = append(v.Terms[t.child].Broader, t.parent)
	}
}
