package extract

import (
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/text"
)

// phrase is a noun phrase that may name what is brought: tokens from to to-1, without articles and praise at its head.
type phrase struct {
	from, to   int
	indefinite bool // "a X", "new X": X may be its kind rather than its name
	determined bool // an article or the like leads
}

// objects appends the names in what stands from token i on as the object of a verb of bringing: "X", "X and Y", "a method, X",
// "a long form (LF)", "a new framework X", "tight binding, a method …". A name behind which "into" follows is only put to
// use.
func (c *clause) objects(dst []Brought, i int, by Bringing) []Brought {
	for range 4 {
		p := c.phrase(i)
		b, next, ok := c.nameOf(p, by)
		if ok && (c.isPutInto(next) || c.isRelation(p, &b, next)) {
			return dst
		}
		if ok {
			dst = append(dst, b)
		} else if b, next, ok = c.apposed(p, by); ok {
			dst = append(dst, b)
		} else {
			return dst
		}
		if c.isMark(next, ",") {
			next++
		}
		if w := c.low(next); w != "and" && w != "as" || w == "as" && c.low(next+1) != "well" {
			return dst
		}
		i = next + 1
	}
	return dst
}

// isRelation reports whether a name with an article at the head of its phrase is a quantity of something: "the FN between".
func (c *clause) isRelation(p phrase, b *Brought, next int) bool {
	return p.determined && p.from < p.to && b.Start == c.span(c.tokens[p.from], c.tokens[p.from]).Start && (c.low(next) == "between" || c.low(next) == "of")
}

// leads are words that may stand before the head of a name's phrase.
var leads = map[string]bool{
	"a": true, "an": true, "the": true, "our": true, "this": true, "one": true, "two": true, "three": true, "four": true, "another": true, "its": true, "first": true, "both": true, "also": true, "here": true, "then": true, "further": true, "what": true, "following": true,
}

// phrase reads the noun phrase at token i.
func (c *clause) phrase(i int) phrase {
	p := phrase{}
	for i < c.last {
		w := c.low(i)
		praise := c.tokens[i].Class == text.Word && c.tells(i, cuePraise) && !c.isNamey(i)
		comma := p.determined && (c.isMark(i, ",") || w == "and" || w == "yet" || w == "but")
		if !c.tells(i, cueLeads) && !praise && !comma && !c.isMark(i, quoteMarks) {
			break
		}
		p.determined = p.determined || w == "a" || w == "an" || w == "the" || w == "our"
		p.indefinite = p.indefinite || w == "a" || w == "an" || w == "new" || w == "novel" || w == "another"
		i++
	}
	p.from = i
	for i < c.last && c.goesOn(i, p.from) {
		i++
	}
	p.to = i
	return p
}

// quoteMarks are marks of quotation, each a string of its own where it is looked for.
const quoteMarks = "\"'\u201c\u201d\u2018\u2019`*"

// goesOn reports whether the noun phrase that began at from goes on with token i.
func (c *clause) goesOn(i, from int) bool {
	t := c.tokens[i]
	if t.Class == text.Number {
		return i > from && t.Spaced && c.isNamey(i-1)
	}
	if t.Class != text.Word {
		return false
	}
	if c.isNamey(i) {
		return true
	}
	switch c.class(i) {
	case Function:
		return i > from && c.tells(i, cueLinks) && c.isNamey(i-1) && i+1 < c.last && c.isNamey(i+1) && !isShaped(c.text(c.tokens[i-1]), !c.loud)
	case Stop:
		return i > from && strings.HasSuffix(c.low(i), "ing") && c.endsPhrase(i+1)
	case Plain, Generic, Soft:
	}
	return true
}

// endsPhrase reports whether a noun phrase ends before token i: active testing.
func (c *clause) endsPhrase(i int) bool {
	if i >= c.last || c.tokens[i].Class != text.Word {
		return true
	}
	w := c.low(i)
	return c.class(i) == Function && w != "the" && w != "a" && w != "an" || c.tells(i, cueThings|cueHead)
}

// linksNames are words that stand inside names between words with capitals.
var linksNames = map[string]bool{"over": true, "of": true, "for": true, "from": true, "to": true, "in": true, "the": true}

// isNamey reports whether token i is written as a name or part of one.
func (c *clause) isNamey(i int) bool {
	if i < c.first || i >= c.last || c.tokens[i].Class != text.Word || c.tokens[i].End-c.tokens[i].Start < 2 {
		return false
	}
	return c.spellings[i].named || c.spellings[i].upper && i > c.first
}

