package vocab

import (
	"fmt"
	"strings"
	"sync/atomic"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// wishes is what the reader decides about terms, under the folds of the corpus. nil wishes for nothing. Once it is made
// nothing in it changes but what was met.
type wishes struct {
	given []ingest.Wish
	slots map[string]int         // fold of a label to its place in the slices below
	first []int                  // the wish that decides, its place in given
	to    []string               // fold of what replaces it, at the end of the chain; "" where it is to be no term
	met   []atomic.Bool          // whether the papers mention it
	label map[string]string      // by fold at the end of a chain: what readers are shown
	kind  map[string]ingest.Kind // the same: its kind
}

// newWishes folds what the reader decides as the corpus folds; an abbreviation that has one sense in the corpus is its long
// form. Of two decisions about one term the first stands, and a warning tells of the other. Replacements may form chains; the
// error is that of a circle. O(wishes) time.
func newWishes(given []ingest.Wish, r *reader) (*wishes, []ingest.Warning, error) {
	if len(given) == 0 {
		return nil, nil, nil
	}
	w := &wishes{given: given, slots: make(map[string]int), label: make(map[string]string), kind: make(map[string]ingest.Kind)}
	var warnings []ingest.Warning
	for i := range given {
		if why := w.take(i, r); why != "" {
			warnings = append(warnings, unmet(&given[i], why))
		}
	}
	if err := w.follow(); err != nil {
		return nil, nil, err
	}
	for i := range given {
		if why := w.name(i, r); why != "" {
			warnings = append(warnings, unmet(&given[i], why))
		}
	}
	w.met = make([]atomic.Bool, len(w.to))
	return w, warnings, nil
}

func unmet(w *ingest.Wish, why string) ingest.Warning {
	return ingest.Warning{File: w.File, Line: w.Line, Kind: ingest.Unmet, What: why, Done: "left out"}
}

// resolve returns the fold of the term that a spelling is of.
func (r *reader) resolve(s string) string {
	if defining := r.senses.defining[shortForm(s)]; len(defining) > 0 && !ambiguous(defining) {
		return defining[0].long
	}
	return r.name(s)
}

// tellsKindOnly reports whether a wish is about the kind of a term alone.
func tellsKindOnly(g *ingest.Wish) bool { return g.By == g.Label }

// take notes what wish i replaces by what, and returns why it cannot.
func (w *wishes) take(i int, r *reader) string {
	g := &w.given[i]
	fold, by := r.resolve(g.Label), ""
	if !g.Mutes() {
		by = r.resolve(g.By)
	}
	slot, again := w.slots[fold]
	switch {
	case fold == "":
		return fmt.Sprintf("%q has no letter", g.Label)
	case by == "" && !g.Mutes():
		return fmt.Sprintf("%q, which is to replace %q, has no letter", g.By, g.Label)
	case !again:
		w.slots[fold] = len(w.to)
		w.to, w.first = append(w.to, by), append(w.first, i)
	case tellsKindOnly(g) || w.to[slot] == by:
	case tellsKindOnly(&w.given[w.first[slot]]):
		w.to[slot], w.first[slot] = by, i
	default:
		return fmt.Sprintf("%q is to be %s here, but %s at %s", g.Label, wished(g), wished(&w.given[w.first[slot]]), w.given[w.first[slot]].Place())
	}
	return ""
}

func wished(g *ingest.Wish) string {
	if g.Mutes() {
		return "no term"
	}
	return fmt.Sprintf("%q", g.By)
}

// follow leads each replacement to the end of its chain.
func (w *wishes) follow() error {
	const untouched, onPath, done = 0, 1, 2
	state := make([]uint8, len(w.to))
	for start := range w.to {
		var path []int
		at := start
		for state[at] == untouched {
			state[at] = onPath
			path = append(path, at)
			next, ok := w.slots[w.to[at]]
			if !ok || next == at {
				break
			}
			if state[next] == onPath {
				return w.circle(at, next)
			}
			at = next
		}
		end := w.to[at]
		for _, p := range path {
			w.to[p], state[p] = end, done
		}
	}
	return nil
}

// circle says that two replacements lead to each other.
func (w *wishes) circle(last, next int) error {
	a, b := &w.given[w.first[last]], &w.given[w.first[next]]
	return fmt.Errorf("vocab: %s: %q is replaced by %q, which %s leads back to it: take one of the two lines out", a.Place(), a.Label, a.By, b.Place())
}

// name notes what the term of wish i is called and of which kind it is, and returns why it cannot.
func (w *wishes) name(i int, r *reader) string {
	g := &w.given[i]
	if g.Mutes() {
		return ""
	}
	by := r.resolve(g.By)
	end := w.of(by)
	if _, taken := w.label[end]; end == by && !taken && !tellsKindOnly(g) {
		w.label[end] = g.By
	}
	if !g.Pinned || by == "" {
		return ""
	}
	kind, taken := w.kind[end]
	switch {
	case end == "":
		return fmt.Sprintf("%q is to be a %s, but no term elsewhere", g.Label, g.Kind)
	case taken && kind != g.Kind:
		return fmt.Sprintf("%q is to be a %s here, but a %s above", g.Label, g.Kind, kind)
	}
	w.kind[end] = g.Kind
	return ""
}

// of returns the fold of the term that stands for a fold, "" where it is to be none.
func (w *wishes) of(fold string) string {
	if w == nil {
		return fold
	}
	slot, ok := w.slots[fold]
	if !ok {
		return fold
	}
	if w.met != nil {
		w.met[slot].Store(true)
	}
	return w.to[slot]
}

// allow reports whether an abbreviation, folded as it stands, may be read as its long form: not where the reader decides about
// the abbreviation itself.
func (w *wishes) allow(short, long string) bool {
	if w == nil {
		return true
	}
	if _, decided := w.slots[short]; !decided {
		return true
	}
	return w.of(short) == w.of(long)
}

// wish notes what the reader decides, and that what is named there is a term wherever it stands.
func (b *builder) wish(given []ingest.Wish) error {
	w, warnings, err := newWishes(given, b.reader)
	if err != nil || w == nil {
		return err
	}
	b.wishes, b.reader.wishes, b.warnings = w, w, warnings
	for i := range given {
		g := &given[i]
		fold := b.reader.resolve(g.Label)
		if slot, ok := w.slots[fold]; ok && w.to[slot] != "" && (g.Pinned || w.to[slot] != fold) { // a spelling alone makes no term
			b.nameSpelling(g.Label)
			b.nameSpelling(g.By)
		}
	}
	return nil
}

// nameSpelling makes what a spelling names a term wherever it stands.
func (b *builder) nameSpelling(spelling string) {
	b.census.name(digestOf(b.reader.resolve(spelling)).of)
	b.nameStopped(b.reader.name(spelling), spelling)
}

// nameStopped notes the first word of a name that holds a word that parts phrases.
func (b *builder) nameStopped(name, surface string) {
	b.census.name(digestOf(name).of)
	first, _, several := strings.Cut(name, " ")
	for w := range strings.FieldsSeq(strings.ToLower(surface)) {
		if several && extract.ClassOf(w) == extract.Stop {
			b.census.stopped[first] = true
		}
	}
}

// unmetWishes returns a warning for each wish about what is no term of any document, and no link of a chain, in the order of the
// wishes.
func (b *builder) unmetWishes() []ingest.Warning {
	if b.wishes == nil {
		return nil
	}
	inChain := make(map[string]bool)
	for i := range b.wishes.given {
		if g := &b.wishes.given[i]; !tellsKindOnly(g) {
			inChain[b.reader.resolve(g.By)] = true
		}
	}
	for i := range b.wishes.given {
		g := &b.wishes.given[i]
		fold := b.reader.resolve(g.Label)
		if slot, ok := b.wishes.slots[fold]; ok && !inChain[fold] && !b.wishes.met[slot].Load() {
			b.warnings = append(b.warnings, unmet(g, fmt.Sprintf("%q is no term of any paper", g.Label)))
		}
	}
	return b.warnings
}

// adorn gives a term the name and the kind that the reader wants; written are the surfaces of the term.
func (w *wishes) adorn(t *Term, fold string, written surfaces, r *reader) {
	if w == nil {
		return
	}
	if label, ok := w.label[fold]; ok {
		t.Label = label
		if r.longForm(written, fold) == fold && !written.has(fold) { // no document spells it so
			t.Key = r.key(surfaces{{label, 1}}, fold)
		}
		t.Why += "; so called by the reader"
	}
	if kind, ok := w.kind[fold]; ok {
		t.Kind = kind
		t.Why += "; its kind is the reader's"
	}
}
