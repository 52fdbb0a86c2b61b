package vocab

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/text"
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
// their spellings. The error is that
// of ctx, or says which of the reader's replacements form a circle. O(words) time and space but for the joined long names, of
// which each document has a few; at the peak some 50 kB a document, its text and what waits for the collector among them.
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

// linkedNames finds long forms that a function word holds together: mixture of experts.
func (g *gatherer) linkedNames(doc int, us []unit) {
	for first := 0; first < len(us); {
		last, links := first+1, 0
		for ; last < len(us) && (us[last].joined || us[last].linked); last++ {
			if !us[last].joined {
				links++
			}
		}
		if links > 0 {
			g.linkedIn(doc, us, chunk{first, last})
		}
		first = last
	}
}

// linkedIn finds them in a run of units between which nothing but linking words stands.
func (g *gatherer) linkedIn(doc int, us []unit, of chunk) {
	for i := of.first; i < of.last; i++ {
		d, linked := us[i].digest, false
		for j := i + 1; j < min(of.last, i+2*longest); j++ {
			if !us[j].joined {
				d = d.then(digest{hashOf(us[j].before()), digestBase})
				linked = true
			}
			d = d.then(us[j].digest)
			if linked && g.census.isNamed(d.of) {
				g.mentionLinked(doc, us, chunk{i, j + 1}, d)
			}
		}
	}
}

func (g *gatherer) mentionLinked(doc int, us []unit, r chunk, d digest) {
	n := g.meet(d.of).number
	if n == unnumbered {
		n = g.wished(d.of, linkedKey(us, r))
	}
	g.mentionAs(doc, n, us, r)
}

// linkedKey returns the key of a run of units with the words that link them.
func linkedKey(us []unit, r chunk) string {
	var key strings.Builder
	key.WriteString(us[r.first].key)
	for i := r.first + 1; i < r.last; i++ {
		if !us[i].joined {
			key.WriteString(" " + us[i].before())
		}
		key.WriteString(" " + us[i].key)
	}
	return key.String()
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

func isDash(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '\u2013', '_':
		return true
	}
	return false
}

// wordMark leads the folds of plain words, so that a word and a concept of one spelling stay apart.
const wordMark = "\x01"

// vocabulary numbers the terms by key and makes the matrix.
func (b *builder) vocabulary(ctx context.Context) (*Vocabulary, error) {
	b.introduce()
	b.reader.forget()
	terms, folds, renumber, err := b.numbered(ctx, b.keep())
	if err != nil {
		return nil, err
	}
	v := &Vocabulary{
		Terms: terms, Warnings: b.unmetWishes(), phrase: b.reader.spelling, resolve: b.reader.termOf, folds: folds, byFold: b.numbers, mentions: b.mentions,
		background: b.background,
	}
	if err := v.fill(ctx, renumber, b.workers); err != nil {
		return nil, err
	}
	v.adoptIntroductions(b, renumber)
	var abbreviated, ordered, weighed error
	together(b.workers,
		func() { abbreviated = v.abbreviate(ctx, b) },
		func() { ordered = v.hierarchize(b.corpus) },
		func() { weighed = v.weigh(ctx, b.background.idf(v.Documents()), b.heard, b.workers) },
	)
	return v, cmp.Or(abbreviated, ordered, weighed)
}

// spelling returns the fold of the term that a phrase given as text is of.
func (r *reader) spelling(s string) string { return r.wishes.of(r.phrase(s)) }

// termOf does the same for a name or an abbreviation as it stands.
func (r *reader) termOf(s string) string { return r.wishes.of(r.resolve(s)) }

// keep returns the provisional numbers of terms worth a number: words of one document, which link nothing, are left out.
func (b *builder) keep() []int32 {
	var kept []int32
	for n := range b.facts {
		if f := &b.facts[n]; !f.word || f.documents > 1 {
			kept = append(kept, int32(n))
		}
	}
	return kept
}

// numbered makes the terms in the order of their keys, with their folds and the way from provisional numbers.
func (b *builder) numbered(ctx context.Context, kept []int32) ([]Term, []string, []int32, error) {
	described, order := make([]Term, len(kept)), make([]sortable, len(kept))
	err := inChunks(ctx, b.workers, len(kept), func(_, from, to int) {
		for i := from; i < to; i++ {
			described[i] = b.describe(&b.facts[kept[i]])
			order[i] = sortableOf(described[i].Key, i)
		}
	})
	b.decideTogether(kept, described)
	slices.SortFunc(order, func(x, y sortable) int {
		if x.head != y.head {
			return cmp.Compare(x.head, y.head)
		}
		return cmp.Or(cmp.Compare(x.next, y.next), cmp.Compare(described[x.at].Key, described[y.at].Key), cmp.Compare(b.facts[kept[x.at]].fold, b.facts[kept[y.at]].fold))
	})
	folds, renumber := make([]string, len(kept)), make([]int32, len(b.facts))
	b.heard = make([]int32, len(kept))
	for i := range renumber {
		renumber[i] = -1
	}
	for i, o := range order {
		old := kept[o.at]
		folds[i], renumber[old], b.heard[i] = b.facts[old].fold, int32(i), b.facts[old].heard
	}
	arrange(described, order)
	return described, folds, renumber, err
}

// arrange puts terms in an order, which is lost, without room for a second list of them: it follows each circle of places.
func arrange(terms []Term, order []sortable) {
	for start := range order {
		first, to := terms[start], start
		for order[to].at != start {
			from := order[to].at
			terms[to], order[to].at = terms[from], to
			to = from
		}
		terms[to], order[to].at = first, to
	}
}

// decideTogether amends the kinds of terms by those of others.
func (b *builder) decideTogether(kept []int32, described []Term) {
	terms := make([]*Term, len(b.facts)) // by provisional number
	for i, n := range kept {
		terms[n] = &described[i]
	}
	b.sayOnce(terms)
	b.befriend(terms)
}

// sortable is a key's first sixteen bytes as two numbers that are ordered as they are, so that sorting seldom looks at keys.
type sortable struct {
	head, next uint64
	at         int
}

func sortableOf(key string, at int) sortable {
	var bytes [16]byte
	copy(bytes[:], key)
	return sortable{binary.BigEndian.Uint64(bytes[:8]), binary.BigEndian.Uint64(bytes[8:]), at}
}
