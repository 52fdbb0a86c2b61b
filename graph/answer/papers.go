package answer

import (
	"cmp"
	"slices"
	"strings"

	"papergraph/graph/atlas"
)

// PapersQuery says which papers the table has, in which order. The zero value asks for all, by PageRank.
type PapersQuery struct {
	Sort      string   // a measure, or year, title or id; a "-" before it turns the order round; "" is pagerank
	Community int      // only of this community; 0 for all
	Concept   string   // only those that hold this key or a narrower one
	From, To  int      // only of these years, both included; 0 for no bound. A paper without a year passes no bound
	IDs       []string // only these, in this order where Sort is ""
	Fields    []string // only these fields beside the id; none: all but the abstract
	Limit     int      // at most so many; 0 for all
	Cursor    string   // where an earlier page ended
}

// Papers returns the table of papers. The errors are *NotFoundError for an id, a concept or a community, and
// *QuestionError for a sort, a field or a cursor. O(n log n) time for n papers.
func (g *Guide) Papers(q PapersQuery) (PapersPage, error) {
	g.a.Need(atlas.Ranks | atlas.Communities)
	keep, err := fieldsOf(q.Fields)
	if err != nil {
		return PapersPage{}, err
	}
	papers, err := g.choose(q)
	if err != nil {
		return PapersPage{}, err
	}
	if err := g.order(papers, q); err != nil {
		return PapersPage{}, err
	}
	asked := strings.Join(append(append([]string{
		"papers", q.Sort, itoa(q.Community), q.Concept, itoa(q.From), itoa(q.To),
	}, q.IDs...), q.Fields...), "\x00")
	part, next, err := cut(papers, q.Limit, q.Cursor, g.a.Hash+asked)
	if err != nil {
		return PapersPage{}, err
	}
	page := PapersPage{Page: Page[Paper]{Items: make([]Paper, len(part)), Next: next}, Estimates: g.estimates()}
	for i, u := range part {
		page.Items[i] = g.paper(u, keep)
	}
	return page, nil
}

// choose returns the papers that the query lets pass, in the order of IDs or of numbers.
func (g *Guide) choose(q PapersQuery) ([]int32, error) {
	community := -1
	var holders []int32
	var err error
	if q.Community != 0 {
		if community, err = g.findCommunity(q.Community); err != nil {
			return nil, err
		}
	}
	if q.Concept != "" {
		concept, err := g.findTerm(q.Concept)
		if err != nil {
			return nil, err
		}
		holders = g.under(concept)
	}
	from, err := g.candidates(q.IDs, holders)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(from, func(u int32) bool {
		year := g.a.Corpus.Documents[u].Year
		return community >= 0 && int(g.a.Community[u]) != community ||
			q.Concept != "" && !holds(holders, u) ||
			q.From != 0 && (year == 0 || year < q.From) || q.To != 0 && (year == 0 || year > q.To)
	}), nil
}

// candidates returns the papers of the ids, else the holders of a concept, nil where none is asked for, else all papers; the
// slice is the caller's.
func (g *Guide) candidates(ids []string, holders []int32) ([]int32, error) {
	switch {
	case len(ids) > 0:
		var out []int32
		seen := make(map[int32]bool, len(ids))
		for _, id := range ids {
			u, err := g.find(id)
			if err != nil {
				return nil, err
			}
			if !seen[u] {
				seen[u] = true
				out = append(out, u)
			}
		}
		return out, nil
	case holders != nil:
		return slices.Clone(holders), nil
	}
	return g.Ranked(""), nil
}

// holds says whether paper u is among holders, which ascend.
func holds(holders []int32, u int32) bool {
	_, ok := slices.BinarySearch(holders, u)
	return ok
}

// under returns the papers that hold a term or one below it in the hierarchy, ascending; never nil. O(terms below and what
// they hold) time.
func (g *Guide) under(term int32) []int32 {
	below, seen := []int32{term}, map[int32]bool{term: true}
	papers := []int32{}
	for i := 0; i < len(below); i++ {
		papers = append(papers, g.holders[below[i]]...)
		for _, t := range g.a.Vocabulary.Terms[below[i]].Narrower {
			if !seen[t] {
				seen[t] = true
				below = append(below, t)
			}
		}
	}
	slices.Sort(papers)
	return slices.Compact(papers)
}

