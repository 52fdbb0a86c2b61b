package text_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/ingest/text"
)

// surfaces returns the tokens of s as text.
func surfaces(s string) []string {
	var out []string
	for _, t := range text.Tokens(nil, s) {
		out = append(out, s[t.Start:t.End])
	}
	return out
}

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", " \t\n", nil},
		{"words and marks", "Yes, it works.", []string{"Yes", ",", "it", "works", "."}},
		{"a dash inside a word", "k-NN and self-attention", []string{"k-NN", "and", "self-attention"}},
		{"a dash at an end is a mark", "pre- and post-training", []string{"pre", "-", "and", "post-training"}},
		{"a dash between numbers", "pages 10–20", []string{"pages", "10–20"}},
		{"a long dash parts", "models—even small ones", []string{"models", "—", "even", "small", "ones"}},
		{"signs behind a name", "CFG++ in C# or C++.", []string{"CFG++", "in", "C#", "or", "C++", "."}},
		{"versions", "GPT-3.5 and LLaMA-3.1-8B", []string{"GPT-3.5", "and", "LLaMA-3.1-8B"}},
		{"numbers", "1,000 of 3.14, 95%", []string{"1,000", "of", "3.14", ",", "95%"}},
		{"a slash joins capitals and digits only", "L2/3 T2I/I2I and/or", []string{"L2/3", "T2I/I2I", "and", "/", "or"}},
		{"an ampersand inside", "R&D a&b", []string{"R&D", "a", "&", "b"}},
		{"a measure at a rank", "nDCG@10 @home", []string{"nDCG@10", "@", "home"}},
		{"apostrophes inside", "don't the model’s 'quoted'", []string{"don't", "the", "model’s", "'", "quoted", "'"}},
		{"a point inside letters parts", "end.Next e.g. this", []string{"end", ".", "Next", "e", ".", "g", ".", "this"}},
		{"brackets", "f(x) [1] {y}", []string{"f", "(", "x", ")", "[", "1", "]", "{", "y", "}"}},
		{"accents in either form", "Erdős Erdo\u030bs", []string{"Erdős", "Erdo\u030bs"}},
		{"letters of other scripts", "図 и граф", []string{"図", "и", "граф"}},
		{"blanks of other widths", "a\u2009b\u00a0c", []string{"a", "b", "c"}},
		{"an address", "at https://example.org/a_b?c=1&d=(2).", []string{"at", "https://example.org/a_b?c=1&d=(2", ")", "."}},
		{"an address in brackets", "(www.example.org/x)", []string{"(", "www.example.org/x", ")"}},
		{"an address without a scheme", "see example.org/code, it", []string{"see", "example.org/code", ",", "it"}},
		{"an address in braces", "{http://example.org}{here}", []string{"{", "http://example.org", "}", "{", "here", "}"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, surfaces(c.text)); diff != "" {
				t.Errorf("tokens of %q (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestClasses(t *testing.T) {
	for s, want := range map[string]text.Class{
		"word": text.Word, "k-NN": text.Word, "3D": text.Word, "10x": text.Word, "42": text.Number, "95%": text.Number, "1,000.5": text.Number,
		"(": text.Open, "[": text.Open, "{": text.Open, ")": text.Close, "]": text.Close, "}": text.Close, ",": text.Mark, "—": text.Mark,
		"https://example.org": text.Address, "example.org/x": text.Address,
	} {
		tokens := text.Tokens(nil, s)
		if len(tokens) != 1 || tokens[0].Class != want {
			t.Errorf("%q has tokens %+v, want one of class %d", s, tokens, want)
		}
	}
}

func TestTokensAppends(t *testing.T) {
	tokens := text.Tokens(text.Tokens(nil, "one two"), "three")
	if len(tokens) != 3 || tokens[2].Start != 0 {
		t.Errorf("tokens of a second text behind those of a first: %+v", tokens)
	}
}

// checkTokens holds that tokens cover all but blanks, in order, without overlap, on borders of runes, and know of the
// blank before them.
func checkTokens(t interface{ Errorf(string, ...any) }, s string, tokens []text.Token) {
	at := 0
	for i, token := range tokens {
		start, end := int(token.Start), int(token.End)
		if start < at || end <= start || end > len(s) {
			t.Errorf("token %d of %q is %d to %d, and the one before ends at %d", i, s, start, end, at)
			return
		}
		gap := s[at:start]
		if strings.TrimFunc(gap, unicode.IsSpace) != "" {
			t.Errorf("no token of %q covers %q", s, gap)
		}
		if token.Spaced != (i == 0 || gap != "") {
			t.Errorf("token %d of %q: spaced is %t behind %q", i, s, token.Spaced, gap)
		}
		if !onBorders(s, start, end) {
			t.Errorf("token %d of %q is %q, which cuts a rune", i, s, s[start:end])
		}
		at = end
	}
	if strings.TrimFunc(s[at:], unicode.IsSpace) != "" {
		t.Errorf("no token of %q covers its end %q", s, s[at:])
	}
}

// onBorders reports whether start and end cut no rune of s; inside bytes that are no UTF-8 every place will do.
func onBorders(s string, start, end int) bool {
	return !utf8.ValidString(s) || utf8.ValidString(s[:start]) && utf8.ValidString(s[start:end])
}

// prose generates text of the pieces that abstracts are made of, in any order.
func prose() *rapid.Generator[string] {
	piece := rapid.SampledFrom([]string{
		"word", "Word", "GPT-3.5", "CFG++", "k-NN", "e.g.", "et al.", "Fig.", "i.e.", " ", " ", " ", "\n", ".", "?", "!", ",", ":", "(", ")", "[", "]", "\"",
		"”", "’s", "'", "\\emph{", "}", "$", "$k$", "\\alpha", "\\%", "\\cite{a}", "\\cite{", "{", "&amp;", "&lt;", "&", "<b>", "</b>", "<", ">", "ﬁ", "ﬀ",
		"\u00ad", "\u200b", "e\u0301", "\u0301", "é", "–", "—", "https://", "www.", "x.org/", "~", "`", "^", "_", "1,000", "95%", "ß", "図", "\\", "\u1100\u1161",
	})
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "") })
}

func TestTokensCoverAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(prose(), rapid.String()).Draw(t, "text")
		checkTokens(t, s, text.Tokens(nil, s))
	})
}
