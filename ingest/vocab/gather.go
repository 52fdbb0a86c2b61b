package vocab

import (
	"slices"

	"papergraph/ingest"
)

// facts is what is gathered about one term.
type facts struct {
	digest      uint64 // of the fold
	fold        string
	heading     heading
	evidence    evidence
	surfaces    surfaces
	documents   int
	heard       int32 // in how many documents of the background it is taken to stand
	first, last int32 // the documents counted first and last
	word        bool  // a plain word; then there is no evidence, and first and last are not known
	short       bool  // an abbreviation stands for it somewhere
}

// surfaces counts how often a term is written in which way, in the order in which these are met; most terms have one.
type surfaces []surfaceCount

type surfaceCount struct {
	surface string
	times   int
}

func (s *surfaces) add(surface string, times int) {
	for i := range *s {
		if (*s)[i].surface == surface {
			(*s)[i].times += times
			return
		}
	}
	*s = append(*s, surfaceCount{surface, times})
}

// term numbers a new term.
func (g *gatherer) term(d uint64, fold string) int32 {
	n := int32(len(g.facts))
	g.meet(d).number = n
	g.facts = append(g.facts, facts{digest: d, fold: fold, heading: headingOf(fold), first: -1, last: -1})
	return n
}

// join adds the terms of the documents that follow, and returns the way from their numbers.
func (b *builder) join(next []facts) []int32 {
	renumber := make([]int32, len(next))
	for i := range next {
		f := &next[i]
		n, isNew := b.numbers.at(f.digest)
		if isNew {
			*n = int32(len(b.facts))
			b.facts = append(b.facts, *f)
		} else {
			b.facts[*n].join(f)
		}
		renumber[i] = *n
	}
	return renumber
}

func (f *facts) join(next *facts) {
	for _, s := range next.surfaces {
		f.surfaces.add(s.surface, s.times)
	}
	f.evidence.join(&next.evidence)
	f.documents += next.documents
	f.last = next.last
	f.short = f.short || next.short
}

// gatherer gathers the terms of a chunk of documents. Mentions have the numbers of plain words, or above these those of its
// own terms.
type gatherer struct {
	*builder
	wordCount
	runs
	facts    []facts // of its own terms, not those of the builder
	above    int32   // so many plain words
	mentions []Mention
	pairs    [][2]uint64 // digests of names side by side in lists
}

func newGatherer(b *builder) *gatherer {
	return &gatherer{
		runs: runs{place: newIndex(32 * chunkSize)}, facts: make([]facts, 0, 32*chunkSize),
		wordCount: newWordCount(b), builder: b, above: int32(len(b.words.folds)),
	}
}

// wished numbers the term that stands for a key, whose digest is given, by its other spellings and the reader's wishes; -1 for
// none.
func (g *gatherer) wished(d uint64, key string) int32 {
	fold := g.wishes.of(g.reader.same.of(key))
	if fold == key {
		return g.term(d, fold)
	}
	n := int32(unwanted)
	if fold != "" {
		own := digestOf(fold).of
		if n = g.meet(own).number; n == unnumbered {
			n = g.term(own, fold)
		}
	}
	g.meet(d).number = n
	return n
}

// add notes a mention of a term.
func (g *gatherer) add(doc int, n int32, span ingest.Span, surface string) *facts {
	f := &g.facts[n]
	if f.last != int32(doc) {
		if f.last < 0 {
			f.first = int32(doc)
		}
		f.last = int32(doc)
		f.documents++
	}
	f.surfaces.add(surface, 1)
	g.mentions = append(g.mentions, Mention{g.above + n, span})
	return f
}

// gather finds the terms of documents from to to-1, whose units are not needed any more but for abbreviations.
func (g *gatherer) gather(from, to int) {
	for doc := from; doc < to; doc++ {
		g.mentions = g.mentions[:0]
		us := g.units[doc]
		g.mention(doc, us)
		g.besides(us)
		g.builder.mentions[doc] = slices.Clone(g.mentions)
		g.abbreviated[doc], g.units[doc] = g.abbreviations(us), nil
	}
}
