package bib

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// normalTitle returns the letters and digits of a title in lower case, without accents, by which titles are compared.
func normalTitle(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

// lastName returns the folded last name of "First Last" or "Last, First".
func lastName(name string) string {
	if last, _, ok := strings.Cut(name, ","); ok {
		return normalTitle(last)
	}
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	return normalTitle(words[len(words)-1])
}

// isGeneric reports whether a normal title names a kind of text, of which there are many.
func isGeneric(title string) bool {
	for _, g := range []string{
		"editorial", "introduction", "erratum", "corrigendum", "preface", "foreword", "bookreview", "lettertotheeditor",
		"tableofcontents", "frontmatter", "backmatter", "retraction", "guesteditorial", "authorindex", "proceedings", "invitedtalk",
	} {
		if rest, ok := strings.CutPrefix(title, g); ok && len(rest) < minTitle {
			return true
		}
	}
	return false
}

// withoutVersion cuts the version that preprint servers add to a DOI.
func withoutVersion(doi string) string {
	if !isPreprintDOI(doi) {
		return doi
	}
	end := strings.TrimRight(doi, "0123456789")
	for _, mark := range []string{".v", "/v", "v"} {
		if rest, ok := strings.CutSuffix(end, mark); ok && end != doi && rest != "" {
			return rest
		}
	}
	return doi
}

// isPreprintDOI knows the prefixes of arXiv, bioRxiv and medRxiv, SSRN, OSF, Research Square, ChemRxiv, Preprints.org
// and TechRxiv.
func isPreprintDOI(doi string) bool {
	for _, prefix := range []string{
		"10.48550/", "10.1101/", "10.64898/", "10.2139/ssrn", "10.31219/", "10.31234/", "10.21203/rs.", "10.26434/", "10.20944/preprints", "10.36227/",
	} {
		if strings.HasPrefix(doi, prefix) {
			return true
		}
	}
	return false
}

// partNumbers returns the numbers and roman numerals of a title: "Part II" is not "Part I".
func partNumbers(title string) []string {
	var numbers []string
	for _, w := range words(title) {
		if strings.ContainsFunc(w, unicode.IsDigit) || strings.Trim(w, "ivx") == "" {
			numbers = append(numbers, w)
		}
	}
	return numbers
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// wordShingles returns the hashes of the runs of five words in the abstract, ascending, each once. They are made once.
func (c *candidate) wordShingles() []uint64 {
	if c.shingles != nil || c.Abstract == "" {
		return c.shingles
	}
	const run = 5
	ws := words(c.Abstract)
	c.shingles = []uint64{}
	for i := range max(1, len(ws)-run+1) {
		h := fnv.New64a()
		for _, w := range ws[i:min(i+run, len(ws))] {
			h.Write([]byte(w))
			h.Write([]byte{' '})
		}
		c.shingles = append(c.shingles, h.Sum64())
	}
	slices.Sort(c.shingles)
	c.shingles = slices.Compact(c.shingles)
	return c.shingles
}

// sameAbstracts reports whether both have an abstract and the shorter one shares that part of its shingles.
func sameAbstracts(a, b *candidate, share float64) bool {
	if a.Abstract == "" || b.Abstract == "" {
		return false
	}
	if a.Abstract == b.Abstract {
		return true
	}
	x, y := a.wordShingles(), b.wordShingles()
	both := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return both > 0 && float64(both) >= share*float64(min(len(x), len(y)))
}
