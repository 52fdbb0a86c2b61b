package vocab

import (
	"context"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// TitleCount is how much a mention in the title counts; three did best on graded neighbours of 274 papers.
const TitleCount = 3

// Options says by what light a corpus is read.
type Options struct {
	Background Background    // may be nil
	Wishes     []ingest.Wish // what the reader decides about terms; it goes before all else
	Workers    int           // on how many cores to work, 0 for all; the result does not depend on it
}

// Build makes the vocabulary of a corpus from what was found in its documents, given by document number, by readers that share
// their spellings. The error is that of ctx, or says which of the reader's replacements form a circle. O(words) time and space but
// for the joined long names, of which each document has a few; at the peak some 25 kB a document are in use, its text and what was
// found in it among them.
func Build(ctx context.Context, c *ingest.Corpus, found []extract.Found, o Options) (*Vocabulary, error) {
	b, err := newBuilder(ctx, c, found, o)
	if err != nil {
		return nil, err
	}
	if err := b.takeCensus(ctx); err != nil {
		return nil, err
	}
	if err := b.gather(ctx); err != nil {
		return nil, err
	}
	return b.vocabulary(ctx)
}

// takeCensus reads the documents as units, and counts and notes what is asked of all of them before terms are found.
func (b *builder) takeCensus(ctx context.Context) error {
	parts := make([]noted, chunksOf(len(b.found)))
	var places places
	err := inChunks(ctx, b.workers, len(b.found), func(c, from, to int) {
		places.begin(&parts[c].cores)
		for doc := from; doc < to; doc++ {
			us := b.reader.units(doc, &b.found[doc])
			b.units[doc] = us
			parts[c].long = appendLong(parts[c].long, us)
			parts[c].cores.count(doc, us)
			parts[c].proper = b.appendProper(parts[c].proper, us)
		}
		places.end(&parts[c].cores)
	})
	if err != nil {
		return err
	}
	b.numberWords(parts)
	for c := range parts {
		b.census.join(&parts[c])
	}
	b.nameTold()
	b.numbers, b.facts = newIndex(b.census.alone.used), slices.Grow(b.facts, b.census.alone.used) // most of what stands alone is a term
	return b.reader.forms.settle(ctx, b.census, b.background, b.workers)
}

// each calls do for documents 0 to n-1, and looks at ctx now and then.
func each(ctx context.Context, n int, do func(doc int)) error {
	for doc := range n {
		if doc%128 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		do(doc)
	}
	return ctx.Err()
}

// builder gathers terms under provisional numbers, in the order in which they are met.
type builder struct {
	background background
	corpus     *ingest.Corpus
	found      []extract.Found
	reader     *reader
	units      [][]unit // by document, until its terms are found
	census     *census
	workers    int

	mentions [][]Mention
	words    words
	numbers  index   // of terms, by digest of the fold
	facts    []facts // plain words under their own numbers, then terms, in the order in which they are met

	abbreviated   [][]unit         // by document: units that are abbreviations, or may be
	mates         [][2]int32       // names side by side in lists
	introductions [][]Introduction // by document, in the order of the text
	contested     map[contest]bool
	wishes        *wishes
	warnings      []ingest.Warning // of wishes
	heard         []int32          // by term: in how many documents of the background it is taken to stand
}

func newBuilder(ctx context.Context, c *ingest.Corpus, found []extract.Found, o Options) (*builder, error) {
	forms := newForms(found)
	back := background{o.Background}
	r := &reader{forms: forms}
	var (
		bags *bags
		err  error
	)
	together(o.Workers,
		func() { written := countCompounds(found, forms); r.joined = written.splits() },
		func() { r.cased, r.proper = casedNames(found, forms, back) },
		func() { bags, err = newBags(ctx, forms, o.Workers) },
	)
	if err != nil {
		return nil, err
	}
	r.senses = newSenses(found, bags, r.phrase)
	r.same = r.senses.unify()
	r.senses.elsewhere.background = back
	if err := r.senses.elsewhere.learn(ctx, found, r, o.Workers); err != nil {
		return nil, err
	}
	b := &builder{
		background: back, corpus: c, found: found, reader: r, units: make([][]unit, len(found)), abbreviated: make([][]unit, len(found)),
		workers: o.Workers, census: newCensus(len(found)), mentions: make([][]Mention, len(found)),
	}
	if err := b.wish(o.Wishes); err != nil {
		return nil, err
	}
	if err := forms.read(ctx, r, o.Workers); err != nil {
		return nil, err
	}
	r.ties = newTies(found, forms, back)
	return b, nil
}

// nameTold notes what cues and definitions name, here and in the background, so that it is a term wherever it stands.
func (b *builder) nameTold() {
	for doc := range b.found {
		for _, n := range b.found[doc].Names {
			b.census.name(digestOf(b.reader.name(n.Surface)).of)
		}
		b.nameBrought(doc)
		for _, d := range b.found[doc].Definitions {
			if extract.ClassOf(strings.ToLower(d.Long)) < extract.Stop {
				b.census.name(digestOf(b.reader.phrase(d.Long)).of)
			}
		}
	}
	for long := range b.reader.same {
		b.census.name(digestOf(long).of)
	}
	for long := range b.reader.senses.elsewhere.written {
		b.census.name(digestOf(long).of)
	}
	b.census.sieve = newSieve(&b.census.names)
}

// commonWord is in how many of a thousand documents of the background a word stands that is no name, though the corpus has it with a
// capital only: English, Gaussian.
const commonWord = 2

// appendProper appends the digests of words that are put to use in a document and written with a capital as nowhere in small letters:
// Hyena. Such a word that is not put to use is a person's as often as not.
func (b *builder) appendProper(dst []uint64, us []unit) []uint64 {
	for ch := range chunks(us) {
		c := ch
		if ch.last > ch.first+1 {
			c = core(us, ch)
		}
		if c.last != c.first+1 {
			continue
		}
		u := &us[c.first]
		if u.capital && !u.shaped && (u.used > 0 || isUsedBehind(us, c)) && len(u.key) > 3 && b.reader.proper[u.key] && !b.background.isCommon(u.key) {
			dst = append(dst, u.digest.of)
		}
	}
	return dst
}

// gather finds the terms of all documents. Each chunk has numbers of its own first; they are joined in the order of chunks.
func (b *builder) gather(ctx context.Context) error {
	t := turnstile{builder: b, waiting: make(map[int]*gatherer), renumber: make([][]int32, chunksOf(len(b.found)))}
	err := inChunks(ctx, b.workers, len(b.found), func(c, from, to int) {
		g := t.enter()
		g.gather(from, to)
		t.pass(c, g)
	})
	if err != nil {
		return err
	}
	t.claim()
	b.spellWords(t.times)
	b.cueNames()
	words := int32(len(b.words.folds))
	return inChunks(ctx, b.workers, len(b.found), func(c, from, to int) {
		for _, ms := range b.mentions[from:to] {
			for i := range ms {
				if n := ms[i].Term - words; n >= 0 {
					ms[i].Term = t.renumber[c][n]
				}
			}
		}
	})
}
