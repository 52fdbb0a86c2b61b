package vocab

import "sync"

// census is in how many documents each phrase stands by itself, as a whole core, and which phrases cues name.
type census struct {
	alone   index           // by digest: of cores, and cores without soft words at the head
	atLeast int32           // so many documents make a nested phrase a term
	names   index           // digests of folds that a cue names, of one word and more
	sieve   sieve           // of names
	stopped map[string]bool // first words of names that hold a word that parts phrases
}

// newCensus returns an empty census of n documents. A phrase inside another is a term where it stands alone in five documents; in a
// small corpus two must do.
func newCensus(n int) *census {
	return &census{atLeast: int32(min(5, max(2, n/400))), stopped: make(map[string]bool)}
}

// name makes what has a digest a term wherever it stands.
func (c *census) name(d uint64) {
	if d != nothing.of {
		c.names.at(d)
	}
}

// isNamed reports whether a cue names what has a digest.
func (c *census) isNamed(d uint64) bool {
	if !c.sieve.mayHold(d) {
		return false
	}
	_, named := c.names.get(d)
	return named
}

// aloneIn returns in how many documents what has a digest stands alone.
func (c *census) aloneIn(d uint64) int32 {
	n, _ := c.alone.get(d)
	return n
}

// sieve holds most of what is not in a set of digests back, in a small part of the memory that the set takes.
type sieve []uint64

// newSieve returns a sieve that lets the digests of an index through.
func newSieve(x *index) sieve {
	s := make(sieve, max(1, len(x.slots)/8))
	for i := range x.slots {
		if d := x.slots[i].digest; d != 0 {
			s[d>>6&uint64(len(s)-1)] |= 1 << (d & 63)
		}
	}
	return s
}

// mayHold reports whether a digest may be in the set; one in ten that is not may.
func (s sieve) mayHold(d uint64) bool {
	return s[d>>6&uint64(len(s)-1)]>>(d&63)&1 == 1
}

// noted is what is counted and noted of some documents before terms are found.
type noted struct {
	cores
	long   []string // the keys of abbreviations, and of compounds whose parts blanks part
	proper []uint64 // the digests of words that are names here
}

// cores counts the cores of some documents, in the order in which they are met.
type cores struct {
	place *index
	of    []coreCount
}

// places are indexes that have served to count the cores of a chunk of documents.
type places struct{ idle sync.Pool }

// begin makes room to count the cores of a chunk of documents.
func (p *places) begin(c *cores) {
	place, ok := p.idle.Get().(*index)
	if !ok {
		x := newIndex(32 * chunkSize)
		place = &x
	}
	c.place, c.of = place, make([]coreCount, 0, 16*chunkSize)
}

// end leaves what was counted, and the index for others.
func (p *places) end(c *cores) {
	c.place.reset()
	p.idle.Put(c.place)
	c.place = nil
}

type coreCount struct {
	digest          uint64
	documents, last int32 // in how many, and the last of them, plus one
}

// add counts a core of a document.
func (c *cores) add(doc int, d uint64) {
	at, isNew := c.place.at(d)
	if isNew {
		*at = int32(len(c.of))
		c.of = append(c.of, coreCount{digest: d})
	}
	if of := &c.of[*at]; of.last != int32(doc)+1 {
		of.last = int32(doc) + 1
		of.documents++
	}
}

// count counts the cores of a document, each once.
func (c *cores) count(doc int, us []unit) {
	for ch := range chunks(us) {
		whole := core(us, ch)
		b := bare(us, whole)
		if whole != b {
			c.add(doc, digestOfRun(us, whole).of)
		}
		if b.first < b.last {
			c.add(doc, digestOfRun(us, b).of)
		}
	}
}

// join adds what was counted of some documents.
func (c *census) join(next *noted) {
	for _, d := range next.proper {
		c.name(d)
	}
	for i := range next.of {
		n, _ := c.alone.at(next.of[i].digest)
		*n += next.of[i].documents
	}
}
