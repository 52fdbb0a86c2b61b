package atlas_test

import (
	"slices"
	"strings"
	"testing"

	"papergraph/graph/atlas"
	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

// named returns the terms of a name, found again by the labels.
func named(t tester, a *atlas.Atlas, c *atlas.Community) []int32 {
	t.Helper()
	if c.Name == "" {
		return nil
	}
	labels := strings.Split(c.Name, " · ")
	if len(labels) > len(c.Terms) {
		t.Fatalf("community %d: %q of %d terms", c.ID, c.Name, len(c.Terms))
	}
	for i, label := range labels {
		if term := &a.Vocabulary.Terms[c.Terms[i]]; term.Label != label || term.Kind == ingest.Word {
			t.Errorf("community %d: %q for the %s %q", c.ID, label, term.Kind, term.Label)
		}
	}
	return c.Terms[:len(labels)]
}

func TestNames(t *testing.T) {
	onMany(t, func(t tester, a *atlas.Atlas) {
		taken := make(map[int32]int)
		for i := range a.Communities {
			c := &a.Communities[i]
			name := named(t, a, c)
			if len(name) > 3 {
				t.Errorf("community %d of %d papers: %q has %d terms", c.ID, len(c.Members), c.Name, len(name))
			}
			for k, term := range name {
				if other, ok := taken[term]; ok {
					t.Errorf("communities %d and %d are both called %q", other, c.ID, a.Vocabulary.Terms[term].Label)
				}
				taken[term] = c.ID
				for _, other := range name[:k] {
					if w := sharedWord(a, term, other); w != "" {
						t.Errorf("community %d: %q says %q twice", c.ID, c.Name, w)
					}
				}
			}
			if len(name) < 2 {
				checkNoMore(t, a, c, taken)
			}
		}
	})
}

// checkNoMore holds that a short name could not be longer: what else its members mention is taken or says the same.
func checkNoMore(t tester, a *atlas.Atlas, c *atlas.Community, taken map[int32]int) {
	t.Helper()
	for _, u := range c.Members {
		row, _ := a.Vocabulary.Row(int(u))
		for _, term := range row {
			_, used := taken[term]
			if a.Vocabulary.Terms[term].Kind != ingest.Word && !used && (c.Name == "" || sharedWord(a, term, c.Terms[0]) == "") {
				t.Errorf("community %d is called %q, and could be %q", c.ID, c.Name, a.Vocabulary.Terms[term].Label)
			}
		}
	}
}

// sharedWord returns a word that both terms have, spelled short or long; "" where there is none.
func sharedWord(a *atlas.Atlas, s, t int32) string {
	spelled := func(t int32) []string {
		term := &a.Vocabulary.Terms[t]
		return strings.Fields(extract.Fold(term.Key + " " + term.Label + " " + term.Long))
	}
	for _, w := range spelled(s) {
		if slices.Contains(spelled(t), w) {
			return w
		}
	}
	return ""
}

func TestTermsAreThoseOfMembers(t *testing.T) {
	onMany(t, func(t tester, a *atlas.Atlas) {
		for _, c := range a.Communities {
			for i, term := range c.Terms {
				if slices.Contains(c.Terms[:i], term) {
					t.Errorf("community %d: %q twice among its terms", c.ID, a.Vocabulary.Terms[term].Label)
				}
				if holders(a, c.Members, []int32{term}) == 0 {
					t.Errorf("community %d: no member holds %q", c.ID, a.Vocabulary.Terms[term].Label)
				}
			}
		}
	})
}

// holders returns how many of the papers hold one of the terms.
func holders(a *atlas.Atlas, papers, terms []int32) int {
	count := 0
	for _, u := range papers {
		row, _ := a.Vocabulary.Row(int(u))
		if slices.ContainsFunc(terms, func(t int32) bool { return slices.Contains(row, t) }) {
			count++
		}
	}
	return count
}

func TestNamesOfTheExample(t *testing.T) {
	a := build(t, example(t), atlas.DefaultSettings, 0)
	for i := range a.Communities {
		c := &a.Communities[i]
		name := named(t, a, c)
		if len(c.Members) < 8 {
			continue
		}
		if len(name) < 2 {
			t.Errorf("community %d of %d papers is called %q alone", c.ID, len(c.Members), c.Name)
		}
		if n := holders(a, c.Members, name); 2*n < len(c.Members) {
			t.Errorf("%q: %d of %d members hold a term of the name", c.Name, n, len(c.Members))
		}
		if !slices.ContainsFunc(name, func(t int32) bool { return !vocab.Generic(a.Vocabulary.Terms[t].Key) }) {
			t.Errorf("%q says nothing that every paper would not", c.Name)
		}
		if !slices.ContainsFunc(name, func(t int32) bool { return !vocab.IsBare(&a.Vocabulary.Terms[t]) }) {
			t.Errorf("%q is of bare words", c.Name)
		}
	}
}
