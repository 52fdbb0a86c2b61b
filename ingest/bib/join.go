package bib

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"papergraph/ingest"
)

// join makes one document of the records of one work; members are in the order of their content. What was published
// goes before a preprint; of abstracts, titles and lists of authors the fullest is taken; lists are united.
func join(cs []candidate, members []int) ingest.Document {
	if len(members) == 1 {
		return *cs[members[0]].Document
	}
	ds := make([]*ingest.Document, 0, len(members))
	for _, published := range []bool{true, false} {
		for _, m := range members {
			if cs[m].isPublished() == published {
				ds = append(ds, cs[m].Document)
			}
		}
	}
	d := ingest.Document{
		ID:         firstOf(ds, func(d *ingest.Document) string { return d.ID }),
		Title:      best(ds, func(d *ingest.Document) string { return d.Title }, titleWorth),
		Abstract:   best(ds, func(d *ingest.Document) string { return d.Abstract }, abstractWorth),
		Venue:      firstOf(ds, func(d *ingest.Document) string { return d.Venue }),
		DOI:        firstOf(ds, func(d *ingest.Document) string { return d.DOI }),
		ArXiv:      firstOf(ds, func(d *ingest.Document) string { return d.ArXiv }),
		URL:        firstOf(ds, func(d *ingest.Document) string { return d.URL }),
		Language:   firstOf(ds, func(d *ingest.Document) string { return d.Language }),
		Authors:    best(ds, func(d *ingest.Document) []string { return d.Authors }, authorsWorth),
		Keywords:   united(ds, func(d *ingest.Document) []string { return d.Keywords }),
		References: united(ds, func(d *ingest.Document) []string { return d.References }),
	}
	for _, x := range ds {
		if x.Year != 0 && (d.Year == 0 || x.Year < d.Year) {
			d.Year = x.Year
		}
		d.Sources = append(d.Sources, x.Sources...)
	}
	slices.SortFunc(d.Sources, func(a, b ingest.Source) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return d
}

func firstOf(ds []*ingest.Document, of func(*ingest.Document) string) string {
	for _, d := range ds {
		if s := of(d); s != "" {
			return s
		}
	}
	return ""
}

// best returns the value of most worth; of equals the first.
func best[T any](ds []*ingest.Document, of func(*ingest.Document) T, worth func(T) int) (found T) {
	most := 0
	for _, d := range ds {
		if w := worth(of(d)); w > most {
			found, most = of(d), w
		}
	}
	return found
}

// titleWorth is the length; one in capitals is worth less than any other.
func titleWorth(s string) int {
	if s != "" && !strings.ContainsFunc(s, unicode.IsLower) {
		return 1
	}
	return 2 * len(s)
}

// abstractWorth is the length; one that was cut short is worth less than any other.
func abstractWorth(s string) int {
	const whole = 1 << 30
	switch {
	case s == "":
		return 0
	case strings.HasSuffix(s, "…"), strings.HasSuffix(s, "..."):
		return len(s)
	}
	return whole + len(s)
}

// authorsWorth counts full first names before names.
func authorsWorth(names []string) int {
	full := 0
	for _, name := range names {
		given := name
		if _, after, ok := strings.Cut(name, ","); ok {
			given = strings.TrimSpace(after)
		}
		if first, _, _ := strings.Cut(given, " "); len(strings.Trim(first, ".")) > 1 && !strings.Contains(first, ".") {
			full++
		}
	}
	return full*1000 + len(names)
}

// united returns all values in order, each once.
func united(ds []*ingest.Document, of func(*ingest.Document) []string) (all []string) {
	seen := make(map[string]bool)
	for _, d := range ds {
		for _, s := range of(d) {
			if !seen[s] {
				seen[s] = true
				all = append(all, s)
			}
		}
	}
	return all
}
