package vocab

import (
	"slices"
	"strings"
	"unicode"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

const (
	// widespread is in how many documents of the background a phrase is that is nobody's: of 15,000 papers read, those that say
	// "we propose contrastive learning" and the like (409 documents) bring it to a task of theirs.
	widespread = 100
	// muchMore is how many more documents must have a word in small letters than as a name for the name to be a common word.
	muchMore = 20
	// otherLeast is how many documents of the background must mean something else by a short form for its sense to be in doubt.
	otherLeast = 3
	// spelledLeast is how many documents of the background must spell a short form out alike for it to be everybody's.
	spelledLeast = 5
)

// IsCommonWord reports whether the name of a term, of one word, is a common word besides: POINTS, RoBoT. Small letters tell in the
// corpus, or in the background.
func (v *Vocabulary) IsCommonWord(term int32) bool {
	fold, label := v.folds[term], shortForm(v.Terms[term].Label)
	if strings.Contains(fold, " ") {
		return false
	}
	if fold != strings.ToLower(fold) {
		return true // kept apart from the word since the corpus has both
	}
	if v.background.given == nil || strings.IndexFunc(label, unicode.IsUpper) < 0 {
		return false
	}
	name, known := v.background.given.Term(label)
	all, _ := v.background.given.Term(extract.Fold(label))
	return known && all.Documents >= 2*name.Documents+muchMore
}

// MeansOther reports whether a document may mean something else by a term than the corpus does: it writes the short form alone, says
// nowhere what that stands for, and in the background others are the usual senses of it. O(mentions of the document) time.
func (v *Vocabulary) MeansOther(doc int, term int32) bool {
	for _, a := range v.abbreviations[doc] {
		if a.term != term {
			continue
		}
		if a.Sense != "corpus" || v.writesOut(doc, term, a.Short) {
			return false
		}
		own, others := 0, 0
		for _, s := range v.background.senses(shortForm(a.Short)) {
			if s.Long == v.folds[term] {
				own += s.Documents
			} else {
				others += s.Documents
			}
		}
		return others >= otherLeast && others >= 2*own
	}
	return false
}

// writesOut reports whether a document has a mention of a term that is longer than its short form.
func (v *Vocabulary) writesOut(doc int, term int32, short string) bool {
	return slices.ContainsFunc(v.mentions[doc], func(m Mention) bool {
		return m.Term == term && int(m.End-m.Start) > len(short)+1
	})
}

// isWidespread reports whether a claim is of a phrase that a large part of all papers holds, unless it is the whole title.
func (b *builder) isWidespread(c *claim) bool {
	fold := b.facts[c.Term].fold
	if b.background.given == nil || !strings.Contains(fold, " ") {
		return false
	}
	title := strings.TrimSpace(b.corpus.Documents[c.doc].Title)
	if c.Field == ingest.Title && int(c.End-c.Start) >= len(title)-1 {
		return false
	}
	t, _ := b.background.term(fold)
	return t.Documents >= widespread
}

// IsWritten reports whether a term, of more than one word, is counted in the background, so that papers of many write it.
func (v *Vocabulary) IsWritten(term int32) bool {
	return v.background.has(v.folds[term]) || v.background.has(extract.Fold(v.Terms[term].Label))
}

// IsShort reports whether a mention of a term in a document is its short form.
func (v *Vocabulary) IsShort(doc int, m Mention, surface string) bool {
	return slices.ContainsFunc(v.abbreviations[doc], func(a Abbreviation) bool { return a.term == m.Term && shortForm(a.Short) == shortForm(surface) })
}

// isSpelledByMany reports whether a claim is of a short form that is not spelled out beside it, nor heads the title, though many
// documents of the background spell it out so: "the proposed GPU".
func (b *builder) isSpelledByMany(c *claim) bool {
	fold := b.facts[c.Term].fold
	if c.By == extract.Headed || !strings.Contains(fold, " ") {
		return false
	}
	surface := surfaceOf(b.corpus.Documents[c.doc].Text(c.Field), c.Span)
	if strings.Contains(surface, " ") {
		return false
	}
	for i := range b.found[c.doc].Definitions {
		d := &b.found[c.doc].Definitions[i]
		if d.Span.Field == c.Field && d.Span.Start <= c.Start && c.End <= d.Span.End {
			return false
		}
	}
	for _, s := range b.background.senses(shortForm(surface)) {
		if s.Long == fold {
			return s.Documents >= spelledLeast
		}
	}
	return false
}
