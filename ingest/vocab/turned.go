package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// turned finds phrases that say a term the other way round, and notes them as mentions of it: detection of objects as object
// detection, merging models as model merging. Both ways must be attested.
func (b *builder) turned(doc int, us []unit, cs []chunk) {
	for i, ch := range cs {
		if i > 0 && us[ch.first].before == "of" && us[ch.first].linked(&us[ch.first-1]) {
			b.turnedOf(doc, us, cs[i-1], ch)
		}
		if ch.last-ch.first == 2 {
			b.turnedGerund(doc, us, ch)
		}
	}
}

// turnedOf notes "N1 of N2" as "N2 N1", N1 being a noun alone and N2 the whole of what stands behind.
func (b *builder) turnedOf(doc int, us []unit, head, ch chunk) {
	n1 := &us[head.last-1]
	if one := bare(us, chunk{head.first, head.last - 1}); one.first < one.last || n1.shaped || n1.class >= extract.Soft || !n1.names() || counting[n1.key] {
		return
	}
	n2 := core(us, ch)
	if n2.first != ch.first || n2.last-n2.first >= longest || n2.first == n2.last || !us[n2.last-1].names() {
		return
	}
	key := keyOf(us, n2) + " " + n1.key
	if b.names[n1.key+" of "+keyOf(us, n2)] || !b.isAttested(key) || !telling(us, n2) && n1.class != extract.Plain {
		return
	}
	b.turn(doc, key, n1, &us[n2.last-1])
}

// counting are nouns that count what stands behind "of": a number of variables is no variable number.
var counting = map[string]bool{"number": true, "amount": true, "range": true, "variety": true, "kind": true, "type": true, "sort": true, "lot": true, "pair": true, "half": true, "part": true, "lack": true}

// isAttested reports whether a phrase stands alone often enough here or in the background to be a term.
func (b *builder) isAttested(key string) bool {
	return b.census.alone[key] >= b.census.atLeast || b.background.standsAlone(key)
}

// turnedGerund notes "merging models" as "model merging": what is done and the plural of what it is done to, behind a word that
// leads a clause. The other way round must be clearly the commoner: "embedding models" are models.
func (b *builder) turnedGerund(doc int, us []unit, ch chunk) {
	verb, noun := &us[ch.first], &us[ch.first+1]
	if noun.class >= extract.Soft || !clausal[verb.before] || !strings.HasSuffix(verb.key, "ing") || noun.shaped || !isPlural(noun) {
		return
	}
	key := noun.key + " " + verb.key
	if b.timesAlone(key) >= turnedTimes*max(1, b.timesAlone(verb.key+" "+noun.key)) && b.isAttested(key) {
		b.turn(doc, key, verb, noun)
	}
}

// turnedTimes is how much commoner one order must be for the other to mean the same.
const turnedTimes = 5

// clausal are words behind which a gerund takes an object.
var clausal = map[string]bool{"for": true, "by": true, "when": true, "while": true, "via": true, "through": true, "before": true, "after": true, "without": true, "of": true, "on": true, "in": true, "": true}

func isPlural(u *unit) bool {
	low := strings.ToLower(u.surface)
	return low != u.key && extract.Singular(low) != low
}

// timesAlone returns in how many documents here and in the background a phrase stands alone.
func (b *builder) timesAlone(key string) int {
	n := b.census.alone[key]
	if b.background.given != nil {
		t, _ := b.background.given.Term(key)
		n += t.Alone
	}
	return n
}

// turn notes what stands from one unit to another as a mention of a term.
func (b *builder) turn(doc int, key string, first, last *unit) {
	span := ingest.Span{Field: first.Field, Start: first.Start, End: last.End}
	if key = b.wishes.of(b.reader.same.of(key)); key != "" {
		b.add(doc, key, span, surfaceOf(b.corpus.Documents[doc].Text(span.Field), span), false, false)
	}
}
