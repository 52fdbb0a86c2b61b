package vocab

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// Limits of what Tally keeps: what stands in fewer documents is as good as new, and would double the size.
const (
	leastDocuments = 5 // of a term
	leastDefining  = 2 // of a sense
	leastCues      = 2 // of a kind told by one cue
	companyOfSense = 48
)

// Tally counts what a large corpus teaches about terms, to read small ones by. The error is that of ctx. O(words) time,
// about 2,500 documents a second, and 25 kB a document while it counts.
func Tally(ctx context.Context, c *ingest.Corpus) (ingest.Background, error) {
	t := &tally{corpus: c, found: make([]extract.Found, len(c.Documents)), terms: make(map[string]*termTally)}
	r := extract.NewReader(extract.NewSpellings())
	if err := each(ctx, len(t.found), func(doc int) { t.found[doc] = r.Document(&c.Documents[doc]) }); err != nil {
		return ingest.Background{}, err
	}
	forms := newForms(t.found)
	t.compounds = countCompounds(t.found, forms)
	t.reader = &reader{forms: forms, joined: t.compounds.splits()}
	if err := forms.read(ctx, t.reader, 1); err != nil {
		return ingest.Background{}, err
	}
	if err := each(ctx, len(t.found), t.document); err != nil {
		return ingest.Background{}, err
	}
	b := ingest.Background{Documents: len(t.found), Terms: t.kept(), Splits: t.splits()}
	var err error
	b.Shorts, err = t.shorts(ctx)
	return b, err
}

// tally counts terms while documents pass.
type tally struct {
	corpus    *ingest.Corpus
	found     []extract.Found
	compounds compounds
	reader    *reader
	terms     map[string]*termTally
}

type termTally struct {
	all, alone, noun documentCount
	cues             map[kindCue]*documentCount
}

// documentCount counts documents, which pass in order.
type documentCount struct {
	documents int32
	last      int32 // the document counted last, plus one
}

func (c *documentCount) add(doc int) {
	if c.last != int32(doc)+1 {
		c.last = int32(doc) + 1
		c.documents++
	}
}

type kindCue struct {
	cue  ingest.Cue
	kind ingest.Kind
}

func (t *tally) term(key string) *termTally {
	n, ok := t.terms[key]
	if !ok {
		n = &termTally{}
		t.terms[strings.Clone(key)] = n
	}
	return n
}

func (t *tally) count(doc int, key string) {
	if key != "" {
		t.term(key).all.add(doc)
	}
}

func (t *tally) countAlone(doc int, key string) {
	if key != "" {
		t.term(key).alone.add(doc)
	}
}

// countNoun counts the last word of a core where its place is a noun's: behind another word of the core, or alone behind an
// article or before "of".
func (t *tally) countNoun(doc int, us []unit, whole chunk) {
	last := whole.last - 1
	of := last+1 < len(us) && us[last+1].before() == "of" && us[last+1].isLinked(&us[last])
	if whole.first == last && !of && !articles[us[last].before()] {
		return
	}
	t.term(us[last].key).noun.add(doc)
}

var articles = map[string]bool{"a": true, "an": true, "the": true, "this": true, "our": true, "its": true, "their": true, "each": true, "every": true}

func (t *tally) countKind(doc int, key string, c ingest.Cue, k ingest.Kind) {
	n := t.term(key)
	if n.cues == nil {
		n.cues = make(map[kindCue]*documentCount)
	}
	at, ok := n.cues[kindCue{c, k}]
	if !ok {
		at = &documentCount{}
		n.cues[kindCue{c, k}] = at
	}
	at.add(doc)
}

// document counts the runs, words and names of a document. Short forms count as written, and where the document says what
// they stand for as that too.
func (t *tally) document(doc int) {
	f := &t.found[doc]
	own := make(map[string]string)
	for _, d := range f.Definitions {
		if short := shortForm(d.Short); own[short] == "" {
			own[short] = t.reader.phrase(d.Long)
		}
	}
	us := t.units(doc, f)
	for ch := range chunks(us) {
		t.chunk(doc, us, ch)
	}
	for i := range us {
		t.word(doc, &us[i])
		t.count(doc, own[shortForm(us[i].surface())])
	}
	for _, long := range own {
		t.count(doc, long)
	}
	for _, n := range f.Names {
		t.named(doc, n)
	}
}

func (t *tally) units(doc int, f *extract.Found) []unit {
	us := make([]unit, len(f.Words))
	for i := range f.Words {
		t.reader.unit(&us[i], &f.Words[i], &t.reader.forms.all[t.reader.forms.of[doc][i]])
	}
	return us
}