// order sorts papers as the query says, ties by number.
func (g *Guide) order(papers []int32, q PapersQuery) error {
	if q.Sort == "" && len(q.IDs) > 0 {
		return nil
	}
	name, down := strings.CutPrefix(cmp.Or(q.Sort, "pagerank"), "-")
	docs := g.a.Corpus.Documents
	var compare func(a, b int32) int
	switch m := g.Measure(name); {
	case m != nil:
		compare = func(a, b int32) int { return cmp.Compare(m.Ranks[a], m.Ranks[b]) }
	case name == "year": // newest first
		compare = func(a, b int32) int { return cmp.Compare(docs[b].Year, docs[a].Year) }
	case name == "title":
		compare = func(a, b int32) int { return cmp.Compare(fold(docs[a].Title), fold(docs[b].Title)) }
	case name == "id":
		compare = func(a, b int32) int { return cmp.Compare(a, b) }
	case q.Sort == "": // an atlas without measures
		compare = func(_, _ int32) int { return 0 }
	default:
		return &QuestionError{Part: "sort", Value: q.Sort, Try: "one of " + strings.Join(g.sorts(), ", ")}
	}
	slices.SortStableFunc(papers, func(a, b int32) int {
		if name == "year" && (docs[a].Year == 0) != (docs[b].Year == 0) { // unknown years last, either way round
			return cmp.Compare(docs[b].Year, docs[a].Year)
		}
		if down {
			return cmp.Or(compare(b, a), cmp.Compare(a, b))
		}
		return cmp.Or(compare(a, b), cmp.Compare(a, b))
	})
	return nil
}

func (g *Guide) sorts() []string {
	var names []string
	for _, m := range g.a.Measures {
		names = append(names, m.Name)
	}
	return append(names, "year", "title", "id")
}

// paper returns the item of paper u with the fields that keep names.
func (g *Guide) paper(u int32, keep map[string]bool) Paper {
	p := Paper{Record: g.record(u)}
	concepts := g.a.Vocabulary.Concepts(int(u))
	for _, c := range concepts[:min(5, len(concepts))] {
		p.Concepts = append(p.Concepts, g.a.Vocabulary.Terms[c.Term].Key)
	}
	if keep["abstract"] {
		p.Abstract = g.a.Corpus.Documents[u].Abstract
	}
	for name, empty := range clearers {
		if !keep[name] {
			empty(&p)
		}
	}
	return p
}

// clearers empties a field by its name in answers.
var clearers = map[string]func(p *Paper){
	"title":      func(p *Paper) { p.Title = "" },
	"abstract":   func(p *Paper) { p.Abstract = "" },
	"year":       func(p *Paper) { p.Year = 0 },
	"authors":    func(p *Paper) { p.Authors = nil },
	"venue":      func(p *Paper) { p.Venue = "" },
	"doi":        func(p *Paper) { p.DOI = "" },
	"arxiv":      func(p *Paper) { p.ArXiv = "" },
	"url":        func(p *Paper) { p.URL = "" },
	"keywords":   func(p *Paper) { p.Keywords = nil },
	"references": func(p *Paper) { p.References = nil },
	"sources":    func(p *Paper) { p.Sources = nil },
	"community":  func(p *Paper) { p.Community = 0 },
	"scores":     func(p *Paper) { p.Scores = nil },
	"ranks":      func(p *Paper) { p.Ranks = nil },
	"concepts":   func(p *Paper) { p.Concepts = nil },
}

// fieldsOf returns the set of the named fields, all but the abstract where none is named.
func fieldsOf(names []string) (map[string]bool, error) {
	keep := make(map[string]bool, len(clearers))
	if len(names) == 0 {
		for name := range clearers {
			keep[name] = name != "abstract"
		}
		return keep, nil
	}
	for _, name := range names {
		if _, ok := clearers[name]; !ok && name != "id" {
			all := make([]string, 0, len(clearers)+1)
			for n := range clearers {
				all = append(all, n)
			}
			slices.Sort(all)
			return nil, &QuestionError{Part: "fields", Value: name, Try: "some of id, " + strings.Join(all, ", ")}
		}
		keep[name] = true
	}
	return keep, nil
}
