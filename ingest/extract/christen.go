package extract

import (
	"slices"
	"strings"

	"papergraph/ingest/text"
)

// naming are the verbs with which authors give a name.
var naming = map[string]bool{"call": true, "term": true, "dub": true, "name": true, "refer": true, "referred": true, "denote": true, "denoted": true, "coin": true, "abbreviated": true}

// usage are verbs with which authors take what others brought: "we use a method called X".
var usage = forms("use", "employ", "adopt", "apply", "leverage", "utilize", "study", "investigate", "analyze", "compare", "revisit", "evaluate", "exploit", "follow", "examine", "consider", "explore")

// making are further verbs with which authors speak of what they then name.
var making = forms("generate", "obtain", "train", "extend", "define", "implement", "consider", "formulate", "gather", "annotate", "assemble")

// recent are words of what others brought.
var recent = map[string]bool{"recent": true, "recently": true, "existing": true, "popular": true, "well-known": true, "standard": true, "known": true, "previous": true, "classical": true, "established": true}

// often are words that say that others call it so too.
var often = map[string]bool{"commonly": true, "often": true, "usually": true, "so": true, "also": true, "sometimes": true, "widely": true, "typically": true, "generally": true, "popularly": true}

// christened appends what the word of calling at i gives as a name.
func (c *clause) christened(dst []Brought, i int) []Brought {
	if c.tells(i-1, cueOften) {
		if c.low(i-1) == "also" && c.tells(i, cueCalls) && c.holdsTitled(i) {
			return c.givenName(dst, i+1, true)
		}
		return dst
	}
	from := c.behindNaming(i)
	sure, ok := c.isOwn(i)
	if !ok || from == 0 {
		return dst
	}
	return c.givenName(dst, from, sure)
}

// behindNaming returns the token at which a name may follow the word of calling at i, or 0: verbs need "we" before them, some
// an "as" behind.
func (c *clause) behindNaming(i int) int {
	w := c.low(i)
	if c.tells(i, cueCalls) {
		return i + 1
	}
	passive := strings.HasSuffix(w, "ed")
	if !passive && !c.isWeBefore(i) {
		return 0
	}
	if passive || w == "refer" || w == "denote" {
		return c.behindAs(i)
	}
	return i + 1
}

// behindAs returns the token behind the "as" that follows token i, or 0.
func (c *clause) behindAs(i int) int {
	for j := i + 1; j < c.last && j < i+15; j++ {
		if c.low(j) == "as" || c.low(j) == "by" && c.low(i) == "denoted" {
			return j + 1
		}
	}
	return 0
}

// isWeBefore reports whether "we" stands before token i, with at most an adverb between.
func (c *clause) isWeBefore(i int) bool {
	return c.low(i-1) == "we" || c.low(i-2) == "we" && (strings.HasSuffix(c.low(i-1), "ly") || c.low(i-1) == "then" || c.low(i-1) == "also") || c.low(i-1) == "and" && c.has(c.first, i, "we")
}

// isOwn reports whether what is called at i is the authors' own, and whether that is sure.
func (c *clause) isOwn(i int) (sure, ok bool) {
	if c.isWeBefore(i) {
		return true, true
	}
	fresh := false // something is said to be new
	for j := i - 1; j >= c.first; j-- {
		w := c.low(j)
		switch {
		case w == "our" || c.tells(j, cueBrings|cueMakes) && c.isSubject(j):
			return true, true
		case w == "we":
			return false, true
		case c.tells(j, cueRecent):
			return false, false
		case c.tells(j, cueUses):
			return false, w != "use" && w != "using" && w != "used" && c.has(c.first, j, "we")
		case w == "novel" || w == "new":
			fresh = true
		}
	}
	return false, fresh
}