// chunk counts the runs of a chunk that can be terms.
func (t *tally) chunk(doc int, us []unit, ch chunk) {
	whole := core(us, ch)
	outer := bare(us, whole)
	if whole.first < whole.last {
		t.countAlone(doc, keyOf(us, whole))
		t.countAlone(doc, keyOf(us, outer))
		t.countNoun(doc, us, whole)
	}
	if t.uses(doc, us, outer); whole != outer {
		t.uses(doc, us, whole)
	}
	for i := ch.first; i < ch.last; i++ {
		for j := i + 1; j <= min(ch.last, i+longest); j++ {
			t.count(doc, keyOf(us, chunk{i, j}))
		}
		if us[i].shaped {
			t.name(doc, us, chunk{i, i + 1}, outer == chunk{i, i + 1})
		}
	}
}

// name counts a name as it is written, and what stands around it.
func (t *tally) name(doc int, us []unit, r chunk, alone bool) {
	key := shortForm(us[r.first].surface())
	if key == us[r.first].key {
		alone = false // counted already
	}
	t.count(doc, key)
	if alone {
		t.countAlone(doc, key)
	}
	var e evidence
	cueName(&e, us, r)
	for k := range ingest.Word {
		if e.times(cueAfter, k) > 0 {
			t.countKind(doc, key, ingest.CueAfter, k)
		}
		if e.times(cueOn, k) > 0 {
			t.countKind(doc, key, ingest.CueOn, k)
		}
	}
}

// uses counts whether a core, and what stands in it before a noun for methods, is put to use.
func (t *tally) uses(doc int, us []unit, r chunk) {
	for ; r.first < r.last; r.last-- {
		if usedBefore(us, r) > 0 {
			t.use(doc, us, r, ingest.CueUsed)
		}
		if isUsedBehind(us, r) {
			t.use(doc, us, r, ingest.CueAfter)
		}
		if !us[r.last-1].serves {
			return
		}
	}
}

// use counts that a run is put to use: under its key, and a name behind such a word as it is written too.
func (t *tally) use(doc int, us []unit, r chunk, c ingest.Cue) {
	key := keyOf(us, r)
	t.countKind(doc, key, c, ingest.Method)
	if u := &us[r.first]; c == ingest.CueUsed && r.last == r.first+1 && u.shaped && shortForm(u.surface()) != key {
		t.countKind(doc, shortForm(u.surface()), c, ingest.Method)
	}
}

// word counts a unit and its parts as words, as mentionWords does.
func (t *tally) word(doc int, u *unit) {
	for i := range u.form.parts {
		t.count(doc, u.form.parts[i].fold)
	}
}

// named counts what a cue names.
func (t *tally) named(doc int, n extract.Name) {
	key := writtenKey(n.Surface)
	if key == "" {
		key = t.reader.phrase(n.Surface)
	}
	if key == "" {
		return
	}
	t.count(doc, key)
	if n.Cue == extract.Titled {
		t.countKind(doc, key, ingest.CueTitle, titleKind(t.corpus.Documents[doc].Title))
	} else {
		t.countKind(doc, key, ingest.CueCalled, ingest.Method)
	}
}

// writtenKey returns the key of a name of one word that small letters would make another (GPT-3), or else "".
func writtenKey(surface string) string {
	inside := strings.IndexFunc(surface[min(1, len(surface)):], func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) })
	if inside < 0 || strings.Contains(surface, " ") {
		return ""
	}
	return shortForm(surface)
}

// kept returns the terms of enough documents, by key. Of phrases only those are kept that stand alone somewhere or that a cue
// names: what stands inside others only is no term.
func (t *tally) kept() []ingest.TermCount {
	var kept []ingest.TermCount
	for key, n := range t.terms {
		if n.all.documents < leastDocuments {
			continue
		}
		kept = append(kept, ingest.TermCount{Key: key, Documents: int(n.all.documents), Alone: int(n.alone.documents), Noun: int(n.noun.documents), Kinds: n.kinds()})
	}
	slices.SortFunc(kept, func(a, b ingest.TermCount) int { return cmp.Compare(a.Key, b.Key) })
	return kept
}

func (n *termTally) kinds() []ingest.KindCount {
	var kinds []ingest.KindCount
	for k, at := range n.cues {
		if at.documents >= leastCues || k.cue == ingest.CueTitle {
			kinds = append(kinds, ingest.KindCount{Cue: k.cue, Kind: k.kind, Documents: int(at.documents)})
		}
	}
	slices.SortFunc(kinds, func(a, b ingest.KindCount) int { return cmp.Or(cmp.Compare(a.Cue, b.Cue), cmp.Compare(a.Kind, b.Kind)) })
	return kinds
}

// splits returns the compounds that enough documents write in one and enough apart.
func (t *tally) splits() []ingest.Split {
	var splits []ingest.Split
	for joined, apart := range t.reader.joined {
		n := t.compounds.apart[[2]string{joined, apart}]
		if n >= leastDocuments && t.compounds.joined[joined] >= leastDocuments {
			splits = append(splits, ingest.Split{Joined: joined, Apart: apart, Documents: n})
		}
	}
	slices.SortFunc(splits, func(a, b ingest.Split) int { return cmp.Compare(a.Joined, b.Joined) })
	return splits
}
