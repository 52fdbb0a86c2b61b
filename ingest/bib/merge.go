package bib

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"papergraph/ingest"
)

// candidate is a document that may be the same work as another.
type candidate struct {
	*ingest.Document
	source   *source
	record   int // in its source, from 1
	read     int // place in the order of input
	title    string
	author   string // last name of the first author, folded; "" if unknown
	server   string // DOI at a preprint server, without version
	doi      string // any other DOI
	number   string // arXiv id
	shingles []uint64
}

// pair says that candidates a < b are the same by a key.
type pair struct {
	key  key
	a, b int
}

// key is what makes two records one work, strongest first.
type key uint8

const (
	sameNumber   key = iota // DOI or arXiv id
	sameTitle               // title, first author and year, as far as they are known
	sameText                // title and abstract, where author or year are unknown
	sameVersion             // title; one a preprint, the other published
	sameAbstract            // abstract and first author; one a preprint, the other published
)

var keyNames = [...]string{
	"same DOI or arXiv id", "same title", "same title and abstract", "same title, preprint and published",
	"same abstract, preprint and published",
}

// merge joins the records that are the same work and returns the documents, each at the place of its first record, and
// how many records were joined to others. Candidates are compared in the order of their content, so the order of files
// and records changes nothing. Of the pairs the strongest are joined first, and a pair that would bring two DOIs of one
// kind together, or two ids of one file, is not joined. O(n log n) time where few records share a title.
func merge(ctx context.Context, sources []*source) (docs []ingest.Document, merged int, err error) {
	cs := candidates(ctx, sources)
	pairs, err := findPairs(ctx, cs)
	if err != nil {
		return nil, 0, err
	}
	u := newUnion(cs)
	for _, p := range pairs {
		u.join(p)
	}
	docs = make([]ingest.Document, 0, len(cs))
	holder := make(map[string]*candidate, len(cs)) // of each id
	for _, members := range u.clusters() {
		head := members[firstRead(cs, members)]
		for _, m := range members {
			if m != head {
				tellMerged(&cs[m], &cs[head], u.why[m])
			}
		}
		d := join(cs, members)
		tellNamesake(&cs[head], d.ID, holder)
		docs = append(docs, d)
		merged += len(members) - 1
	}
	return docs, merged, nil
}

// tellNamesake warns where an id stands for two works: ingest.NewCorpus gives one of them another.
func tellNamesake(c *candidate, id string, holder map[string]*candidate) {
	if id == "" {
		return
	}
	other, ok := holder[id]
	if !ok {
		holder[id] = c
		return
	}
	what := fmt.Sprintf("id %q is that of another work at %s:%d", clip(id), other.source.name, other.Sources[0].Line)
	c.source.add(note{ingest.Partial, c.Sources[0].Line, what, "a number is added to one of them"}, c.record)
}

// candidates returns the documents of all sources in the order of their content.
func candidates(ctx context.Context, sources []*source) []candidate {
	var cs []candidate
	for _, s := range sources {
		for i := range s.docs {
			if i%1024 == 0 && ctx.Err() != nil {
				return nil // findPairs says so
			}
			cs = append(cs, newCandidate(s, i, len(cs)))
		}
	}
	slices.SortFunc(cs, func(a, b candidate) int {
		return cmp.Or(compareContent(a.Document, b.Document), cmp.Compare(a.read, b.read))
	})
	return cs
}

func compareContent(a, b *ingest.Document) int {
	if c := cmp.Compare(a.ID, b.ID); c != 0 {
		return c
	}
	if c := cmp.Compare(a.Title, b.Title); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Abstract, b.Abstract),
		cmp.Compare(a.Year, b.Year), cmp.Compare(a.DOI, b.DOI), cmp.Compare(a.ArXiv, b.ArXiv), cmp.Compare(a.Venue, b.Venue),
		cmp.Compare(a.URL, b.URL), cmp.Compare(a.Language, b.Language), slices.Compare(a.Authors, b.Authors),
		slices.Compare(a.Keywords, b.Keywords), slices.Compare(a.References, b.References),
		cmp.Compare(a.Sources[0].File, b.Sources[0].File), cmp.Compare(a.Sources[0].Line, b.Sources[0].Line))
}

// firstRead returns the place, in members, of the record that was read first.
func firstRead(cs []candidate, members []int) int {
	best := 0
	for i, m := range members {
		if cs[m].read < cs[members[best]].read {
			best = i
		}
	}
	return best
}

