package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"papergraph/graph/atlas"
)

// NotFoundError says that the atlas has no such thing, and what has a name like it.
type NotFoundError struct {
	What string   // paper, concept, community
	Name string   // as asked for
	Near []string // at most three that exist
}

// Error returns the fault as one sentence.
func (e *NotFoundError) Error() string {
	s := fmt.Sprintf("no %s %s", e.What, strconv.Quote(e.Name))
	if len(e.Near) == 0 {
		return s
	}
	near := make([]string, len(e.Near))
	for i, n := range e.Near {
		near[i] = strconv.Quote(n)
	}
	return s + "; near it: " + strings.Join(near, ", ")
}

// QuestionError says which part of a question cannot be answered, and what could.
type QuestionError struct {
	Part  string // sort, fields, cursor, …
	Value string // as asked for
	Try   string // what would do
}

// Error returns the fault as one sentence.
func (e *QuestionError) Error() string {
	return fmt.Sprintf("%s %s: %s", e.Part, strconv.Quote(e.Value), e.Try)
}

// find returns the number of the paper with the id.
func (g *Guide) find(id string) (int32, error) {
	if u, ok := g.a.Corpus.Find(id); ok {
		return int32(u), nil
	}
	return 0, &NotFoundError{What: "paper", Name: id, Near: nearIDs(g.a, id)}
}

// findTerm returns the number of the shown term with the key.
func (g *Guide) findTerm(key string) (int32, error) {
	t, ok := g.a.Vocabulary.Find(key)
	if ok && g.shown(t) {
		return t, nil
	}
	return 0, &NotFoundError{What: "concept", Name: key, Near: g.nearKeys(key)}
}

// findCommunity returns the place of the community with the id.
func (g *Guide) findCommunity(id int) (int, error) {
	place := slices.IndexFunc(g.a.Communities, func(c atlas.Community) bool { return c.ID == id })
	if place >= 0 {
		return place, nil
	}
	e := &NotFoundError{What: "community", Name: strconv.Itoa(id)}
	for _, c := range g.a.Communities[:min(3, len(g.a.Communities))] {
		e.Near = append(e.Near, strconv.Itoa(c.ID))
	}
	return 0, e
}

// nearIDs returns up to three ids that share the longest beginning with id, at least three bytes or all of id.
func nearIDs(a *atlas.Atlas, id string) []string {
	best, near := min(3, max(1, len(id))), []string(nil)
	for i := range a.Corpus.Documents {
		n := sharedPrefix(a.Corpus.Documents[i].ID, id)
		if n > best {
			best, near = n, near[:0]
		}
		if n == best && len(near) < 3 {
			near = append(near, a.Corpus.Documents[i].ID)
		}
	}
	return near
}

// nearKeys returns up to three shown keys whose key or label, folded, is or begins with what was asked for.
func (g *Guide) nearKeys(key string) []string {
	var near []string
	want := fold(key)
	for t := range g.a.Vocabulary.Terms {
		term := &g.a.Vocabulary.Terms[t]
		like := want != "" && (strings.HasPrefix(fold(term.Key), want) || fold(term.Label) == want)
		if like && g.shown(int32(t)) && len(near) < 3 {
			near = append(near, term.Key)
		}
	}
	return near
}

func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
