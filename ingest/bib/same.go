package bib

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"papergraph/ingest"
)

const (
	// minTitle is the length, in letters and digits, from which on a title alone says which paper it is.
	minTitle = 20
	// neighbours is how many records before it, of one title, a record is held against. Real titles have a handful.
	neighbours = 64
	// textShare and versionShare are the shares of five-word shingles from which on abstracts are the same.
	textShare    = 0.8
	versionShare = 0.9
)

func newCandidate(s *source, i, read int) candidate {
	d := &s.docs[i]
	c := candidate{Document: d, source: s, record: s.records[i], read: read, title: normalTitle(d.Title), number: d.ArXiv}
	if c.title == "" {
		c.title = "\x00" + d.Abstract // compared with others without a title only
	}
	if len(d.Authors) > 0 {
		c.author = lastName(d.Authors[0])
	}
	switch doi := withoutVersion(d.DOI); {
	case strings.HasPrefix(doi, "10.48550/arxiv."): // the same as the arXiv id
	case isPreprintDOI(doi):
		c.server = doi
	default:
		c.doi = doi
	}
	return c
}

// isPreprint reports whether the record is of a version before publication: at a preprint server, or without a venue.
func (c *candidate) isPreprint() bool {
	switch v := fold(c.Venue); {
	case v == "":
		return c.doi == ""
	case strings.HasPrefix(v, "arxiv"), strings.HasPrefix(v, "biorxiv"), strings.HasPrefix(v, "medrxiv"), strings.HasPrefix(v, "ssrn"),
		strings.HasPrefix(v, "osf"), strings.HasPrefix(v, "researchsquare"), v == "corr", strings.Contains(v, "preprint"):
		return true
	}
	return false
}

func (c *candidate) isPublished() bool { return c.Venue != "" && !c.isPreprint() }

// findPairs returns all pairs that are the same by a key, strongest first.
func findPairs(ctx context.Context, cs []candidate) ([]pair, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	pairs := byNumber(cs)
	for _, group := range groups(cs, func(c *candidate) []string { return []string{c.title} }) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		pairs = append(pairs, byTitle(cs, group)...)
	}
	more, err := byAbstract(ctx, cs)
	if err != nil {
		return nil, err
	}
	pairs = append(pairs, more...)
	slices.SortFunc(pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(p.key, q.key), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return slices.Compact(pairs), nil
}

// groups returns the candidates that share a word, two or more, ascending, in the order of the words.
func groups[W cmp.Ordered](cs []candidate, words func(*candidate) []W) [][]int {
	type entry struct {
		word W
		c    int
	}
	var none W
	var entries []entry
	for i := range cs {
		for _, w := range words(&cs[i]) {
			if w != none {
				entries = append(entries, entry{w, i})
			}
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.c, b.c)) })
	var all [][]int
	for i, e := range entries {
		switch {
		case i == 0 || entries[i-1].word != e.word:
			if i+1 < len(entries) && entries[i+1].word == e.word {
				all = append(all, []int{e.c})
			}
		case entries[i-1].c != e.c:
			all[len(all)-1] = append(all[len(all)-1], e.c)
		}
	}
	return all
}

// byNumber pairs the records of one DOI or arXiv id, each with the first.
func byNumber(cs []candidate) (pairs []pair) {
	numbers := func(c *candidate) []string {
		if c.number == "" {
			return []string{c.doi, c.server}
		}
		return []string{c.doi, c.server, "arxiv:" + c.number}
	}
	for _, group := range groups(cs, numbers) {
		for _, b := range group[1:] {
			pairs = append(pairs, pair{sameNumber, group[0], b})
		}
	}
	return pairs
}

// byTitle pairs the records of one title as far as author, year and abstract allow.
func byTitle(cs []candidate, group []int) (pairs []pair) {
	for i, b := range group {
		for _, a := range group[max(0, i-neighbours):i] {
			if key, ok := sameWork(&cs[a], &cs[b]); ok {
				pairs = append(pairs, pair{key, a, b})
			}
		}
	}
	return pairs
}

// sameWork compares two records of equal title.
func sameWork(a, b *candidate) (key, bool) {
	if a.ID != "" && a.ID == b.ID {
		return sameTitle, true
	}
	if differ(a.author, b.author) {
		return 0, false
	}
	telling := len(a.title) >= minTitle && a.title[0] != 0 && !isGeneric(a.title)
	near := yearsApart(a.Document, b.Document) <= 1
	unknown := a.author == "" && b.author == "" || a.Year == 0 && b.Year == 0
	switch {
	case telling && near && !unknown:
		return sameTitle, true
	case near && sameAbstracts(a, b, textShare), near && telling && (a.Abstract == "" || b.Abstract == ""):
		return sameText, true
	case telling && yearsApart(a.Document, b.Document) <= 3 && (a.isPreprint() && b.isPublished() || a.isPublished() && b.isPreprint()):
		return sameVersion, !unknown || sameAbstracts(a, b, textShare)
	}
	return 0, false
}

// yearsApart returns the distance of the years, 0 where one is not known.
func yearsApart(a, b *ingest.Document) int {
	if a.Year == 0 || b.Year == 0 {
		return 0
	}
	return max(a.Year-b.Year, b.Year-a.Year)
}

// byAbstract pairs preprints with what was published under another title: nearly all of the abstract and the first
// author are the same. Abstracts are candidates where they share one of their four smallest shingles; at an overlap of
// 0.9 one pair in 10,000 shares none.
func byAbstract(ctx context.Context, cs []candidate) (pairs []pair, err error) {
	var preprint, published bool
	for i := range cs {
		preprint = preprint || cs[i].isPreprint()
		published = published || cs[i].isPublished()
	}
	if !preprint || !published {
		return nil, nil
	}
	smallest := func(c *candidate) []uint64 {
		if c.author == "" || ctx.Err() != nil {
			return nil
		}
		s := c.wordShingles()
		return s[:min(len(s), 4)]
	}
	for _, group := range groups(cs, smallest) {
		for i, b := range group {
			for _, a := range group[max(0, i-neighbours):i] {
				if sameInPrint(&cs[a], &cs[b]) {
					pairs = append(pairs, pair{sameAbstract, a, b})
				}
			}
		}
	}
	return pairs, ctx.Err()
}

func sameInPrint(a, b *candidate) bool {
	return a.author == b.author && yearsApart(a.Document, b.Document) <= 3 && a.title != b.title &&
		(a.isPreprint() && b.isPublished() || a.isPublished() && b.isPreprint()) &&
		slices.Equal(partNumbers(a.Title), partNumbers(b.Title)) && sameAbstracts(a, b, versionShare)
}