// givenName appends the name that stands behind a word of calling: a run with capitals or between marks of quotation, else
// the phrase that follows at once.
func (c *clause) givenName(dst []Brought, i int, sure bool) []Brought {
	b, _, ok, blocked := c.defined(c.phrase(i), Christened)
	if ok {
		b.Sure = sure
		return append(dst, b)
	}
	if blocked {
		return dst
	}
	if b, _, ok := c.quoted(c.phrase(i), Christened); ok {
		b.Sure = sure
		return append(dst, b)
	}
	for j := i; j < c.last && j < i+8; j++ {
		if b, _, ok := c.quoted(phrase{from: j}, Christened); ok {
			b.Sure = sure
			return append(dst, b)
		}
		if c.isNamey(j) {
			end := c.runEnd(j, c.last)
			if p := c.phrase(j); p.from == j && p.to > end && !c.tells(end, cueThing) {
				end = p.to
			}
			dst = append(dst, c.make(j, end, Christened, sure, c.low(end-1)))
			if c.low(end) == "and" && c.isNamey(end+1) {
				dst = append(dst, c.make(end+1, c.runEnd(end+1, c.last), Christened, sure, ""))
			}
			return dst
		}
		w := c.low(j)
		told := (c.tells(i, cueLeads) || c.isPronoun(i)) && c.tokens[j].Class == text.Word && c.class(j) < Stop // "call this planner X"
		if !told && !c.tells(j, cueLeads|cueThing|cuePraise) && w != "it" && w != "as" && w != "resulting" && !c.isMark(j, quoteMarks) {
			break
		}
	}
	p := c.phrase(i)
	if p.to-p.from > 1 && p.to-p.from <= 4 && !p.determined && !c.isPronoun(p.from) {
		dst = append(dst, c.make(p.from, p.to, Christened, sure, c.low(p.to-1)))
	}
	return dst
}

// holdsTitled reports whether what a short form stands for before token i is in the title too.
func (c *clause) holdsTitled(i int) bool {
	for _, d := range c.definitions {
		if at := c.tokenAt(d.Span); d.Span.Field == c.field && at >= 0 && at < i && strings.Contains(" "+c.title.fold()+" ", " "+Fold(d.Long)+" ") {
			return true
		}
	}
	return false
}

// isTied reports whether a word is of several parts that begin with a capital each: Loss-Free.
func isTied(w string) bool {
	parts := strings.Split(w, "-")
	for _, p := range parts {
		if p == "" || !startsUpper(p) {
			return false
		}
	}
	return len(parts) > 1
}

func (c *clause) isPronoun(i int) bool {
	return slices.Contains([]string{"it", "this", "these", "them", "such"}, c.low(i))
}

// owned appends the name behind "our" or "the proposed": "our X", "our method X", "our proposed X".
func (c *clause) owned(dst []Brought, i int) []Brought {
	sure := false
	for i < c.last {
		w := c.low(i)
		if c.isNamey(i) || c.tokens[i].Class != text.Word && !c.isMark(i, ","+quoteMarks) {
			break
		}
		if !c.tells(i, cueThing|cuePraise) && w != "proposed" && w != "," {
			break
		}
		sure = sure || c.tells(i, cueThing) || w == "proposed" || w == "novel" || w == "new"
		i++
	}
	if i >= c.last || !c.goesOn(i, i) {
		return dst
	}
	if b, _, ok, blocked := c.defined(phrase{from: i}, Owned); ok && sure || blocked {
		if ok {
			dst = append(dst, b)
		}
		return dst
	}
	if p := c.phrase(i); p.to > p.from && c.isTitled(p.from, p.to, false) {
		return append(dst, c.make(p.from, p.to, Owned, c.headsTitle(p.from, p.to), c.low(p.to-1)))
	}
	end := c.runEnd(i, c.last)
	if end == i+1 && c.tells(end, cueThing) && isTied(c.text(c.tokens[i])) {
		return append(dst, c.make(i, end, Owned, true, c.low(end)))
	}
	if end == i || !isShaped(c.text(c.tokens[i]), !c.loud) || end < c.last && c.goesOn(end, i) && !c.tells(end, cueThings) {
		return dst
	}
	sure = sure && !c.tells(end, cueThings) // "our BERT model" may be BERT
	return append(dst, c.make(i, end, Owned, sure, c.low(end)))
}
