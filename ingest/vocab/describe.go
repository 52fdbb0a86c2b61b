package vocab

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// wordKey leads the keys of plain words.
const wordKey = "word:"

// describe makes the term with a provisional number, but for its place in the hierarchy and its score.
func (b *builder) describe(n int32) Term {
	f, fold := &b.facts[n], b.folds[n]
	t := Term{Documents: f.documents, Label: label(f.surfaces)}
	if f.word {
		t.Kind, t.Key, t.Why = ingest.Word, wordKey+fold[len(wordMark):], "a word"
		return t
	}
	if k, ok := b.background.kind(shortForm(t.Label)); ok && f.evidence.isName() {
		f.evidence.add(cueElsewhere, k)
	}
	kind, c := f.evidence.decide()
	t.Kind, t.Why = kind, cueWords[c]
	t.Key = key(f.surfaces, fold, b.reader.phrase)
	if f.short {
		t.Long = longForm(f.surfaces, fold, b.reader.phrase)
	}
	b.wishes.adorn(&t, fold, f.surfaces, b.reader.phrase)
	return t
}

// label returns the commonest surface, counted without regard to case, in its commonest spelling; of equal ones the
// longer, then the smaller by bytes. A capital at the head alone counts as small letters where the rest has none.
func label(surfaces map[string]int) string {
	byCase := make(map[string]int)
	for s, n := range surfaces {
		byCase[strings.ToLower(s)] += n
	}
	common := most(byCase)
	spelled := make(map[string]int)
	for s, n := range surfaces {
		if strings.ToLower(s) == common {
			spelled[s] += n
		}
	}
	best := most(spelled)
	if spelled[common] > 0 && isTitleCase(best) {
		return common
	}
	if isTitleCase(best) && !isName(best) {
		return common
	}
	return best
}

// isTitleCase reports whether only first letters of words are capitals.
func isTitleCase(s string) bool {
	inside := false
	for _, r := range s {
		if unicode.IsUpper(r) && inside {
			return false
		}
		inside = unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return true
}

// isName reports whether a surface in title case is one word, so that its capital may be its own.
func isName(s string) bool { return !strings.ContainsAny(s, " -") }

func most(counts map[string]int) string {
	best := ""
	for s, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && (len(s) > len(best) || len(s) == len(best) && s < best) {
			best = s
		}
	}
	return best
}

// key returns the canonical form: the commonest surface in small letters whose last word is no plural and that folds to the
// fold; else the fold.
func key(surfaces map[string]int, fold string, phrase func(string) string) string {
	candidates := make(map[string]int)
	for s, n := range surfaces {
		low := strings.ToLower(s)
		cut := strings.LastIndexAny(low, " -") + 1
		candidates[low[:cut]+extract.Singular(low[cut:])] += n
	}
	ordered := make([]string, 0, len(candidates))
	for s := range candidates {
		ordered = append(ordered, s)
	}
	slices.SortFunc(ordered, func(x, y string) int { return cmp.Or(cmp.Compare(candidates[y], candidates[x]), cmp.Compare(x, y)) })
	for _, s := range ordered {
		if phrase(s) == fold {
			return s
		}
	}
	return fold
}

// longForm returns the commonest surface that is no abbreviation.
func longForm(surfaces map[string]int, fold string, phrase func(string) string) string {
	long := make(map[string]int)
	for s, n := range surfaces {
		if phrase(s) == fold {
			long[s] = n
		}
	}
	if len(long) == 0 {
		return fold
	}
	return label(long)
}
