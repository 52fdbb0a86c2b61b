package vocab

import (
	"strings"

	"papergraph/ingest/extract"
)

// runs is the runs of units that a gatherer asked about in a chunk of documents: what is looked up far away, in tables of the whole
// corpus and of the background, is looked up once.
type runs struct {
	place index // by digest: among met
	met   []run
}

// run is what is known of a run of units.
type run struct {
	alone         int32 // in how many documents it stands by itself
	number        int32 // of the term that it is, or one of the below
	usage         usage
	cut           int32 // of which length the first of its words was, when it was asked whether it belongs to the rest
	answered, yes answers
}

const (
	unwanted   = -1 // the reader wants no such term
	unnumbered = -2
)

// answers is a set of questions.
type answers uint8

const (
	standsAlone answers = 1 << iota // often enough in the background
	isGeneric                       // a generic word where it is written in one
	belongs                         // its first word belongs to the rest
)

// meet returns what is known of a run. It is valid until the next call.
func (g *gatherer) meet(d uint64) *run {
	at, isNew := g.runs.place.at(d)
	if isNew {
		*at = int32(len(g.met))
		g.met = append(g.met, run{alone: g.census.aloneIn(d), number: unnumbered})
	}
	return &g.met[*at]
}

// reset forgets all runs.
func (r *runs) reset() {
	r.place.reset()
	r.met = r.met[:0]
}

// note keeps the answer to a question.
func (r *run) note(q answers, yes bool) bool {
	r.answered |= q
	if yes {
		r.yes |= q
	}
	return yes
}

// isNamed reports whether a cue names a run of units, whose key has the digest.
func (g *gatherer) isNamed(us []unit, r chunk, d digest) bool {
	if u := &us[r.first]; r.last == r.first+1 && u.settled {
		return u.named
	}
	return g.census.isNamed(d.of)
}

// isTerm reports whether a run of units inside a core, whose key has the digest, is a term of its own. outer says that it is the
// whole core, perhaps without soft words at its head.
func (g *gatherer) isTerm(us []unit, r chunk, d digest, outer bool) bool {
	head, last := &us[r.first], &us[r.last-1]
	switch {
	case !last.shaped && !last.fixed && (last.form.tail && !isProperProcess(us, r) || last.class >= extract.Soft || !last.names()):
		return false
	case r.last == r.first+1:
		return g.isSingle(head, outer)
	case head.softHead():
		return g.belong(us, r, d) && g.isTelling(us, r, d)
	}
	return (outer || g.standsAlone(us, r, d)) && g.isTelling(us, r, d)
}

// standsAlone reports whether a run stands alone often enough, here or in the background, to be a term inside others.
func (g *gatherer) standsAlone(us []unit, r chunk, d digest) bool {
	m := g.meet(d.of)
	switch {
	case m.alone >= g.census.atLeast:
		return true
	case m.answered&standsAlone != 0:
		return m.yes&standsAlone != 0
	}
	return m.note(standsAlone, g.background.standsAlone(keyOf(us, r)))
}

// belong reports whether a phrase with a soft word at its head is a term besides the rest of it: where it stands alone more
// than once and not much more rarely than the rest, or where the background has the two together more often than by chance.
func (g *gatherer) belong(us []unit, r chunk, d digest) bool {
	m, rest, first := g.meet(d.of), chunk{r.first + 1, r.last}, us[r.first].key
	switch {
	case m.alone >= 2 && 3*m.alone >= g.census.aloneIn(digestOfRun(us, rest).of):
		return true
	case m.answered&belongs != 0 && int(m.cut) == len(first):
		return m.yes&belongs != 0
	case m.answered&belongs != 0: // the same words parted elsewhere
		return g.background.belong(first, keyOf(us, rest))
	}
	m.cut = int32(len(first))
	return m.note(belongs, g.background.belong(first, keyOf(us, rest)))
}

// isTelling reports whether a run of units says more than generic nouns do, and than one that is written in two: data set.
func (g *gatherer) isTelling(us []unit, r chunk, d digest) bool {
	if telling(us, r) {
		return true
	}
	m := g.meet(d.of)
	if m.answered&isGeneric != 0 {
		return m.yes&isGeneric == 0
	}
	return !m.note(isGeneric, extract.ClassOf(strings.ReplaceAll(keyOf(us, r), " ", "")) == extract.Generic)
}

// isSingle reports whether a unit is a term by itself: a name, a compound, or a noun that stands alone often enough, or does
// so here and is no mere part of phrases elsewhere.
func (g *gatherer) isSingle(u *unit, outer bool) bool {
	switch {
	case u.shaped:
		return true
	case u.class != extract.Plain || len(u.key) < 3 || u.key[0] <= '9':
		return false
	case u.settled:
		return (u.alone >= g.census.atLeast || outer && u.mayBeAlone) && u.mayBeNoun
	}
	return (g.census.aloneIn(u.digest.of) >= g.census.atLeast || outer && g.background.mayStandAlone(u.key)) && g.background.mayBeNoun(u.key)
}
