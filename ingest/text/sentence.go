package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is a part of a text: bytes Start to End-1, and the tokens First to Last-1 that stand in it.
type Sentence struct {
	Start, End  int32
	First, Last int32
}

// shortened are words that end in a point and seldom end a sentence.
var shortened = map[string]bool{
	"e.g": true, "i.e": true, "cf": true, "al": true, "fig": true, "figs": true, "eq": true, "eqs": true, "sec": true,
	"vs": true, "resp": true, "approx": true, "no": true, "ref": true, "refs": true, "dr": true, "prof": true, "mr": true,
	"mrs": true, "ms": true, "st": true, "w.r.t": true, "a.k.a": true, "ca": true, "viz": true, "dept": true, "ch": true, "tab": true,
}

// Sentences appends the sentences of s, whose tokens are given, to dst. A sentence ends behind a point, a question mark
// or an exclamation mark, with what closes behind it, where a blank follows and what comes next can begin a sentence; not
// after a shortened word or an initial. The stops of Chinese, Japanese, Hindi, Arabic and Urdu end one whatever follows.
// O(tokens) time.
func Sentences(dst []Sentence, s string, tokens []Token) []Sentence {
	first := 0
	for i := range tokens {
		if c := tokens[i].Class; i+1 < len(tokens) && (c != Mark && c != Close || !ends(s, tokens, i)) {
			continue
		}
		dst = append(dst, sentence(tokens, first, i+1))
		first = i + 1
	}
	if first < len(tokens) {
		dst = append(dst, sentence(tokens, first, len(tokens)))
	}
	return dst
}

func sentence(tokens []Token, first, last int) Sentence {
	return Sentence{tokens[first].Start, tokens[last-1].End, int32(first), int32(last)}
}

// ends reports whether the sentence ends behind token i, a mark or a closing bracket that is not the last.
func ends(s string, tokens []Token, i int) bool {
	t, after := &tokens[i], &tokens[i+1]
	if t.Class == Mark && isForeignStop(s[t.Start:t.End]) {
		return true
	}
	if !after.Spaced {
		return false
	}
	stop := i
	for stop > 0 && closes(s, tokens[stop]) && !tokens[stop].Spaced {
		stop--
	}
	switch s[tokens[stop].Start] {
	case '?', '!':
	case '.':
		if stop > 0 && !tokens[stop].Spaced && isShortened(s, tokens[:stop]) {
			return false
		}
	default:
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[after.Start:])
	return !unicode.IsLower(r) || looksLikeName(s[after.Start:after.End])
}

// isForeignStop reports whether a sign ends sentences of other scripts, with or without a blank behind.
func isForeignStop(sign string) bool {
	switch sign {
	case "\u3002", "\uff01", "\uff1f", "\u0964", "\u06d4", "\u061f":
		return true
	}
	return false
}

// closes reports whether a token can stand behind the sign that ends a sentence: a bracket or a closing quotation mark.
func closes(s string, t Token) bool {
	switch s[t.Start:t.End] {
	case "\"", "'", "\u201d", "\u2019":
		return true
	}
	return t.Class == Close
}

// isShortened reports whether the last of the tokens, behind which a point stands, is a shortened word or an initial.
func isShortened(s string, tokens []Token) bool {
	end := len(tokens) - 1
	first := end
	for first > 0 && !tokens[first].Spaced && (tokens[first-1].Class == Word || s[tokens[first-1].Start] == '.') {
		first--
	}
	w := strings.ToLower(s[tokens[first].Start:tokens[end].End])
	if shortened[w] {
		return true
	}
	r, size := utf8.DecodeRuneInString(s[tokens[first].Start:])
	return size == len(w) && unicode.IsUpper(r)
}

// looksLikeName reports whether a word that begins in lower case may still begin a sentence: iPhone, t-SNE, k-NN.
func looksLikeName(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) > 0
}