func tellMerged(c, head *candidate, why key) {
	what := fmt.Sprintf("the same work as %s:%d (%s)", head.source.name, head.Sources[0].Line, keyNames[why])
	c.source.add(note{ingest.Merged, c.Sources[0].Line, what, "joined"}, c.record)
}

// union joins candidates into clusters, each of which has at most one DOI of a kind, one arXiv id, and one id a file.
type union struct {
	cs      []candidate
	parent  []int
	members map[int][]int   // of roots with more than one member
	owned   map[int][]owner // ids of roots with more than one member
	why     []key           // by which key a candidate was joined first
	joined  []bool
}

type owner struct{ file, id string }

func newUnion(cs []candidate) *union {
	u := &union{cs: cs, parent: make([]int, len(cs)), members: map[int][]int{}, owned: map[int][]owner{}, why: make([]key, len(cs)), joined: make([]bool, len(cs))}
	for i := range u.parent {
		u.parent[i] = i
	}
	return u
}

func (u *union) root(i int) int {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

// join joins the clusters of a pair unless they differ in what no two records of one work differ in, and says so.
func (u *union) join(p pair) {
	a, b := u.root(p.a), u.root(p.b)
	if a == b {
		return
	}
	ca, cb := &u.cs[a], &u.cs[b]
	switch {
	case differ(ca.doi, cb.doi), differ(ca.server, cb.server), p.key > sameNumber && differ(ca.number, cb.number):
		u.tellApart(p, "another DOI")
		return
	case p.key > sameNumber && u.idsDiffer(a, b):
		u.tellApart(p, "another id in the same file")
		return
	}
	u.unite(a, b)
	for _, m := range []int{p.a, p.b} {
		if !u.joined[m] {
			u.joined[m], u.why[m] = true, p.key
		}
	}
}

// unite puts the smaller cluster into the larger one, so that no record moves more than log n times.
func (u *union) unite(a, b int) {
	if len(u.membersOf(a)) < len(u.membersOf(b)) {
		a, b = b, a
	}
	u.owned[a] = withOwners(u.ownedBy(a), u.ownedBy(b))
	u.members[a] = append(u.membersOf(a), u.membersOf(b)...)
	delete(u.members, b)
	delete(u.owned, b)
	u.parent[b] = a
	root, other := &u.cs[a], &u.cs[b]
	root.doi, root.server = cmp.Or(root.doi, other.doi), cmp.Or(root.server, other.server)
	root.number = cmp.Or(root.number, other.number)
}

// withOwners adds the owners of b that a lacks.
func withOwners(a, b []owner) []owner {
	for _, o := range b {
		if !slices.Contains(a, o) {
			a = append(a, o)
		}
	}
	return a
}

func differ(a, b string) bool { return a != "" && b != "" && a != b }

func (u *union) membersOf(root int) []int {
	if m, ok := u.members[root]; ok {
		return m
	}
	return []int{root}
}

func (u *union) ownedBy(root int) []owner {
	if o, ok := u.owned[root]; ok {
		return o
	}
	if c := &u.cs[root]; c.ID != "" {
		return []owner{{c.source.name, c.ID}}
	}
	return nil
}

// idsDiffer reports whether the clusters have records of one file with different ids.
func (u *union) idsDiffer(a, b int) bool {
	for _, x := range u.ownedBy(a) {
		for _, y := range u.ownedBy(b) {
			if x.file == y.file && x.id != y.id {
				return true
			}
		}
	}
	return false
}

// tellApart reports a pair that looks like one work and was not joined, at the record that was read later.
func (u *union) tellApart(p pair, but string) {
	first, later := &u.cs[p.a], &u.cs[p.b]
	if first.read > later.read {
		first, later = later, first
	}
	what := fmt.Sprintf("perhaps the same work as %s:%d: %s, but %s", first.source.name, first.Sources[0].Line, keyNames[p.key], but)
	later.source.add(note{ingest.Partial, later.Sources[0].Line, what, "both kept"}, later.record)
}

// clusters returns the members of each cluster, ascending, in the order in which the first of each was read.
func (u *union) clusters() [][]int {
	var all [][]int
	for i := range u.cs {
		if u.parent[i] == i {
			members := u.membersOf(i)
			slices.Sort(members)
			all = append(all, members)
		}
	}
	slices.SortFunc(all, func(a, b []int) int {
		return cmp.Compare(u.cs[a[firstRead(u.cs, a)]].read, u.cs[b[firstRead(u.cs, b)]].read)
	})
	return all
}
