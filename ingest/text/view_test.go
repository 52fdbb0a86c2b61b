package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"papergraph/ingest/text"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, given, want string }{
		{"nothing to do", "plain text, as it is", "plain text, as it is"},
		{"emphasis", `an \emph{important} \textbf{word}`, "an important word"},
		{"old emphasis", `{\em important} and {\bf bold}`, "important and bold"},
		{"a formula in a name", `the $k$-NN of $k$ points`, "the k-NN of k points"},
		{"a Greek letter", `an \alpha-divergence, $\beta$-VAE`, "an α-divergence, β-VAE"},
		{"indices", `$x_i^2$ but snake_case`, "xi2 but snake_case"},
		{"escaped signs", `95\% of R\&D \$5 a\_b \#1`, "95% of R&D $5 a_b #1"},
		{"citations", `as shown~\cite{doe2020} here`, "as shown  here"},
		{"citations with notes", `as \citep[see][p.~3]{doe} said`, "as  said"},
		{"a footnote", `code\footnote{At home.} is here`, "code is here"},
		{"coloured text stays", `a \textcolor{red}{red} word`, "a red word"},
		{"a brace that nothing closes", `as \cite{doe said`, "as doe said"},
		{"accents", `Schr\"odinger and Erd\H{o}s and \'{e}cole`, "Schrodinger and Erdos and ecole"},
		{"a break", `one\\two`, "one two"},
		{"thin blanks", `10\,000 items`, "10000 items"},
		{"a hard blank", `Figure~3`, "Figure 3"},
		{"quotation marks", "``quoted''", "''quoted''"},
		{"entities", "A &amp; B &lt; C, caf&eacute; &#233;", "A & B < C, café é"},
		{"no entity", "R&D; A & B;", "R&D; A & B;"},
		{"tags", `H<sub>2</sub>O, <i>in vivo</i>, <a href="x">here</a>, <br/>`, "H2O, in vivo, here, "},
		{"no tags", "p < 0.05, a <b and c> d, x<y", "p < 0.05, a <b and c> d, x<y"},
		{"ligatures", "e\ufb03cient \ufb01ne \ufb02ow", "efficient fine flow"},
		{"a soft hyphen", "atten\u00adtion", "attention"},
		{"a blank of no width", "diffu\u200bsion", "diffusion"},
		{"compositions", "Erdo\u030bs", "Erdős"},
		{"a tilde in an address", "at http://x.org/~doe", "at http://x.org/~doe"},
		{"an unknown command", `the \mymethod{} wins`, "the  wins"},
		{"a lone backslash at the end", `the end\`, "the end"},
		{"a lone ampersand at the end", "A &", "A &"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := text.Clean(c.given)
			if v.Text != c.want {
				t.Errorf("%q is cleaned to %q, want %q", c.given, v.Text, c.want)
			}
			checkView(t, c.given, v)
		})
	}
}

// TestSource looks up where words of the cleaned text stand in the text as given.
func TestSource(t *testing.T) {
	for _, c := range []struct{ name, given, word, want string }{
		{"untouched", "a plain word", "word", "word"},
		{"inside a command", `an \emph{important} word`, "important", "important"},
		{"behind a command", `an \emph{important} word`, "word", "word"},
		{"a formula in it", `the $k$-NN rule`, "k-NN", "k$-NN"},
		{"a sign written as a command, at the end", `TGF-\beta rules`, "TGF-β", `TGF-\beta`},
		{"a sign written as a command, at the head", `\alpha-divergence`, "α-divergence", `\alpha-divergence`},
		{"an entity at the end", "a caf&eacute; here", "café", "caf&eacute;"},
		{"a tag behind it", "H<sub>2</sub> gas", "H2", "H<sub>2"},
		{"a ligature", "the \ufb01ne \ufb02ow", "fine", "\ufb01ne"},
		{"a soft hyphen inside", "atten\u00adtion is", "attention", "atten\u00adtion"},
		{"a composition at the end", "cafe\u0301 here", "café", "cafe\u0301"},
		{"a citation behind it", `LoRA\cite{hu} wins`, "LoRA", "LoRA"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := text.Clean(c.given)
			i := strings.Index(v.Text, c.word)
			if i < 0 {
				t.Fatalf("no %q in %q", c.word, v.Text)
			}
			if got := c.given[v.Source(i):v.SourceEnd(i+len(c.word))]; got != c.want {
				t.Errorf("%q comes from %q, want %q", c.word, got, c.want)
			}
		})
	}
}

// TestCleanIsNormal holds that text without markup comes out in normal form C.
func TestCleanIsNormal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("ae\u0301\u0323\u030a c\u0327ﬁ\u1100\u1161\u11a8Å図"))).Draw(t, "text")
		want := norm.NFC.String(strings.ReplaceAll(s, "ﬁ", "fi"))
		if got := norm.NFC.String(text.Clean(s).Text); got != want {
			t.Errorf("%q is cleaned to %q, want %q", s, got, want)
		}
		if !strings.Contains(s, "ﬁ") && text.Clean(s).Text != want {
			t.Errorf("%q is cleaned to %q, which is not in normal form", s, text.Clean(s).Text)
		}
	})
}

// checkView holds that each place of a view leads to one of the text as given, in order, on borders of runes, and that
// every token of it comes from a part of that text.
func checkView(t interface{ Errorf(string, ...any) }, given string, v text.View) {
	if utf8.ValidString(given) && !utf8.ValidString(v.Text) {
		t.Errorf("%q is cleaned to %q, which is no UTF-8", given, v.Text)
	}
	if v.Source(len(v.Text)) != len(given) || v.SourceEnd(0) != v.Source(0) {
		t.Errorf("%q: the view begins at %d and ends at %d", given, v.SourceEnd(0), v.Source(len(v.Text)))
	}
	start, end := 0, 0
	for i := range len(v.Text) {
		from, to := v.Source(i), v.SourceEnd(i+1)
		if from < start || to < end || to <= from || to > len(given) {
			t.Errorf("byte %d of the view of %q comes from %d to %d, the one before from %d to %d", i, given, from, to, start, end)
			return
		}
		start, end = from, to
	}
	for _, token := range text.Tokens(nil, v.Text) {
		from, to := v.Source(int(token.Start)), v.SourceEnd(int(token.End))
		if from >= to || !onBorders(given, from, to) {
			t.Errorf("%q of the view of %q comes from bytes %d to %d", v.Text[token.Start:token.End], given, from, to)
		}
	}
}

func TestViewsOfAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(prose(), rapid.String()).Draw(t, "text")
		checkView(t, s, text.Clean(s))
	})
}

// TestBracesThatNothingCloses holds that looking for their ends does not take the square of the length: this would take
// minutes.
func TestBracesThatNothingCloses(t *testing.T) {
	given := strings.Repeat(`\cite{`, 1<<18)
	if v := text.Clean(given); v.Text != "" {
		t.Errorf("%d bytes are left, beginning with %q", len(v.Text), v.Text[:min(20, len(v.Text))])
	}
}
