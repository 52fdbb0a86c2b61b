package vocab

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// wordKey leads the keys of plain words.
const wordKey = "word:"

// describe makes the term of which so much is known, but for its place in the hierarchy and its score.
func (b *builder) describe(f *facts) Term {
	fold := f.fold
	t := Term{Documents: f.documents, Label: b.reader.label(f.surfaces)}
	if f.word {
		t.Kind, t.Key, t.Why = ingest.Word, wordKey+fold[len(wordMark):], "a word"
		f.heard = int32(b.background.documents(fold[len(wordMark):]))
		return t
	}
	var elsewhere usage
	if b.background.given != nil {
		count, known := b.background.term(fold)
		elsewhere, f.heard = usageOf(count), int32(documentsOf(count, known))
	}
	if f.evidence.isName() {
		if k, ok := b.background.kind(shortForm(t.Label)); ok {
			f.evidence.add(cueElsewhere, k)
		}
	}
	if b.isUsedAsMethod(f, elsewhere, t.Label) {
		f.evidence.add(cueUsed, ingest.Method)
	}
	kind, c := f.evidence.decide()
	t.Kind, t.Why = kind, cueWords[c]
	t.Key = b.reader.key(f.surfaces, fold)
	if f.short {
		t.Long = b.reader.longForm(f.surfaces, fold)
	}
	b.wishes.adorn(&t, fold, f.surfaces, b.reader)
	return t
}

// label returns the commonest surface, counted without regard to case, in its commonest spelling; of equal ones the
// longer, then the smaller by bytes. A capital at the head alone counts as small letters where the rest has none.
func (r *reader) label(written surfaces) string {
	if len(written) == 1 { // as most have
		return r.labelOf(written[0].surface, false)
	}
	byCase := make(surfaces, 0, 4)
	for _, s := range written {
		byCase.add(strings.ToLower(s.surface), s.times)
	}
	common := byCase.most()
	spelled := make(surfaces, 0, 4)
	small := false
	for i, s := range written {
		if low := strings.ToLower(s.surface); low == common {
			spelled = append(spelled, written[i])
			small = small || low == s.surface
		}
	}
	return r.labelOf(spelled.most(), small)
}

// labelOf returns a surface, in small letters where its capitals are those of any heading; small says that it stands so too.
// What is written with a capital wherever it stands keeps it: Gaussian process.
func (r *reader) labelOf(best string, small bool) string {
	if isName(best) && !small || best == strings.ToLower(best) {
		return best
	}
	words := strings.Split(best, " ")
	for i, w := range words {
		if !isTitleCase(w) {
			continue
		}
		parts := strings.Split(w, "-")
		for k, p := range parts {
			if !r.proper[extract.Fold(p)] {
				parts[k] = strings.ToLower(p)
			}
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

// isTitleCase reports whether only first letters of the parts of a word are capitals.
func isTitleCase(word string) bool {
	inside := false
	for _, r := range word {
		if unicode.IsUpper(r) && inside {
			return false
		}
		inside = unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return true
}

// isName reports whether a surface in title case is one word, so that its capital may be its own.
func isName(s string) bool { return !strings.ContainsAny(s, " -") }

// most returns the surface that is met most often; of equal ones the longer, then the smaller by bytes.
func (s surfaces) most() string {
	var best surfaceCount
	for _, c := range s {
		if cmp.Or(cmp.Compare(c.times, best.times), cmp.Compare(len(c.surface), len(best.surface)), cmp.Compare(best.surface, c.surface)) > 0 {
			best = c
		}
	}
	return best.surface
}

// has reports whether a surface was met.
func (s surfaces) has(surface string) bool {
	return slices.ContainsFunc(s, func(c surfaceCount) bool { return c.surface == surface })
}

// key returns the canonical form: the commonest surface in small letters whose last word is no plural and that folds to the
// fold; else the fold.
func (r *reader) key(written surfaces, fold string) string {
	if len(written) == 1 { // as most have
		if s := inSingular(written[0].surface); r.folds(s, fold) {
			return s
		}
		return fold
	}
	candidates := make(surfaces, 0, 4)
	for _, s := range written {
		candidates.add(inSingular(s.surface), s.times)
	}
	slices.SortFunc(candidates, func(x, y surfaceCount) int {
		return cmp.Or(cmp.Compare(y.times, x.times), cmp.Compare(x.surface, y.surface))
	})
	for _, s := range candidates {
		if r.folds(s.surface, fold) {
			return s.surface
		}
	}
	return fold
}

// inSingular returns a surface in small letters, its last word in the singular.
func inSingular(surface string) string {
	low := strings.ToLower(surface)
	cut := strings.LastIndexAny(low, " -") + 1
	if singular := extract.Singular(low[cut:]); singular != low[cut:] {
		return low[:cut] + singular
	}
	return low
}

// folds reports whether phrase makes a fold of a surface. Most surfaces are their fold but for dashes.
func (r *reader) folds(surface, fold string) bool {
	if len(surface) != len(fold) {
		return r.phrase(surface) == fold
	}
	for i := range len(surface) {
		if b := surface[i]; b != fold[i] && (b != '-' || fold[i] != ' ') || b >= utf8.RuneSelf || 'A' <= b && b <= 'Z' {
			return r.phrase(surface) == fold
		}
	}
	for w := range strings.FieldsSeq(fold) {
		if _, split := r.joined[w]; split {
			return r.phrase(surface) == fold
		}
	}
	return true
}

// longForm returns the commonest surface that is no abbreviation.
func (r *reader) longForm(written surfaces, fold string) string {
	var long surfaces
	for _, s := range written {
		if r.folds(s.surface, fold) {
			long = append(long, s)
		}
	}
	if len(long) == 0 {
		return fold
	}
	return r.label(long)
}