// things are nouns for what papers bring, which may stand before its name or behind.
var things = map[string]bool{
	"method": true, "approach": true, "framework": true, "algorithm": true, "model": true, "architecture": true, "network": true, "technique": true, "system": true, "strategy": true,
	"scheme": true, "paradigm": true, "procedure": true, "pipeline": true, "module": true, "mechanism": true, "toolkit": true, "library": true, "package": true, "tool": true, "platform": true,
	"dataset": true, "data set": true, "benchmark": true, "corpus": true, "suite": true, "collection": true, "metric": true, "score": true, "measure": true, "loss": true, "optimizer": true,
	"sampler": true, "estimator": true, "objective": true, "solver": true, "family": true, "variant": true, "extension": true, "solution": true, "agent": true, "language": true, "simulator": true, "environment": true, "layer": true, "operator": true, "criterion": true, "protocol": true, "recipe": true, "formulation": true, "principle": true, "task": true, "challenge": true, "classifier": true, "encoder": true, "generator": true,
}

// kindOf returns the kind that a noun beside a name tells.
func kindOf(noun string) ingest.Kind {
	switch Singular(noun) {
	case "dataset", "benchmark", "corpus", "suite", "collection", "testbed", "challenge":
		return ingest.Dataset
	case "metric", "score", "measure":
		return ingest.Metric
	}
	return ingest.Method
}

// make makes what is brought of tokens from to to-1.
func (c *clause) make(from, to int, by Bringing, sure bool, noun string) Brought {
	a, b := c.tokens[from], c.tokens[to-1]
	return Brought{Span: c.span(a, b), Surface: cutPossessive(c.view.Text[a.Start:b.End]), By: by, Sure: sure, Kind: kindOf(noun)}
}

// nameOf returns the name that a phrase is, and the token behind it: all of it, or what a thing's noun stands beside, or what a
// bracket shortens.
func (c *clause) nameOf(p phrase, by Bringing) (Brought, int, bool) {
	if b, next, ok, blocked := c.defined(p, by); ok || blocked {
		return b, next, ok
	}
	if b, next, ok := c.quoted(p, by); ok {
		return b, next, true
	}
	if p.from == p.to || c.low(p.to) == "based" && c.low(p.to+1) != "on" {
		return Brought{}, p.to, false
	}
	first, end := c.run(p.from, p.to), p.to
	if last := c.withoutThing(p); c.isTitled(p.from, last, !p.indefinite && first == end) {
		return c.make(p.from, last, by, !p.indefinite && first < end && c.headsTitle(p.from, last), c.low(end-1)), end, true
	}
	switch {
	case first == end: // no capital
		if p.determined || p.indefinite || !c.isIntroduced(p) {
			return Brought{}, p.to, false
		}
		return c.make(p.from, p.to, by, true, c.low(p.to-1)), p.to, true
	case first > p.from: // "a method X"
		if !c.tells(first-1, cueThings) || c.runEnd(first, end) != end {
			return Brought{}, p.to, false
		}
		return c.make(first, end, by, true, c.low(first-1)), end, true
	}
	last := c.runEnd(first, end)
	noun := ""
	switch {
	case end-last > 1 || end-last == 1 && !c.tells(last, cueThings):
		return c.wholeName(p, by)
	case end-last == 1:
		noun = c.low(last)
	}
	sure := !p.indefinite && Singular(noun) == noun
	if noun == "" && last-first > 1 {
		noun = c.low(last - 1)
	}
	return c.make(first, last, by, sure, noun), end, true
}

// withoutThing returns the end of a phrase without the noun for a thing that it ends in.
func (c *clause) withoutThing(p phrase) int {
	if p.to-p.from > 2 && c.tells(p.to-1, cueThings) {
		return p.to - 1
	}
	return p.to
}

// isTitled reports whether tokens from to to-1, two or more, stand in the title too, however written: before a colon, or as what
// the paper goes by ("via X", "with X"); with anywhere, elsewhere too, if they are no plural.
func (c *clause) isTitled(from, to int, anywhere bool) bool {
	if to-from < 2 {
		return false
	}
	words := Fold(c.view.Text[c.tokens[from].Start:c.tokens[to-1].End])
	if strings.HasPrefix(c.title.fold(), words+" | ") {
		return true
	}
	at := strings.Index(" "+c.title.fold()+" ", " "+words+" ")
	if at < 0 {
		return false
	}
	return anywhere && !c.tells(to-1, cuePlural) || goesBy(c.title.fold()[:at])
}

