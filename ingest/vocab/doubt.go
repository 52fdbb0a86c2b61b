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
	// widespreadTitle is that of a title that is nothing else and that few shorten to its initials, widespreadSmall that of a phrase in
	// small letters for which no short form stands: "which we call teacher networks".
	widespreadTitle = 30
	widespreadSmall = 20
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

// isWidespread reports whether a claim is of a phrase that too many papers hold for it to be one's own. A title that is nothing else may
// name what became everybody's, but then it is mostly shortened: generative adversarial networks; not nonlinear dimensionality reduction.
func (b *builder) isWidespread(c *claim) bool {
	fold := b.facts[c.Term].fold
	if b.background.given == nil || !strings.Contains(fold, " ") {
		return false
	}
	spread := b.background.spread(fold)
	title := strings.TrimSpace(b.corpus.Documents[c.doc].Title)
	if c.Field == ingest.Title && int(c.End-c.Start) >= len(title)-1 {
		return spread.Documents >= widespreadTitle && !b.background.isShortened(fold, int32(spread.Alone))
	}
	if c.By != extract.Headed && !b.facts[c.Term].short && b.isSmall(c) {
		return spread.Documents >= widespreadSmall
	}
	return spread.Documents >= widespread
}

// isSmall reports whether a claim is of a phrase in small letters.
func (b *builder) isSmall(c *claim) bool {
	surface := b.corpus.Documents[c.doc].Text(c.Field)[c.Start:c.End]
	return surface == strings.ToLower(surface)
}

// spread returns what the background counts of a phrase, with its compounds written in one or apart, whichever is commoner.
func (b background) spread(fold string) ingest.TermCount {
	t, _ := b.term(fold)
	words := strings.Fields(fold)
	for i, w := range words {
		if apart, split := b.apart(w); split {
			words[i] = apart
		}
	}
	if apart, _ := b.term(strings.Join(words, " ")); apart.Documents > t.Documents {
		return apart
	}
	return t
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
	if b.isDefinedAt(c.doc, c.Span) {
		return false
	}
	for _, s := range b.background.senses(shortForm(surface)) {
		if s.Long == fold {
			return s.Documents >= spelledLeast
		}
	}
	return false
}

// isDefinedAt reports whether a document spells a short form out where it stands.
func (b *builder) isDefinedAt(doc int, at ingest.Span) bool {
	return slices.ContainsFunc(b.found[doc].Definitions, func(d extract.Definition) bool {
		return d.Span.Field == at.Field && d.Span.Start <= at.Start && at.End <= d.Span.End
	})
}

// isRecalled reports whether a document calls by a short form its own what it spells out elsewhere, without a claim: "with control barrier
// functions (CBF) … the proposed CBF" is a CBF of its own, not the first.
func (b *builder) isRecalled(doc int, br *extract.Brought) bool {
	_, own := b.reader.senses.own[doc][shortForm(br.Surface)]
	return own && br.By == extract.Owned && !b.isDefinedAt(doc, br.Span)
}
