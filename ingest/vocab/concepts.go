package vocab

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// Concepts returns the terms of a document that readers are shown, all but plain words, best first, ties by key. A concept's
// score is the product of its idf, how often it is mentioned, how early, its length, and whether it stands in the title; the
// best has score 1. O(mentions) time.
func (v *Vocabulary) Concepts(doc int) []Concept {
	byTerm := make(map[int32]int)
	var cs []Concept
	for _, m := range v.mentions[doc] {
		if isWord(&v.Terms[m.Term]) {
			continue
		}
		i, ok := byTerm[m.Term]
		if !ok {
			i = len(cs)
			byTerm[m.Term] = i
			cs = append(cs, Concept{Term: m.Term})
		}
		cs[i].Mentions = append(cs[i].Mentions, m)
	}
	top := 0.0
	free := v.free(doc)
	for i := range cs {
		cs[i].Score = v.rate(&cs[i])
		if !free[cs[i].Term] {
			cs[i].Score *= nestedScore
		}
		top = max(top, cs[i].Score)
	}
	for i := range cs {
		cs[i].Score /= top
		cs[i].Role = v.Role(doc, cs[i].Term)
		cs[i].Why = v.why(doc, &cs[i])
	}
	slices.SortFunc(cs, func(a, b Concept) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Term, b.Term)) })
	return cs
}

// nestedScore is what is left of the score of a concept that stands in the document inside longer ones only. Annotators mark
// the longest phrases: with 0.3 F1@10 against theirs is higher by 0.4, F1@5 against authors' keywords lower by 0.6.
const nestedScore = 0.45

// free returns the terms of a document that stand in it at least once outside of a longer term.
func (v *Vocabulary) free(doc int) map[int32]bool {
	free := make(map[int32]bool)
	end, field := int32(0), ingest.Title
	for _, m := range v.mentions[doc] { // of those that begin at one place, the longest comes first
		if isWord(&v.Terms[m.Term]) {
			continue
		}
		if m.Field != field || m.End > end {
			end, field = m.End, m.Field
			free[m.Term] = true
		}
	}
	return free
}

// lengthPrior is how much likelier than a single word a phrase of so many words is what authors name as a keyword.
var lengthPrior = [...]float64{0, 0.6, 1.2, 1.2, 1, 0.8}

// What repetition, the title and lateness weigh. Annotators take phrases from anywhere in a text, authors what they repeat and
// say first: with countWeight 2 F1@5 against authors' keywords is higher by 1, F1@10 against annotators' lower by 1.
const (
	countWeight = 1.2
	titleWeight = 1.6
	lateCost    = 0.5 // of a mention at the end of a long text
	lateFrom    = 600 // where half of it is paid, in bytes
)

// rate scores a concept by plain factors.
func (v *Vocabulary) rate(c *Concept) float64 {
	t := &v.Terms[c.Term]
	words := strings.Count(v.folds[c.Term], " ") + 1
	score := t.Score * (1 + float64(countWeight*math.Log(float64(len(c.Mentions))))) * lengthPrior[min(words, len(lengthPrior)-1)]
	first := c.Mentions[0]
	if first.Field == ingest.Title {
		return score * titleWeight
	}
	return score * (1 - float64(lateCost*float64(first.Start)/float64(first.Start+lateFrom)))
}

// why says what made the term one of this document.
func (v *Vocabulary) why(doc int, c *Concept) string {
	t := &v.Terms[c.Term]
	reasons := []string{}
	for _, a := range v.abbreviations[doc] {
		if a.Sense == "here" && a.term == c.Term {
			reasons = append(reasons, "defined here as "+a.Short)
			break
		}
	}
	reasons = append(reasons, t.Why)
	if i, ok := v.Introduction(doc, c.Term); ok && c.Role == Introduces {
		reasons = append(reasons, bringingWords[i.By])
	}
	if c.Mentions[0].Field == ingest.Title {
		reasons = append(reasons, "in the title")
	}
	return strings.Join(reasons, "; ")
}

// abbreviate lists the short forms of each document: those it defines, then those it uses, in the order of the text.
func (v *Vocabulary) abbreviate(ctx context.Context, b *builder) error {
	v.abbreviations = make([][]Abbreviation, len(b.found))
	return inChunks(ctx, b.workers, len(b.found), func(_, from, to int) {
		for doc := from; doc < to; doc++ {
			v.abbreviateIn(b, doc)
		}
	})
}

func (v *Vocabulary) abbreviateIn(b *builder, doc int) {
	var defined []string
	for _, d := range b.found[doc].Definitions {
		short := shortForm(d.Short)
		if slices.Contains(defined, short) {
			continue
		}
		defined = append(defined, short)
		v.abbreviations[doc] = append(v.abbreviations[doc], Abbreviation{d.Short, d.Long, d.Span, "here", v.termOf(b.reader.spelling(d.Long))})
	}
	v.abbreviateUses(b, doc, defined)
	slices.SortStableFunc(v.abbreviations[doc], func(x, y Abbreviation) int {
		return cmp.Or(cmp.Compare(x.Field, y.Field), cmp.Compare(x.Start, y.Start))
	})
}

// abbreviations returns the units of a document that stand for something else, or could by what other documents define.
func (b *builder) abbreviations(us []unit) []unit {
	var short []unit
	for i := range us {
		if u := &us[i]; u.shaped && (u.short || len(b.reader.senses.defining[shortForm(u.surface())]) > 0) {
			short = append(short, *u)
		}
	}
	return short
}

// abbreviateUses adds the short forms that a document uses and other documents define.
func (v *Vocabulary) abbreviateUses(b *builder, doc int, defined []string) {
	for i := range b.abbreviated[doc] {
		u := &b.abbreviated[doc][i]
		short := shortForm(u.surface())
		if slices.Contains(defined, short) {
			continue
		}
		defined = append(defined, short)
		a := Abbreviation{Short: short, Span: u.Span, Sense: "unresolved", term: -1}
		if u.short {
			a.term = v.termOf(b.wishes.of(u.key))
			a.Sense, a.Long = "corpus", u.key
			if !b.reader.senses.defines(short, u.key) {
				a.Sense = "lexicon"
			}
			if a.term >= 0 {
				a.Long = v.Terms[a.term].Key
			}
		}
		v.abbreviations[doc] = append(v.abbreviations[doc], a)
	}
}

// termOf returns the term with a fold of those that readers are shown, -1 where there is none.
func (v *Vocabulary) termOf(fold string) int32 {
	if i, ok := v.byFold.get(digestOf(fold).of); ok && v.folds[i] == fold {
		return i
	}
	return -1
}

// Generic reports whether all words of a key are nouns that every paper holds.
func Generic(key string) bool {
	if strings.ToLower(key) != key || strings.ContainsRune(key, '-') {
		key = extract.Fold(key)
	}
	for w := range strings.FieldsSeq(key) {
		if extract.ClassOf(w) == extract.Plain {
			return false
		}
	}
	return true
}
