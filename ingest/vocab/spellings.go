package vocab

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// Thesaurus returns how the terms that readers are shown are spelled: a row for each spelling that differs from the term's name in
// more than case and that is the term's in every document, those of most documents first; ahead of them what the reader decided. Read as
// wishes it changes nothing, and a reader can go on from there. c must be the corpus of v. O(bytes) time.
func (v *Vocabulary) Thesaurus(c *ingest.Corpus, decided []ingest.Wish) []ingest.Wish {
	rows := slices.Clone(decided)
	told := make(map[string]bool)
	for i := range decided {
		told[strings.ToLower(decided[i].Label)] = true
	}
	spellings, terms := v.spellings(c)
	order := make([]int32, 0, len(v.Terms))
	for t := range v.Terms {
		if !isWord(&v.Terms[t]) {
			order = append(order, int32(t))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(v.Terms[b].Documents, v.Terms[a].Documents) })
	for _, t := range order {
		var own []string
		name := v.Terms[t].Label
		if terms[strings.ToLower(name)] != t || v.resolve(name) != v.folds[t] {
			continue // the name alone does not lead back to the term
		}
		for low, s := range spellings[t] {
			if s := s.most(); terms[low] == t && !told[low] && low != strings.ToLower(name) && v.resolve(s) == v.folds[t] {
				own = append(own, s)
			}
		}
		slices.Sort(own)
		for _, s := range own {
			rows = append(rows, ingest.Wish{Label: s, By: name})
		}
	}
	return rows
}

// unsure stands for the term of a spelling that stands for several.
const unsure = -1

// spellings returns the spellings of each term that readers are shown with how often each stands in the corpus, by the same in small
// letters, and the term for which each, in small letters, stands.
func (v *Vocabulary) spellings(c *ingest.Corpus) (byTerm []map[string]surfaces, terms map[string]int32) {
	byTerm, terms = make([]map[string]surfaces, len(v.Terms)), make(map[string]int32)
	stands := func(low string, t int32) {
		if other, ok := terms[low]; ok && other != t {
			t = unsure
		}
		terms[low] = t
	}
	for doc := range v.mentions {
		for _, m := range v.mentions[doc] {
			if isWord(&v.Terms[m.Term]) {
				continue
			}
			s := surfaceOf(c.Documents[doc].Text(m.Field), m.Span)
			low := strings.ToLower(s)
			stands(low, m.Term)
			if byTerm[m.Term] == nil {
				byTerm[m.Term] = make(map[string]surfaces)
			}
			written := byTerm[m.Term][low]
			written.add(s, 1)
			byTerm[m.Term][low] = written
		}
		for _, a := range v.abbreviations[doc] {
			stands(strings.ToLower(shortForm(a.Short)), a.term)
		}
	}
	return byTerm, terms
}

// surfaceOf returns what stands in a span of a field, cleaned, its words parted by one blank each.
func surfaceOf(given string, s ingest.Span) string {
	clean := text.Clean(given[s.Start:s.End]).Text
	for i := range len(clean) {
		if b := clean[i]; b >= utf8.RuneSelf || b < ' ' || b == ' ' && (i == 0 || i+1 == len(clean) || clean[i+1] == ' ') {
			return strings.Join(strings.Fields(clean), " ")
		}
	}
	return clean
}
