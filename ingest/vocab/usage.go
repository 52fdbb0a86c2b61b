package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// usedNouns are nouns behind a phrase that say that it is put to use: gradient descent algorithm. A model or a network is
// more often one with the phrase than one of that name.
var usedNouns = map[string]bool{
	"algorithm": true, "method": true, "approach": true, "technique": true, "procedure": true, "heuristic": true, "scheme": true, "architecture": true,
	"mechanism": true, "optimizer": true, "layer": true, "module": true, "baseline": true, "strategy": true, "trick": true,
}

// usedVerbs are verbs behind a phrase that say so: X outperforms Y.
var usedVerbs = map[string]bool{"outperforms": true, "outperform": true, "outperformed": true, "achieves": true, "surpasses": true}

// isUsedBehind reports whether a noun or a verb that only methods have follows a run of units.
func isUsedBehind(us []unit, r chunk) bool {
	if r.last >= len(us) {
		return false
	}
	last, next := &us[r.last-1], &us[r.last]
	if next.joined {
		return next.serves
	}
	return next.class == extract.Stop && next.Field == last.Field && next.Start == last.End+1 && usedVerbs[next.surface()]
}

// isProposed reports whether a run of units is what a document proposes, but for the noun behind it: a module incubation mechanism.
func isProposed(us []unit, r chunk) bool {
	return us[r.first].used == 2 && r.last < len(us) && us[r.last].joined && us[r.last].serves
}

// usage is in how many places a phrase stands alone, in how many it is put to use, and in how many a noun or a verb behind it says
// so.
type usage struct{ used, behind, alone int32 }

// uses notes of a core, and of what stands in it before a noun for methods, whether it is put to use.
func (g *gatherer) uses(us []unit, r chunk) {
	for whole := r; r.first < r.last; r.last-- {
		u := usage{used: int32(usedBefore(us, r))}
		if r == whole {
			u.alone = 1
		}
		if isUsedBehind(us, r) {
			u.behind = 1
		}
		if u != (usage{}) {
			m := g.meet(digestOfRun(us, r).of)
			m.usage = m.usage.plus(u)
		}
		if !us[r.last-1].serves {
			return
		}
	}
}

// unclaimed is how runs of units are used that no document so far has as a term.
type unclaimed struct {
	place index // by digest
	of    []usage
}

// joinUses adds how runs are used in a chunk of documents to what is known of terms.
func (t *turnstile) joinUses(r *runs) {
	for i := range r.place.slots {
		s := &r.place.slots[i]
		if s.digest == 0 || r.met[s.value].usage == (usage{}) {
			continue
		}
		to := t.usageOf(s.digest)
		*to = to.plus(r.met[s.value].usage)
	}
}

// usageOf returns where the usage of a run is counted.
func (t *turnstile) usageOf(d uint64) *usage {
	if n, ok := t.numbers.get(d); ok {
		return &t.facts[n].evidence.usage
	}
	at, isNew := t.unclaimed.place.at(d)
	if isNew {
		*at = int32(len(t.unclaimed.of))
		t.unclaimed.of = append(t.unclaimed.of, usage{})
	}
	return &t.unclaimed.of[*at]
}

// claim gives terms what was counted before they were met, and numbers those that stand side by side in lists.
func (t *turnstile) claim() {
	for i := range t.unclaimed.place.slots {
		s := &t.unclaimed.place.slots[i]
		if n, ok := t.numbers.get(s.digest); ok && s.digest != 0 {
			u := &t.facts[n].evidence.usage
			*u = u.plus(t.unclaimed.of[s.value])
		}
	}
	for _, pair := range t.pairs {
		m, known := t.numbers.get(pair[0])
		n, both := t.numbers.get(pair[1])
		if known && both && m != n {
			t.mates = append(t.mates, [2]int32{m, n})
		}
	}
}

// usedBefore returns how surely what stands before a run of units says that it is put to use. What begins with what is done is a
// clause more often than a name: by matching maps.
func usedBefore(us []unit, r chunk) uint8 {
	if r.last > r.first+1 && strings.HasSuffix(us[r.first].key, "ing") {
		return 0
	}
	return us[r.first].used
}

// besides notes the names of a document that stand side by side in lists.
func (g *gatherer) besides(us []unit) {
	for i := 1; i < len(us); i++ {
		if us[i].shaped && us[i-1].shaped && us[i].follows(&us[i-1]) {
			g.pairs = append(g.pairs, [2]uint64{us[i-1].digest.of, us[i].digest.of})
		}
	}
}

// follows reports whether a unit stands behind another in a list: a comma or "and" between them and nothing else.
func (u *unit) follows(before *unit) bool {
	if u.Field != before.Field || u.joined {
		return false
	}
	gap := int(u.Start - before.End)
	switch u.before() {
	case "":
		return gap == len(", ")
	case "and", "or":
		return gap == len(u.before())+len("  ") || gap == len(u.before())+len(",  ")
	}
	return false
}