// headsTitle reports whether the title begins with tokens from to to-1.
func (c *clause) headsTitle(from, to int) bool {
	return strings.HasPrefix(c.title.fold()+" ", Fold(c.view.Text[c.tokens[from].Start:c.tokens[to-1].End])+" ")
}

// quoted returns what stands between the marks of quotation at the head of a phrase.
func (c *clause) quoted(p phrase, by Bringing) (Brought, int, bool) {
	if !c.isMark(p.from-1, quoteMarks) {
		return Brought{}, 0, false
	}
	end := p.from
	for end < c.last && end < p.from+6 && !c.isMark(end, quoteMarks) {
		end++
	}
	if end == p.from || !c.isMark(end, quoteMarks) {
		return Brought{}, 0, false
	}
	for next := end; ; next++ {
		if !c.isMark(next, quoteMarks) {
			return c.make(p.from, end, by, true, c.low(end-1)), next, true
		}
	}
}

// goesBy reports whether a folded title says up to here that what follows is what the paper goes by.
func goesBy(title string) bool {
	words := strings.Fields(title)
	for i := len(words) - 1; i >= 0 && i >= len(words)-4; i-- {
		switch words[i] {
		case "via", "with", "through", "by", "using":
			return i == len(words)-1 || words[len(words)-1] == "and"
		}
	}
	return false
}

// wholeName takes for a name a phrase with a capital at its head and small letters behind, where what follows says that it is one:
// "Contrast pooling, a method …".
func (c *clause) wholeName(p phrase, by Bringing) (Brought, int, bool) {
	if p.determined || p.indefinite || !c.isIntroduced(p) {
		return Brought{}, p.to, false
	}
	return c.make(p.from, p.to, by, true, c.low(p.to-1)), p.to, true
}

// run returns the first token from p on that is written as a name, or end.
func (c *clause) run(from, end int) int {
	for from < end && !c.isNamey(from) {
		from++
	}
	return from
}

// runEnd returns the end of the run of tokens written as names that begins at first.
func (c *clause) runEnd(first, end int) int {
	last := first
	for last < end && (c.isNamey(last) || c.tokens[last].Class == text.Number || c.tells(last, cueLinks) && c.isNamey(last+1)) {
		last++
	}
	return last
}

// isIntroduced reports whether what follows a phrase says that it is a name: ", a …", ", which …", ": …", quotation marks.
func (c *clause) isIntroduced(p phrase) bool {
	if p.to-p.from > 5 || c.tells(p.to-1, cuePlural) {
		return false
	}
	if c.isMark(p.to, ":") {
		return p.to-p.from > 1
	}
	if !c.isMark(p.to, ",") {
		return false
	}
	switch c.low(p.to + 1) {
	case "a", "an", "which", "our":
		return p.to-p.from > 1
	}
	return false
}

// defined returns the short form that a bracket gives a phrase or its beginning: "long form (LF)", "long form (LF) framework".
// Where more follows, "long form (LF) analysis", the phrase names nothing, and blocked says so.
func (c *clause) defined(p phrase, by Bringing) (b Brought, next int, ok, blocked bool) {
	for _, d := range c.definitions {
		if d.Span.Field != c.field {
			continue
		}
		open := c.tokenAt(d.Span)
		if open < p.from || !c.reaches(p.from, open) {
			continue
		}
		behind := open
		for behind < c.last && c.spanOf(int(c.tokens[behind].Start), int(c.tokens[behind].End)).Start < d.Span.End {
			behind++
		}
		for behind < c.last && c.tokens[behind].Class == text.Close || c.isMark(behind, quoteMarks) {
			behind++
		}
		sure, noun := !p.indefinite, c.low(behind-2)
		switch n := c.phrase(behind).to - behind; {
		case c.tokens[min(behind, c.last-1)].Class != text.Word || c.phrase(behind).from > behind:
		case n == 1 && c.tells(behind, cueThing):
			noun = c.low(behind)
			behind++
		case n > 0 || c.low(behind) == "based" && c.low(behind+1) != "on":
			return Brought{}, 0, false, true
		}
		sure = sure && (behind < 2 || !c.tells(behind-1, cuePlural) || !c.tells(behind-1, cueThings)) && !isMany(d.Short, d.Long)
		words := strings.Fields(d.Long)
		if k := kindOf(words[len(words)-1]); k != ingest.Method {
			noun = words[len(words)-1]
		}
		return Brought{Span: d.ShortSpan, Surface: d.Short, By: by, Sure: sure, Kind: kindOf(noun)}, behind, true, false
	}
	return Brought{}, 0, false, false
}

