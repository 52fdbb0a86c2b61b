package vocab

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// Role says what a document has to do with a named method, data set or metric.
type Role uint8

// The roles. A term of another kind has none.
const (
	NoRole Role = iota
	Introduces
	Uses
)

var roleNames = [...]string{"", "introduces", "uses"}

// String returns the name that the role has in answers, "" for none.
func (r Role) String() string { return roleNames[r] }

// Introduction is a place where a document says that a term is its own.
type Introduction struct {
	Mention
	By   extract.Bringing
	Sure bool // else no link should rest on it
}

// bringingWords tell by what a document was seen to introduce a term.
var bringingWords = [...]string{"proposed here", "given its name here", "called the paper's own", "named by the title"}

// Role returns what a document has to do with a term that it mentions.
func (v *Vocabulary) Role(doc int, term int32) Role {
	switch v.Terms[term].Kind {
	case ingest.Method, ingest.Dataset, ingest.Metric:
	default:
		return NoRole
	}
	if _, ok := v.Introduction(doc, term); ok {
		return Introduces
	}
	return Uses
}

// Introduction returns where a document says that a term is its own, and whether it does.
func (v *Vocabulary) Introduction(doc int, term int32) (Introduction, bool) {
	is := v.introductions[doc]
	at, ok := slices.BinarySearchFunc(is, term, func(i Introduction, t int32) int { return cmp.Compare(i.Term, t) })
	if !ok {
		return Introduction{}, false
	}
	return is[at], true
}

// Introductions returns what a document introduces, ascending by term. The slice must not be written to.
func (v *Vocabulary) Introductions(doc int) []Introduction { return v.introductions[doc] }

// claim is a word of a document that a term, under its provisional number, is its own.
type claim struct {
	Introduction
	doc  int
	kind ingest.Kind
}

const (
	// maxDoubted is in how many other documents a term may stand that a document only seems to introduce: what many write of
	// is more likely theirs too.
	maxDoubted = 2
	// maxPlain is in how many documents a phrase in small letters may stand and still be one's own.
	maxPlain = 10
	// ahead is by how many years a document may be older than the one that introduces what it writes of: preprints are read
	// before they are printed.
	ahead = 1
)

// introduce finds what each document introduces, under provisional numbers, and what that says of kinds. A claim that is not
// sure counts only where no other document has one that is, and few others write of the term; none counts where older
// documents write of it.
func (b *builder) introduce() {
	b.introductions = make([][]Introduction, len(b.found))
	b.contested = make(map[contest]bool)
	var claims []claim
	sure := make(map[int32]int) // by term: a document with a sure claim, plus one; -1 for several
	for doc := range b.found {
		claims = b.claims(claims, doc)
	}
	first := b.firstYears()
	for _, c := range claims {
		switch {
		case !c.Sure || sure[c.Term] == c.doc+1:
		case sure[c.Term] == 0:
			sure[c.Term] = c.doc + 1
		default:
			sure[c.Term] = -1
		}
	}
	for _, c := range claims {
		believed := c.Sure || sure[c.Term] == c.doc+1 || sure[c.Term] == 0 && b.facts[c.Term].documents <= 1+maxDoubted
		if year := b.corpus.Documents[c.doc].Year; !believed || year != 0 && first[c.Term] < year-ahead || b.isCommon(&c) || b.isWidespread(&c) || b.isSpelledByMany(&c) {
			if c.Sure {
				b.contested[contest{c.doc, c.Term}] = true
			}
			continue
		}
		b.introductions[c.doc] = append(b.introductions[c.doc], c.Introduction)
		b.facts[c.Term].evidence.add(cueBrought, c.kind)
	}
}

// firstYears returns by term the first known year in which a document writes of it, MaxInt where none is known.
func (b *builder) firstYears() []int {
	first := make([]int, len(b.facts))
	for n := range first {
		first[n] = math.MaxInt
	}
	for doc, ms := range b.mentions {
		year := b.corpus.Documents[doc].Year
		if year == 0 {
			continue
		}
		for _, m := range ms {
			first[m.Term] = min(first[m.Term], year)
		}
	}
	return first
}

// isCommon reports whether a claim is of words that many documents hold and that the claiming one writes in small letters, but
// gives no name.
func (b *builder) isCommon(c *claim) bool {
	if c.By == extract.Christened || b.facts[c.Term].short || b.facts[c.Term].documents <= maxPlain {
		return false
	}
	given := b.corpus.Documents[c.doc].Abstract
	for _, m := range b.mentions[c.doc] {
		if m.Term == c.Term && m.Field == ingest.Abstract && given[m.Start:m.End] != strings.ToLower(given[m.Start:m.End]) {
			return false
		}
	}
	return true
}