// Shares of the places of a phrase in which it must be put to use to be a method.
const (
	nameShare  = 0.25 // of a name of one word
	headShare  = 0.15 // where its head noun says so too, and it stands in a few places
	fieldShare = 0.3  // where its head noun heads methods among others
	otherShare = 0.35 // where its head noun says nothing
	broadShare = 0.5  // where the phrase more often is a whole field
	usagePrior = 3    // places where it is not, added so that one place is little
)

// share returns the part of the places in which the phrase is put to use.
func (u usage) share() float64 {
	return float64(u.used+min(u.behind, u.used+1)) / float64(u.alone+usagePrior)
}

// Of a phrase that stands alone in namedLeast places one in namedOften must have a noun or a verb behind it that only methods have, for
// devices and senses are put to use as well: tactile sensing, a camera.
const (
	namedLeast = 20
	namedOften = 20
)

// isNamedSo reports whether a phrase is spoken of as a method, as far as is known.
func (u usage) isNamedSo() bool { return u.alone < namedLeast || u.behind*namedOften >= u.alone }

// broadHeads are nouns of whole fields and of what papers are about: reinforcement learning, diffusion models.
var broadHeads = map[string]bool{
	"learning": true, "model": true, "network": true, "training": true, "machine": true, "modeling": true, "modelling": true, "programming": true, "optimization": true,
}

// systems are those of them that are many methods' own, so that one with initials of its own is a method: a graph neural network.
var systems = map[string]bool{"model": true, "network": true, "machine": true, "optimization": true, "training": true}

// kinds are those of them that come in kinds, so that a few words before one say which, and are no name: static models.
var kinds = map[string]bool{"model": true, "network": true, "machine": true}

// isUsedAsMethod reports whether a term is put to use often enough, here and elsewhere, which is the background, to be a method.
func (b *builder) isUsedAsMethod(f *facts, elsewhere usage, label string) bool {
	fold := f.fold
	last := lastWord(fold)
	h, heads := extract.HeadOf(last)
	named, several := f.evidence.isName(), strings.Contains(fold, " ")
	if heads && h.Kind != ingest.Method {
		return false
	}
	if named || b.reader.proper[fold] && b.census.isNamed(f.digest) && !strings.HasSuffix(fold, "ian") {
		k, told := b.background.kind(shortForm(label))
		return (!named || !told || k == ingest.Method) && b.usage(f, elsewhere, label).share() >= nameShare
	}
	switch {
	case !several && (!heads || h.Field || isActivity(last) && !b.isCompound(fold)):
		return false
	case several && !heads && !f.short && !strings.HasSuffix(last, "ing") && (!canEnd(last) || extract.ClassOf(last) != extract.Plain):
		return false
	}
	return b.isUsedPhrase(f, elsewhere, label, h, heads)
}

// isActivity reports whether a word says what is done.
func isActivity(w string) bool { return strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ion") }

// isCompound reports whether a word is a phrase that the background writes apart: backpropagation.
func (b *builder) isCompound(fold string) bool {
	_, split := b.background.apart(fold)
	return split
}

// isUsedPhrase does so for a phrase whose head noun, if there is one, heads methods, or for such a noun alone.
func (b *builder) isUsedPhrase(f *facts, elsewhere usage, label string, h extract.Head, heads bool) bool {
	fold := f.fold
	last, several := lastWord(fold), strings.Contains(fold, " ")
	u := b.usage(f, elsewhere, label)
	known := u.alone > f.evidence.usage.alone
	switch {
	case broadHeads[last]:
		return several && (float64(u.used) >= broadShare*float64(u.alone+usagePrior) || systems[last] && b.background.isShortened(fold, u.alone))
	case !heads && !f.short && !u.isNamedSo():
		return false
	case several && f.short:
		return u.share() >= nameShare && !Generic(fold) && canEnd(last)
	case several && heads && !h.Field && !known && f.documents > 1:
		return true // several here write of it, nobody did before
	case several && heads && !h.Field && u.alone >= usagePrior:
		return u.share() >= headShare
	case heads || strings.HasSuffix(last, "ing"):
		return u.share() >= fieldShare && (!several || !Generic(fold))
	}
	return u.share() >= otherShare
}

// usage returns how a term is used, here and elsewhere.
func (b *builder) usage(f *facts, elsewhere usage, label string) usage {
	return f.evidence.usage.plus(b.backgroundUsage(elsewhere, f.fold, label, f.evidence.isName(), f.short))
}

// backgroundUsage returns how the background uses a term, given how it uses the fold: a name by how it is written there, where its
// word is commoner in small letters (MUSE).
func (b *builder) backgroundUsage(u usage, fold, label string, named, short bool) usage {
	name := shortForm(label)
	if short && u.alone == 0 { // MoE: the long form holds a function word
		u = b.background.usage(name)
		u.behind = 0
	}
	if named && name != fold {
		if written := b.background.usage(name); 2*written.alone < u.alone {
			written.behind = 0 // what stands behind names is counted for models and networks too
			return written
		}
	}
	return u
}

func (u usage) plus(v usage) usage {
	return usage{u.used + v.used, u.behind + v.behind, u.alone + v.alone}
}
