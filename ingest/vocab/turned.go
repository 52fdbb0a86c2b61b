package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// turned finds phrases that say a term the other way round, and notes them as mentions of it: detection of objects as object
// detection, merging models as model merging. Both ways must be attested.
func (g *gatherer) turned(doc int, us []unit) {
	var last chunk
	for ch := range chunks(us) {
		if ch.first > 0 && us[ch.first].before() == "of" && us[ch.first].linked {
			g.turnedOf(doc, us, last, ch)
		}
		if ch.last-ch.first == 2 {
			g.turnedGerund(doc, us, ch)
		}
		last = ch
	}
}

// turnedOf notes "N1 of N2" as "N2 N1", N1 being a noun alone and N2 the whole of what stands behind.
func (g *gatherer) turnedOf(doc int, us []unit, head, ch chunk) {
	n1 := &us[head.last-1]
	if one := bare(us, chunk{head.first, head.last - 1}); one.first < one.last || n1.shaped || n1.class >= extract.Soft || !n1.names() || counting[n1.key] {
		return
	}
	n2 := core(us, ch)
	if n2.first != ch.first || n2.last-n2.first >= longest || n2.first == n2.last || !us[n2.last-1].names() {
		return
	}
	if !telling(us, n2) && n1.class != extract.Plain || g.census.isNamed(tiedDigest(n1.digest, "of", digestOfRun(us, n2)).of) {
		return
	}
	d := digestOfRun(us, n2).then(n1.digest)
	if key := keyOf(us, n2) + " " + n1.key; g.isAttested(d, key) {
		g.turn(doc, d, key, n1, &us[n2.last-1])
	}
}

// counting are nouns that count what stands behind "of": a number of variables is no variable number.
var counting = map[string]bool{"number": true, "amount": true, "range": true, "variety": true, "kind": true, "type": true, "sort": true, "lot": true, "pair": true, "half": true, "part": true, "lack": true}

// isAttested reports whether a phrase, with its digest, stands alone often enough here or in the background to be a term.
func (g *gatherer) isAttested(d digest, key string) bool {
	return g.census.aloneIn(d.of) >= g.census.atLeast || g.background.standsAlone(key)
}

// turnedGerund notes "merging models" as "model merging": what is done and the plural of what it is done to, behind a word that
// leads a clause. The other way round must be clearly the commoner: "embedding models" are models.
func (g *gatherer) turnedGerund(doc int, us []unit, ch chunk) {
	verb, noun := &us[ch.first], &us[ch.first+1]
	if noun.class >= extract.Soft || !strings.HasSuffix(verb.key, "ing") || !clausal[verb.before()] || noun.shaped || !isPlural(noun) {
		return
	}
	d, key := noun.digest.then(verb.digest), noun.key+" "+verb.key
	other := g.timesAlone(verb.digest.then(noun.digest), verb.key+" "+noun.key)
	if g.timesAlone(d, key) >= turnedTimes*max(1, other) && g.isAttested(d, key) {
		g.turn(doc, d, key, verb, noun)
	}
}

// turnedTimes is how much commoner one order must be for the other to mean the same.
const turnedTimes = 5

// clausal are words behind which a gerund takes an object.
var clausal = map[string]bool{"for": true, "by": true, "when": true, "while": true, "via": true, "through": true, "before": true, "after": true, "without": true, "of": true, "on": true, "in": true, "": true}

func isPlural(u *unit) bool {
	low := strings.ToLower(u.surface())
	return low != u.key && extract.Singular(low) != low
}

// timesAlone returns in how many documents here and in the background a phrase, with its digest, stands alone.
func (g *gatherer) timesAlone(d digest, key string) int {
	n := int(g.census.aloneIn(d.of))
	if g.background.given != nil {
		t, _ := g.background.given.Term(key)
		n += t.Alone
	}
	return n
}

// turn notes what stands from one unit to another as a mention of the term with a key.
func (g *gatherer) turn(doc int, d digest, key string, first, last *unit) {
	n := g.meet(d.of).number
	if n == unnumbered {
		n = g.wished(d.of, key)
	}
	if n < 0 {
		return
	}
	span := ingest.Span{Field: first.Field, Start: first.Start, End: last.End}
	g.add(doc, n, span, surfaceOf(g.corpus.Documents[doc].Text(span.Field), span))
}
