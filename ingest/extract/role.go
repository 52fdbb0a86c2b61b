package extract

import (
	"cmp"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// Bringing says by what a document was seen to bring something of its own rather than to use what others brought.
type Bringing uint8

// The ways of bringing.
const (
	Proposed   Bringing = iota // "we propose X", "this paper presents X"
	Christened                 // "which we call X", "a new method dubbed X"
	Owned                      // "our X"
	Headed                     // the title is "X: …", "…: X", or X alone
)

// Brought is a place where a document names what it brings.
type Brought struct {
	ingest.Span
	Surface string // as it stands in the cleaned text
	By      Bringing
	Sure    bool        // else it is believed only where nothing else in the corpus speaks against it
	Kind    ingest.Kind // by the noun that goes with it: Dataset, Metric, or else Method
}

// brought returns what a document says that it brings, title first, in the order of the text.
func brought(title, abstract *sheet, f *Found) []Brought {
	var all []Brought
	talks := title.isTalk()
	if !talks {
		all = title.headed(abstract, f)
	}
	defined := inAbstract(f.Definitions)
	for i := 0; i < len(abstract.sentences) && len(all) < mostBrought; i++ {
		before := len(all)
		last := int(abstract.sentences[i].Last)
		for first := int(abstract.sentences[i].First); first < last && len(all) < mostBrought; first += longestClause {
			c := clause{sheet: abstract, title: title, first: first, last: min(first+longestClause, last)}
			if len(defined) > 0 {
				c.definitions = between(defined, c.span(c.tokens[c.first], c.tokens[c.last-1]))
			}
			all = c.read(all)
		}
		if talks {
			all = named(all, before)
		}
	}
	return withoutHead(all)
}

// longestClause is how many tokens of a sentence are read at once: no sentence that a person writes has more, and debris without an
// end would else take the square of its length.
const longestClause = 400

// mostBrought is about how many things a document may bring: one that says so of more is no abstract.
const mostBrought = 50

// inAbstract returns the definitions of an abstract by place.
func inAbstract(all []Definition) []Definition {
	from := 0
	for from < len(all) && all[from].Span.Field == ingest.Title {
		from++
	}
	byPlace := func(a, b Definition) int { return cmp.Compare(a.Span.Start, b.Span.Start) }
	if own := all[from:]; slices.IsSortedFunc(own, byPlace) {
		return own
	}
	own := slices.Clone(all[from:])
	slices.SortStableFunc(own, byPlace)
	return own
}

// between returns those of the definitions, sorted by place, that begin inside a span.
func between(all []Definition, s ingest.Span) []Definition {
	byStart := func(d Definition, at int32) int { return cmp.Compare(d.Span.Start, at) }
	from, _ := slices.BinarySearchFunc(all, s.Start, byStart)
	to, _ := slices.BinarySearchFunc(all, s.End, byStart)
	return all[from:to]
}

// withoutHead drops what only the head of the title says, "X for …", where the abstract says for sure what the paper brings.
func withoutHead(all []Brought) []Brought {
	if len(all) < 2 || all[0].By != Headed || all[0].Sure {
		return all
	}
	fold := Fold(all[0].Surface)
	for _, b := range all[1:] {
		if b.Sure && Fold(b.Surface) != fold {
			return all[1:]
		}
	}
	return all
}

// named drops what is brought from place from on unless it is called or proposed by a name.
func named(all []Brought, from int) []Brought {
	kept := all[:from]
	for _, b := range all[from:] {
		if b.Sure && b.By <= Christened && b.Surface != strings.ToLower(b.Surface) {
			kept = append(kept, b)
		}
	}
	return kept
}

// fold returns the fold of a sheet's words and numbers, with a bar for each sign.
func (s *sheet) fold() string {
	if s.folded != "" {
		return s.folded
	}
	var b strings.Builder
	b.Grow(len(s.view.Text) + 1)
	for i := range s.tokens {
		key := ""
		switch s.tokens[i].Class {
		case text.Word, text.Number:
			key = s.spellings[i].Key
		case text.Mark:
			key = "|"
		case text.Open, text.Close, text.Address:
		}
		if key == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(key)
	}
	s.folded = b.String()
	return s.folded
}

// talk are words of titles of papers about the work of others.
var talk = map[string]bool{
	"survey": true, "review": true, "overview": true, "tutorial": true, "primer": true, "comment": true, "comments": true, "reply": true,
	"reproducibility": true, "replication": true, "erratum": true, "commentary": true, "corrigendum": true,
}

// isTalk reports whether a title says that its paper speaks of the work of others.
func (s *sheet) isTalk() bool {
	for i, t := range s.tokens {
		if t.Class == text.Word && s.spellings[i].cues&cueTalk != 0 {
			return true
		}
	}
	return false
}

// clause is a sentence in which what is brought is looked for: tokens first to last-1.
type clause struct {
	*sheet
	first, last int
	definitions []Definition // those that begin in it
	title       *sheet
}

// read looks at each word of the sentence that may lead to what is brought.
func (c *clause) read(dst []Brought) []Brought {
	for i := c.first; i < c.last; i++ {
		if !c.tells(i, cueOpens) || c.tokens[i].Class != text.Word {
			continue
		}
		switch {
		case c.tells(i, cueBrought) && (c.low(i-1) == "the" || c.low(i-1) == "our"):
			dst = c.owned(dst, i)
		case c.tells(i, cueBrings) && c.isSubject(i):
			dst = c.proposed(dst, i)
		case c.tells(i, cueBrought) && c.isPassive(i):
			dst = c.passive(dst, i)
		case c.tells(i, cueCalls|cueNames) && c.low(i+1) != "entity" && c.low(i+1) != "entities":
			dst = c.christened(dst, i)
		case c.tells(i, cueOur):
			dst = c.owned(dst, i+1)
		}
	}
	return dst
}

// low returns token i in lower case, and "" beyond the sentence.
func (c *clause) low(i int) string {
	if i < c.first || i >= c.last {
		return ""
	}
	return c.spellings[i].Lower
}

// bringing are verbs with which authors bring something, in the forms that have them as subject.
var bringing = forms("propose", "present", "introduce", "release", "develop", "design", "devise", "contribute", "create", "construct", "build",
	"unveil", "curate", "derive", "collect", "publish", "invent", "pioneer")

// participles are those of them that stand in the passive.
var participles = map[string]bool{
	"proposed": true, "presented": true, "introduced": true, "released": true, "developed": true, "designed": true, "devised": true,
}

func forms(verbs ...string) map[string]bool {
	all := make(map[string]bool)
	for _, v := range verbs {
		for _, f := range inflect(v) {
			all[f] = true
		}
	}
	return all
}

// selves are words by which authors speak of themselves and of their paper.
var selves = map[string]bool{
	"we": true, "i": true, "paper": true, "work": true, "article": true, "study": true, "thesis": true, "letter": true, "manuscript": true, "authors": true, "chapter": true, "contribution": true,
}

// breaks are words behind which another subject begins.
var breaks = map[string]bool{
	"which": true, "that": true, "who": true, "whose": true, "where": true, "because": true, "since": true, "while": true, "whereas": true, "although": true, "al": true, "than": true, "as": true,
}

// isSubject reports whether the subject of the verb at i is the authors or their paper.
func (c *clause) isSubject(i int) bool {
	if isArticle(c.low(i-1)) || strings.HasSuffix(c.low(i), "ed") && !c.isBeside(i) {
		return false
	}
	joined := false // the verb is one of several of its subject
	for j := i - 1; j >= c.first; j-- {
		w := c.low(j)
		switch {
		case w == "we" || w == "i" || w == "us" && c.low(j+1) == "to":
			return true
		case c.tells(j, cueSelf) && c.isOurs(j):
			return !strings.HasSuffix(c.low(i), "ing")
		case w == "and" && j >= i-3:
			joined = true
		case c.tells(j, cueBreaks) && !joined:
			return false
		case w == "by" && strings.HasSuffix(c.low(i), "ing"):
			return c.has(c.first, c.last, "we", "our")
		}
	}
	return false
}

// isBeside reports whether the subject of the verb at i stands directly before it, or another of its verbs with "and": a participle
// behind a noun has no subject of its own.
func (c *clause) isBeside(i int) bool {
	j := i - 1
	for w := c.low(j); w == "have" || w == "has" || w == "also" || w == "then" || w == "further" || strings.HasSuffix(w, "ly"); w = c.low(j) {
		j--
	}
	return c.tells(j, cueSelf) || c.low(j) == "and"
}

func isArticle(w string) bool {
	switch w {
	case "a", "an", "the", "our", "this", "of", "its", "their", "in", "for", "new", "novel":
		return true
	}
	return false
}

// isOurs reports whether the noun at j is said of the paper itself.
func (c *clause) isOurs(j int) bool {
	for k := j - 1; k >= c.first && k >= j-2; k-- {
		switch c.low(k) {
		case "this", "our", "the", "present", "current":
			return c.low(k) != "the" || c.low(j) == "paper" || c.low(j) == "authors"
		}
	}
	return false
}

// has reports whether one of the words stands in tokens from to to-1.
func (c *clause) has(from, to int, words ...string) bool {
	for i := from; i < to; i++ {
		if slices.Contains(words, c.low(i)) {
			return true
		}
	}
	return false
}

// isPassive reports whether the participle at i says of what stands before it that the paper brings it.
func (c *clause) isPassive(i int) bool {
	for j := i - 1; j > c.first && j >= i-2; j-- {
		switch c.low(j) {
		case "is", "are", "was", "were":
			return c.has(c.first, j, "paper", "work", "article", "study", "here", "we", "novel", "new", "our")
		}
	}
	return false
}

// passive appends what stands before "is proposed".
func (c *clause) passive(dst []Brought, i int) []Brought {
	end := i - 1
	for end > c.first && !isBeing(c.low(end)) {
		end--
	}
	from := end
	for from > c.first && !c.isMark(from-1, ",;:") {
		from--
	}
	before := *c
	before.last = end
	return before.objects(dst, from, Proposed)
}

func isBeing(w string) bool { return w == "is" || w == "are" || w == "was" || w == "were" }

// isMark reports whether token i is one of the signs.
func (c *clause) isMark(i int, signs string) bool {
	if i < c.first || i >= c.last || c.tokens[i].Class != text.Mark {
		return false
	}
	return strings.Contains(signs, c.text(c.tokens[i]))
}

// earlier are words by which authors speak of what they brought before: "in our recent work, we proposed", "we previously proposed".
var earlier = map[string]bool{"recent": true, "previous": true, "prior": true, "earlier": true, "past": true, "companion": true, "preceding": true, "previously": true, "recently": true}

// isEarlier reports whether the verb at i tells of an earlier paper of the authors.
func (c *clause) isEarlier(i int) bool {
	if c.tells(i-1, cueEarlier) {
		return true
	}
	for j := c.first + 1; j < i; j++ {
		if c.tells(j, cueEarlier) && c.low(j-1) == "our" && selves[Singular(c.low(j+1))] {
			return c.has(j, i, "we", "i")
		}
	}
	return false
}

// proposed appends what the verb at i has for an object.
func (c *clause) proposed(dst []Brought, i int) []Brought {
	if c.isEarlier(i) {
		return dst
	}
	from := len(dst)
	dst = c.objects(dst, i+1, Proposed)
	if strings.HasSuffix(c.low(i), "ing") || c.low(i-1) == "to" && c.low(i-2) != "us" {
		for k := from; k < len(dst); k++ {
			dst[k].Sure = false
		}
	}
	return dst
}