// contest is a document and a term that it claims though the term is another's, or nobody's.
type contest struct {
	doc  int
	term int32
}

// Contests reports whether a document gives a term's name to something of its own, though it does not introduce the term.
func (v *Vocabulary) Contests(doc int, term int32) bool { return v.contested[contest{doc, term}] }

// claims appends what a document claims as its own, in the order of the text.
func (b *builder) claims(dst []claim, doc int) []claim {
	for i := range b.found[doc].Brought {
		br := &b.found[doc].Brought[i]
		m, ok := b.broughtTerm(doc, br)
		if !ok || isSubject(br.Surface) {
			continue
		}
		if b.isBorrowed(doc, br.Surface) {
			b.contested[contest{doc, m.Term}] = true
			continue
		}
		dst = append(dst, claim{Introduction{m, br.By, br.Sure && !b.isRecalled(doc, br)}, doc, br.Kind})
	}
	return dst
}

// isSubject reports whether a surface is in small letters and names no method by itself: a word of every paper, or a task.
func isSubject(surface string) bool {
	if surface != strings.ToLower(surface) {
		return false
	}
	if !strings.ContainsAny(surface, " -") {
		return extract.ClassOf(surface) != extract.Plain
	}
	h, _ := extract.HeadOf(lastWord(extract.Fold(surface)))
	return h.Kind == ingest.Task
}

// isBorrowed reports whether a name that a document brings is read as what only other documents say that it is short for: then it
// is a name of its own.
func (b *builder) isBorrowed(doc int, surface string) bool {
	short := shortForm(surface)
	_, own := b.reader.senses.own[doc][short]
	_, known := b.reader.senses.of(doc, short)
	return known && !own
}

// broughtTerm returns the mention of what is brought: of the term that stands exactly there.
func (b *builder) broughtTerm(doc int, br *extract.Brought) (Mention, bool) {
	var best Mention
	found := false
	for _, m := range b.mentions[doc] {
		if m.Field != br.Field || m.Start < br.Start || m.End > br.End || b.facts[m.Term].word {
			continue
		}
		if m.Start == br.Start && m.End == br.End {
			best, found = m, true
		}
	}
	return best, found
}

// nameBrought notes the names of what a document brings, so that they are terms wherever they stand.
func (b *builder) nameBrought(doc int) {
	for i := range b.found[doc].Brought {
		br := &b.found[doc].Brought[i]
		if !br.Sure && br.Surface == strings.ToLower(br.Surface) {
			continue
		}
		b.nameStopped(b.reader.name(br.Surface), br.Surface)
	}
}

// stoppedNames finds names that hold a word that parts phrases elsewhere: guided flows, active testing.
func (g *gatherer) stoppedNames(doc int, us []unit) {
	for i := range us {
		if u := &us[i]; !u.stopped && (u.settled || !g.census.stopped[firstWord(u.key)]) {
			continue
		}
		d, parted := us[i].digest, false
		for j := i + 1; j < min(len(us), i+longest) && us[j].Field == us[i].Field && us[j].Start == us[j-1].End+1; j++ {
			d = d.then(us[j].digest)
			parted = parted || !us[j].joined
			if parted && g.census.isNamed(d.of) {
				g.mentionRun(doc, us, chunk{i, j + 1}, d)
			}
		}
	}
}

func firstWord(key string) string {
	first, _, _ := strings.Cut(key, " ")
	return first
}

// adoptIntroductions numbers what documents introduce anew and sorts it; of several places of one term the first stays that is
// sure.
func (v *Vocabulary) adoptIntroductions(b *builder, renumber []int32) {
	v.introductions = b.introductions
	v.contested = make(map[contest]bool, len(b.contested))
	for c := range b.contested {
		v.contested[contest{c.doc, renumber[c.term]}] = true
	}
	for _, is := range v.introductions {
		for i := range is {
			is[i].Term = renumber[is[i].Term]
		}
	}
	for doc, is := range v.introductions {
		slices.SortStableFunc(is, func(x, y Introduction) int { return cmp.Or(cmp.Compare(x.Term, y.Term), surer(x, y)) })
		v.introductions[doc] = slices.CompactFunc(is, func(x, y Introduction) bool { return x.Term == y.Term })
	}
}

// surer puts what is sure first.
func surer(x, y Introduction) int {
	switch {
	case x.Sure == y.Sure:
		return 0
	case x.Sure:
		return -1
	}
	return 1
}
