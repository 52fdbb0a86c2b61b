package vocab

import (
	"cmp"
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
	By extract.Bringing
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
	sure bool
	kind ingest.Kind
}

// maxDoubted is in how many other documents a term may stand that a document only seems to introduce: what many write of is
// more likely theirs too.
const maxDoubted = 2

// introduce finds what each document introduces, under provisional numbers, and what that says of kinds. A claim that is not
// sure counts only where no other document has one that is, and few others write of the term.
func (b *builder) introduce() {
	b.introductions = make([][]Introduction, len(b.found))
	var claims []claim
	sure := make(map[int32]int) // by term: a document with a sure claim, plus one; -1 for several
	for doc := range b.found {
		claims = b.claims(claims, doc)
	}
	for _, c := range claims {
		switch {
		case !c.sure || sure[c.Term] == c.doc+1:
		case sure[c.Term] == 0:
			sure[c.Term] = c.doc + 1
		default:
			sure[c.Term] = -1
		}
	}
	for _, c := range claims {
		if c.sure || sure[c.Term] == c.doc+1 || sure[c.Term] == 0 && b.facts[c.Term].documents <= 1+maxDoubted {
			b.introductions[c.doc] = append(b.introductions[c.doc], c.Introduction)
			b.facts[c.Term].evidence.add(cueBrought, c.kind)
		}
	}
}

// claims appends what a document claims as its own, in the order of the text.
func (b *builder) claims(dst []claim, doc int) []claim {
	for i := range b.found[doc].Brought {
		br := &b.found[doc].Brought[i]
		m, ok := b.broughtTerm(doc, br)
		if !ok || !strings.ContainsAny(br.Surface, " -") && br.Surface == strings.ToLower(br.Surface) && extract.ClassOf(br.Surface) != extract.Plain {
			continue
		}
		dst = append(dst, claim{Introduction{m, br.By}, doc, br.Sure, br.Kind})
	}
	return dst
}

// broughtTerm returns the mention of what is brought: of the term that stands exactly there, else of the longest of several
// words that it ends with.
func (b *builder) broughtTerm(doc int, br *extract.Brought) (Mention, bool) {
	var best Mention
	rank := 0
	for _, m := range b.mentions[doc] {
		if m.Field != br.Field || m.Start < br.Start || m.End > br.End || b.facts[m.Term].word {
			continue
		}
		r := 0
		switch {
		case m.Start == br.Start && m.End == br.End:
			r = 1 << 20
		case m.End == br.End && strings.Contains(b.folds[m.Term], " "):
			r = int(m.End - m.Start)
		}
		if r > rank {
			best, rank = m, r
		}
	}
	return best, rank > 0
}

// nameBrought notes the names of what a document brings, so that they are terms wherever they stand.
func (b *builder) nameBrought(doc int) {
	for i := range b.found[doc].Brought {
		br := &b.found[doc].Brought[i]
		if !br.Sure && br.Surface == strings.ToLower(br.Surface) {
			continue
		}
		name := b.reader.name(br.Surface)
		b.names[name] = true
		first, _, several := strings.Cut(name, " ")
		for w := range strings.FieldsSeq(strings.ToLower(br.Surface)) {
			if several && extract.ClassOf(w) == extract.Stop {
				b.stopped[first] = true
			}
		}
	}
}

// stoppedNames finds names that hold a word that parts phrases elsewhere: guided flows, active testing.
func (b *builder) stoppedNames(doc int, us []unit) {
	for i := range us {
		first, _, _ := strings.Cut(us[i].key, " ")
		if !b.stopped[first] {
			continue
		}
		key, parted := us[i].key, false
		for j := i + 1; j < min(len(us), i+longest) && us[j].Field == us[i].Field && us[j].Start == us[j-1].End+1; j++ {
			key += " " + us[j].key
			parted = parted || !us[j].joined
			if parted && b.names[key] {
				b.mentionAs(doc, key, us, chunk{i, j + 1})
			}
		}
	}
}

// adoptIntroductions numbers what documents introduce anew and sorts it; of several places of one term the first stays.
func (v *Vocabulary) adoptIntroductions(b *builder, renumber []int32) {
	v.introductions = b.introductions
	for _, is := range v.introductions {
		for i := range is {
			is[i].Term = renumber[is[i].Term]
		}
	}
	for doc, is := range v.introductions {
		slices.SortStableFunc(is, func(x, y Introduction) int { return cmp.Compare(x.Term, y.Term) })
		v.introductions[doc] = slices.CompactFunc(is, func(x, y Introduction) bool { return x.Term == y.Term })
	}
}
