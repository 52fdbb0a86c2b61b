package vocab

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// titleCount is how much a mention in the title counts; three did best on graded neighbours of 274 papers.
const titleCount = 3

// Options says by what light a corpus is read.
type Options struct {
	Background Background    // may be nil
	Wishes     []ingest.Wish // what the reader decides about terms; it goes before all else
}

// Build makes the vocabulary of a corpus from what was found in its documents, given by document number. The error is that
// of ctx, or says which of the reader's replacements form a circle. O(words) time and space but for the joined long names, of
// which each document has a few.
func Build(ctx context.Context, c *ingest.Corpus, found []extract.Found, o Options) (*Vocabulary, error) {
	b, err := newBuilder(ctx, c, found, o)
	if err != nil {
		return nil, err
	}
	if err := each(ctx, len(found), func(doc int) { b.units[doc] = b.reader.units(doc, &found[doc]) }); err != nil {
		return nil, err
	}
	b.census = newCensus(b.units, b.background)
	b.named()
	if err := each(ctx, len(found), b.mention); err != nil {
		return nil, err
	}
	return b.vocabulary(ctx)
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
	units      [][]unit
	census     *census

	names    map[string]bool // folds that a cue names, of one word and more
	number   map[string]int32
	folds    []string
	facts    []facts
	mentions [][]Mention

	introductions [][]Introduction // by document, in the order of the text
	contested     map[contest]bool
	wishes        *wishes
	warnings      []ingest.Warning // of wishes
	stopped       map[string]bool  // first words of names that hold a word that parts phrases
}

// facts is what is gathered about one term.
type facts struct {
	evidence  evidence
	surfaces  map[string]int // by surface: in how many documents
	documents int
	last      int32 // the document counted last, plus one
	word      bool  // a plain word
	short     bool  // an abbreviation stands for it somewhere
}

func newBuilder(ctx context.Context, c *ingest.Corpus, found []extract.Found, o Options) (*builder, error) {
	forms, err := newForms(ctx, found)
	if err != nil {
		return nil, err
	}
	written := countCompounds(found, forms)
	back := background{o.Background}
	r := &reader{forms: forms, joined: written.splits(), cased: casedNames(found, forms)}
	r.senses = newSenses(found, r.phrase)
	r.senses.elsewhere.background = back
	r.senses.elsewhere.learn(found, r.senses.defining, r.fold)
	b := &builder{
		background: back, corpus: c, found: found, reader: r, units: make([][]unit, len(found)),
		names: make(map[string]bool), stopped: make(map[string]bool), number: make(map[string]int32), mentions: make([][]Mention, len(found)),
	}
	if err := b.wish(o.Wishes); err != nil {
		return nil, err
	}
	return b, forms.read(ctx, r)
}

// named notes what cues and definitions name, here and in the background, so that it is a term wherever it stands.
func (b *builder) named() {
	for doc := range b.found {
		for _, n := range b.found[doc].Names {
			b.names[b.reader.name(n.Surface)] = true
		}
		b.nameBrought(doc)
		for _, d := range b.found[doc].Definitions {
			if extract.ClassOf(strings.ToLower(d.Long)) < extract.Stop {
				b.names[b.reader.phrase(d.Long)] = true
			}
		}
	}
	for long := range b.reader.senses.elsewhere.written {
		b.names[long] = true
	}
	delete(b.names, "")
}

// term returns the provisional number of the term with the fold.
func (b *builder) term(fold string) int32 {
	n, ok := b.number[fold]
	if !ok {
		n = int32(len(b.folds))
		b.number[fold] = n
		b.folds = append(b.folds, fold)
		b.facts = append(b.facts, facts{surfaces: make(map[string]int, 1)})
	}
	return n
}

// add notes a mention of a term.
func (b *builder) add(doc int, fold string, span ingest.Span, surface string, short, word bool) int32 {
	n := b.term(fold)
	f := &b.facts[n]
	if f.last != int32(doc)+1 {
		f.last = int32(doc) + 1
		f.documents++
	}
	f.word, f.short = word, f.short || short
	f.surfaces[surface]++
	b.mentions[doc] = append(b.mentions[doc], Mention{n, span})
	return n
}

