package vocab

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/text"
)

// mention finds the terms of one document.
func (g *gatherer) mention(doc int, us []unit) {
	for ch := range chunks(us) {
		whole := core(us, ch)
		outer := bare(us, whole)
		g.uses(us, outer)
		if hasBody(us, ch) {
			g.mentionRun(doc, us, ch, digestOfRun(us, ch))
		}
		for i := ch.first; i < ch.last; i++ {
			d := nothing
			for j := i + 1; j <= min(ch.last, i+longest); j++ {
				r := chunk{i, j}
				d = d.then(us[j-1].digest)
				if g.isNamed(us, r, d) || j <= whole.last && g.isTerm(us, r, d, r == outer || r.first == outer.first && isProposed(us, r)) {
					g.mentionRun(doc, us, r, d)
				}
			}
			g.mentionWords(doc, &us[i])
			g.mentionBase(doc, &us[i])
		}
	}
	g.turned(doc, us)
	g.linkedNames(doc, us)
	g.stoppedNames(doc, us)
}

// mentionRun notes a run of units, whose key has the digest, as a term.
func (g *gatherer) mentionRun(doc int, us []unit, r chunk, d digest) {
	n := g.meet(d.of).number
	if n == unnumbered {
		n = g.wished(d.of, keyOf(us, r))
	}
	g.mentionAs(doc, n, us, r)
}

// mentionAs notes a run of units as a term, with what speaks for its kind; n is -1 where the reader wants no such term.
func (g *gatherer) mentionAs(doc int, n int32, us []unit, r chunk) {
	if n < 0 {
		return
	}
	head, last := &us[r.first], &us[r.last-1]
	span, surface, alone := head.Span, head.surface(), r.last == r.first+1
	if !alone {
		given := g.corpus.Documents[doc].Text(span.Field)
		from, to := text.Whole(given, int(head.Start), int(last.End))
		span.Start, span.End = int32(from), int32(to)
		surface = surfaceOf(given, span)
	}
	f := g.add(doc, n, span, surface)
	f.short = f.short || head.short && alone
	f.cueHead(us, r)
	if alone && head.shaped {
		cueName(&f.evidence, us, r)
	}
}

// mentionWords notes a unit and its parts as plain words. Words that are terms too are counted as both: the block of words
// alone is what papers are likened by everywhere else, and it is the better for being whole.
func (g *gatherer) mentionWords(doc int, u *unit) {
	whole := g.whole(u)
	if whole == muted && u.short {
		return
	}
	if whole >= 0 {
		g.addWord(doc, whole, u.Span)
		g.wholes = append(g.wholes, spelledWord{whole, u.surface()})
	}
	g.mentionParts(doc, u, u.form, 0)
}

// mentionParts notes the words of a form that begins at a byte of a unit's surface.
func (g *gatherer) mentionParts(doc int, u *unit, f *form, at int32) {
	if len(f.ends) > 0 {
		for _, e := range f.ends {
			g.mentionParts(doc, u, e.form, e.from)
		}
		return
	}
	g.times[f.number]++
	// Where something was cleaned a part has the place of the whole.
	asGiven := int(u.End-u.Start) == len(u.surface()) && g.corpus.Documents[doc].Text(u.Field)[u.Start:u.End] == u.surface()
	for i := range f.parts {
		p, span := &f.parts[i], u.Span
		if asGiven {
			span.Start, span.End = u.Start+at+p.from, u.Start+at+p.to
		}
		g.addWord(doc, p.word, span)
	}
}

// mentionBase notes what something is based on, where that is a term by itself: of transformer-based, the transformer.
func (g *gatherer) mentionBase(doc int, u *unit) {
	base, ok := strings.CutSuffix(u.surface(), "-based")
	if !ok || u.shaped || g.corpus.Documents[doc].Text(u.Field)[u.Start:u.End] != u.surface() {
		return
	}
	key := g.reader.phrase(base)
	if h, _ := extract.HeadOf(key); h.Field || extract.ClassOf(strings.ToLower(base)) != extract.Plain { // gradient-based, search-based
		return
	}
	d := digestOf(key).of
	if d == nothing.of || !g.census.isNamed(d) && g.census.aloneIn(d) < g.census.atLeast {
		return
	}
	n := g.meet(d).number
	if n == unnumbered {
		n = g.wished(d, key)
	}
	if n >= 0 {
		f := g.add(doc, n, ingest.Span{Field: u.Field, Start: u.Start, End: u.End - int32(len("-based"))}, base)
		f.evidence.usage.used++
	}
}
