package papers

import (
	"strings"
	"unicode"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/text"
)

// bareLetters is how many capitals may stand for many things.
const bareLetters = 5

// isBareCapitals reports whether a paper writes a term in a few capitals only, and does not say what they stand for.
func (n *Network) isBareCapitals(paper int, term int32) bool {
	for s := range n.written(paper, term) {
		if len(s) > bareLetters || strings.ToUpper(s) != s {
			return false
		}
	}
	return true
}

// isDistinct reports whether a paper writes a term with a capital behind a small letter, FenNet, not SWF or Reed, and so as the paper that
// introduces it, whose spellings are given.
func (n *Network) isDistinct(paper int, term int32, spellings map[string]bool) bool {
	if strings.ContainsAny(n.Vocabulary.Terms[term].Key, " -") {
		return false
	}
	return n.anySurface(paper, term, func(s string) bool {
		small := strings.IndexFunc(s, unicode.IsLower)
		return small >= 0 && strings.IndexFunc(s[small:], unicode.IsUpper) > 0 && !strings.Contains(s, " ") && spellings[letters(s)]
	})
}

// isSpelledAlike reports whether a paper writes a term anywhere in one of the spellings, or a phrase out.
func (n *Network) isSpelledAlike(paper int, term int32, spellings map[string]bool) bool {
	phrase := strings.ContainsAny(n.Vocabulary.Terms[term].Key, " -")
	return n.anySurface(paper, term, func(s string) bool {
		return phrase && strings.ContainsAny(s, " -") || spellings[letters(s)] && !strings.Contains(s, " ")
	})
}

// anySurface reports whether one of the surfaces of a term in a paper is such.
func (n *Network) anySurface(paper int, term int32, is func(string) bool) bool {
	d := &n.Corpus.Documents[paper]
	for _, m := range n.Vocabulary.Mentions(paper) {
		if m.Term == term && is(text.Clean(d.Text(m.Field)[m.Start:m.End]).Text) {
			return true
		}
	}
	return false
}

// isTitle reports whether a paper introduces a term by a title that is nothing else.
func (n *Network) isTitle(paper int, term int32) bool {
	i, ok := n.Vocabulary.Introduction(paper, term)
	title := strings.TrimSpace(n.Corpus.Documents[paper].Title)
	return ok && i.Field == ingest.Title && int(i.End-i.Start) >= len(title)-1 // a full stop may follow
}

// isPlainPhrase reports whether a term is mostly written as several words without a capital.
func (n *Network) isPlainPhrase(term int32) bool {
	label := n.Vocabulary.Terms[term].Label
	return strings.ContainsAny(label, " -") && label == strings.ToLower(label)
}

// isHead reports whether a paper introduces a term of several words by the head of a longer title.
func (n *Network) isHead(paper int, term int32) bool {
	i, ok := n.Vocabulary.Introduction(paper, term)
	return ok && i.By == extract.Headed && strings.ContainsAny(n.Vocabulary.Terms[term].Key, " -") && !n.isTitle(paper, term)
}

// isNamed reports whether the abstract of a paper writes a term as a name somewhere: in one word with a capital inside, so its short
// form, or with a capital where prose has none. Titles tell nothing, since they have capitals anyway.
func (n *Network) isNamed(paper int, term int32) bool {
	abstract := n.Corpus.Documents[paper].Abstract
	for _, m := range n.Vocabulary.Mentions(paper) {
		if m.Term == term && m.Field == ingest.Abstract && isName(abstract[m.Start:m.End], beginsSentence(abstract, int(m.Start))) {
			return true
		}
	}
	return false
}

// isName reports whether a surface, at the beginning of a sentence or not, is written as a name.
func isName(surface string, first bool) bool {
	if !strings.Contains(surface, " ") {
		inside := surface[1:] != strings.ToLower(surface[1:])
		return (inside || !first && surface[0] >= 'A' && surface[0] <= 'Z') && !isCompound(surface)
	}
	for word := range strings.FieldsFuncSeq(surface, func(r rune) bool { return r == ' ' || r == '-' }) {
		if capital := word[0] >= 'A' && word[0] <= 'Z'; capital && !first && len(word) > 1 && word[1:] == strings.ToLower(word[1:]) {
			return true
		}
		first = false
	}
	return false
}

// isCompound reports whether a part of a word with dashes is of small letters: Vision-based.
func isCompound(surface string) bool {
	for part := range strings.SplitSeq(surface, "-") {
		if len(part) > 1 && part == strings.ToLower(part) && part != surface {
			return true
		}
	}
	return false
}

// beginsSentence reports whether nothing, or the end of a sentence, stands before a place.
func beginsSentence(s string, at int) bool {
	before := strings.TrimRight(s[:at], " \n\t\"'(")
	return before == "" || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "!") || strings.HasSuffix(before, "?") || strings.HasSuffix(before, ":")
}