// mention finds the terms of one document.
func (b *builder) mention(doc int) {
	us := b.units[doc]
	for _, ch := range chunks(us) {
		whole := core(us, ch)
		outer := bare(us, whole)
		if b.census.hasBody(us, ch) {
			b.mentionRun(doc, us, ch)
		}
		for i := ch.first; i < ch.last; i++ {
			for j := i + 1; j <= min(ch.last, i+longest); j++ {
				r := chunk{i, j}
				if b.names[keyOf(us, r)] || j <= whole.last && b.census.isTerm(us, r, r == outer) {
					b.mentionRun(doc, us, r)
				}
			}
			b.mentionWords(doc, &us[i])
		}
	}
	b.linkedNames(doc, us)
	b.stoppedNames(doc, us)
	b.cueNames(doc)
}

// linkedNames finds long forms that a function word holds together: mixture of experts.
func (b *builder) linkedNames(doc int, us []unit) {
	for i := range us {
		key, linked := us[i].key, false
		for j := i + 1; j < min(len(us), i+2*longest); j++ {
			switch {
			case us[j].joined:
				key += " " + us[j].key
			case us[j].linked(&us[j-1]):
				key += " " + us[j].before + " " + us[j].key
				linked = true
			default:
				j = len(us)
				continue
			}
			if linked && b.names[key] {
				b.mentionAs(doc, key, us, chunk{i, j + 1})
			}
		}
	}
}

// mentionRun notes a run of units as a term, with what speaks for its kind.
func (b *builder) mentionRun(doc int, us []unit, r chunk) { b.mentionAs(doc, keyOf(us, r), us, r) }

func (b *builder) mentionAs(doc int, key string, us []unit, r chunk) {
	if key = b.wishes.of(key); key == "" {
		return
	}
	head, last := &us[r.first], &us[r.last-1]
	span := ingest.Span{Field: head.Field, Start: head.Start, End: last.End}
	surface := surfaceOf(b.corpus.Documents[doc].Text(span.Field), span)
	if r.last == r.first+1 {
		surface = head.surface
	}
	n := b.add(doc, key, span, surface, head.short && r.last == r.first+1, false)
	b.cueHead(&b.facts[n].evidence, key, us, r)
	if r.last == r.first+1 && head.shaped {
		cueName(&b.facts[n].evidence, us, r)
	}
}

// mentionWords notes a unit and its parts as plain words. Words that are terms too are counted as both: the block of words
// alone is what papers are likened by everywhere else, and it is the better for being whole.
func (b *builder) mentionWords(doc int, u *unit) {
	whole := b.wishes.of(u.key)
	if whole == "" && u.short {
		return
	}
	if strings.Contains(whole, " ") {
		b.add(doc, wordMark+whole, u.Span, u.surface, false, true)
	}
	asGiven := int(u.End-u.Start) == len(u.surface) && b.corpus.Documents[doc].Text(u.Field)[u.Start:u.End] == u.surface // else something was cleaned, and a part has the place of the whole
	for i := range u.form.parts {
		p, span := &u.form.parts[i], u.Span
		if asGiven {
			span.Start, span.End = u.Start+p.from, u.Start+p.to
		}
		b.add(doc, wordMark+p.fold, span, u.surface[p.from:p.to], false, true)
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
	terms, folds, renumber := b.numbered(b.keep())
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	v := &Vocabulary{
		Terms: terms, Warnings: b.unmetWishes(), phrase: b.reader.spelling, resolve: b.reader.termOf, folds: folds, mentions: b.mentions,
	}
	v.fill(renumber)
	v.adoptIntroductions(b, renumber)
	v.abbreviate(b)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err := hierarchize(v.Terms, folds); err != nil {
		return nil, err
	}
	v.weigh(b.background)
	return v, ctx.Err()
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
func (b *builder) numbered(kept []int32) ([]Term, []string, []int32) {
	type entry struct {
		Term
		fold string
		old  int32
	}
	entries := make([]entry, len(kept))
	for i, n := range kept {
		entries[i] = entry{b.describe(n), b.folds[n], n}
	}
	slices.SortFunc(entries, func(x, y entry) int { return cmp.Or(cmp.Compare(x.Key, y.Key), cmp.Compare(x.fold, y.fold)) })
	terms, folds := make([]Term, len(entries)), make([]string, len(entries))
	renumber := make([]int32, len(b.folds))
	for i := range renumber {
		renumber[i] = -1
	}
	for i, e := range entries {
		terms[i], folds[i], renumber[e.old] = e.Term, e.fold, int32(i)
	}
	return terms, folds, renumber
}