// reaches reports whether the phrase from token i on may be what a bracket defines from token open on: at most two words lead, or
// marks of quotation do.
func (c *clause) reaches(i, open int) bool {
	if open > i+2 {
		return c.isMark(open-1, quoteMarks)
	}
	return c.leadsTo(i, open)
}

// leadsTo reports whether what stands from token i on belongs to the phrase that begins at token open: neither a verb nor an article,
// behind which another phrase begins.
func (c *clause) leadsTo(i, open int) bool {
	for ; i < open; i++ {
		if c.tokens[i].Class == text.Word && c.class(i) >= Stop && !c.tells(i, cuePraise) && !strings.HasSuffix(c.low(i), "ing") {
			return false
		}
	}
	return true
}

// isMany reports whether both forms are plurals and the long one in small letters: several of a kind.
func isMany(short, long string) bool {
	last := long[strings.LastIndexAny(long, " -")+1:]
	return strings.HasSuffix(short, "s") && Singular(last) != last && long == strings.ToLower(long)
}

// tokenAt returns the token of the sentence at which a span begins, or -1.
func (c *clause) tokenAt(s ingest.Span) int {
	for i := c.first; i < c.last; i++ {
		token := c.span(c.tokens[i], c.tokens[i])
		if token.Start <= s.Start && s.Start < token.End || token.Start > s.Start && token.End <= s.End {
			return i
		}
	}
	return -1
}

// apposed returns the name that stands in apposition to a phrase with small letters: "a framework for matching, X, that …",
// "a method for matching (X)", "a method: X".
func (c *clause) apposed(p phrase, by Bringing) (Brought, int, bool) {
	if p.from == p.to || !c.tells(p.to-1, cueThings) {
		return Brought{}, 0, false
	}
	for i := p.to; i < c.last && i < p.to+15; i++ {
		if i > p.to && !c.runsOn(i) {
			break
		}
		t := c.tokens[i]
		if t.Class != text.Open && !c.isMark(i, ",:\u2013\u2014-") {
			continue
		}
		from := i + 1
		for c.isMark(from, quoteMarks) || c.tells(from, cueLeads) && c.low(from) != "a" && c.low(from) != "an" {
			from++
		}
		to := c.runEnd(from, c.last)
		if to == from || to-from > 5 || !c.closesName(to) {
			break
		}
		shaped := isShaped(c.text(c.tokens[from]), !c.loud)
		if t.Class == text.Open && (to-from > 1 || !shaped || c.isShort(from)) || c.isMark(to, ",") && c.isNamey(to+1) {
			break
		}
		return c.make(from, to, by, shaped || to-from > 1, c.low(p.to-1)), to, true
	}
	return Brought{}, 0, false
}

// runsOn reports whether a phrase may run on over token i to what stands in apposition to it.
func (c *clause) runsOn(i int) bool {
	if c.tokens[i].Class != text.Word {
		return true
	}
	switch w := c.low(i); c.class(i) {
	case Function:
		return c.tells(i, cueLinks) || w == "and" || w == "a" || w == "an"
	case Stop:
		return strings.HasSuffix(w, "ing") || c.tells(i, cuePraise) || w == "based"
	case Plain, Generic, Soft:
	}
	return true
}

// isShort reports whether token i is a short form that is defined there.
func (c *clause) isShort(i int) bool {
	for _, d := range c.definitions {
		if d.ShortSpan == c.span(c.tokens[i], c.tokens[i]) {
			return true
		}
	}
	return false
}

// closesName reports whether a name that stands in apposition may end before token i.
func (c *clause) closesName(i int) bool {
	if i >= c.last || c.tokens[i].Class != text.Word {
		return true
	}
	switch c.low(i) {
	case "that", "which", "to", "for", "in", "by", "with", "and", "based", "where", "whose", "on", "as", "using":
		return true
	}
	return false
}

// isPutInto reports whether what follows says that something is put into something else.
func (c *clause) isPutInto(i int) bool {
	switch c.low(i) {
	case "into", "within", "onto":
		return true
	case "to", "in":
		w := c.low(i + 1)
		return w == "the" || w == "a" || w == "an" || w == "our" || c.low(i) == "to" && len(w) > 3 && strings.HasSuffix(w, "s") && c.class(i+1) < Stop
	}
	return false
}
