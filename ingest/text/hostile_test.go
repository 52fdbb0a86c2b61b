package text_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/ingest/text"
)

func TestTokensOfOtherScripts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"vowel signs stay with their letters", "गहन शिक्षण।", []string{"गहन", "शिक्षण", "।"}},
		{"Japanese parts where the writing changes", "画像認識のためのニューラルネットとCNN", []string{"画像認識", "のための", "ニューラルネット", "と", "CNN"}},
		{"Chinese parts at particles and at Latin letters", "基于深度学习的目标检测ImageNet数据集", []string{"基于", "深度学习", "的", "目标检测", "ImageNet", "数据集"}},
		{"a particle inside another word is none", "目标与背景", []string{"目标", "与", "背景"}},
		{"Korean parts at blanks", "합성곱 신경망", []string{"합성곱", "신경망"}},
		{"a dash does not tie two writings", "深度-net", []string{"深度", "-", "net"}},
		{"numbers of papers are addresses", "see arXiv:2001.12345v2, doi:10.1145/3292500.3330701", []string{"see", "arXiv:2001.12345v2", ",", "doi:10.1145/3292500.3330701"}},
		{"mail", "to a.b@mail.example.org, or x@y.z.", []string{"to", "a", ".", "b@mail.example.org", ",", "or", "x@y.z", "."}},
		{"a measure at the end of a sentence", "by nDCG@10. Then P@k.", []string{"by", "nDCG@10", ".", "Then", "P@k", "."}},
		{"a word that only begins so", "a doi: none; arXiv: many", []string{"a", "doi", ":", "none", ";", "arXiv", ":", "many"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, surfaces(c.text)); diff != "" {
				t.Errorf("tokens of %q (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestSentencesOfOtherScripts(t *testing.T) {
	for s, want := range map[string]int{"一。二！三？四": 4, "क है। ख है।": 2, "هل هذا؟ نعم.": 2, "A.b": 1} {
		if got := len(text.Sentences(nil, s, text.Tokens(nil, s))); got != want {
			t.Errorf("%q has %d sentences, want %d", s, got, want)
		}
	}
}

func TestParticles(t *testing.T) {
	for w, want := range map[string]bool{
		"的": true, "基于": true, "のための": true, "図": true, "深度学习": false, "ニューラルネット": false, "word": false, "一个非常长的句子没有任何空格在里面": true,
		"การเรียนรู้เชิงลึกสำหรับการ": true, "граф": false,
	} {
		if got := text.IsParticle(w); got != want {
			t.Errorf("%q: %t, want %t", w, got, want)
		}
	}
}

func TestCleanDropsWhatIsNotSeen(t *testing.T) {
	for s, want := range map[string]string{
		"G\u200bN\u200bN":                        "GNN",
		"\u202bright\u202c\u200f \u2066in\u2069": "right in",
		"love \u2764\ufe0f snow":                 "love \u2764 snow",
		"می\u200cشود":                            "میشود",
		"word\u2060 joiner":                      "word joiner",
		"atten(cid:173)tion":                     "attention",
		"(cid:x) (cid:":                          "(cid:x) (cid:",
		"before ```\ncode = 1\n``` after":        "before \u2026 after",
		"a ``quoted'' word ```":                  "a ''quoted'' word '''",
	} {
		if got := text.Clean(s).Text; got != want {
			t.Errorf("%q reads %q, want %q", s, got, want)
		}
	}
}

func TestWhole(t *testing.T) {
	for _, c := range []struct{ name, given, part, want string }{
		{"nothing to widen", "deep nets", "deep", "deep"},
		{"a dollar sign before", "a $k$-NN graph", "k$-NN", "$k$-NN"},
		{"a dollar sign behind", "the size-$k$ set", "size-$k", "size-$k$"},
		{"a brace behind", `\emph{deep} nets`, `deep} nets`, `\emph{deep} nets`},
		{"a brace before", `big \textsc{Net} here`, `big \textsc{Net`, `big \textsc{Net}`},
		{"both", `on \emph{$k$-NN} graphs`, `k$-NN} graphs`, `\emph{$k$-NN} graphs`},
		{"an escaped dollar sign", `costs \$5 each`, `\$5 each`, `\$5 each`},
		{"a twin that is elsewhere", "$k and more$", "and", "and"},
		{"no twin at all", "k} graphs", "k} graphs", "k} graphs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := indexOf(t, c.given, c.part)
			if from, to := text.Whole(c.given, at, at+len(c.part)); c.given[from:to] != c.want {
				t.Errorf("%q in %q becomes %q, want %q", c.part, c.given, c.given[from:to], c.want)
			}
		})
	}
}

func indexOf(t *testing.T, s, part string) int {
	t.Helper()
	for i := range s {
		if len(s)-i >= len(part) && s[i:i+len(part)] == part {
			return i
		}
	}
	t.Fatalf("%q is not in %q", part, s)
	return 0
}

// TestRangesHoldWhatTheyReadFrom holds for each token that its range covers what it was read from, adds nothing but dollar signs, braces
// and commands, and widened again stays as it is.
func TestRangesHoldWhatTheyReadFrom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := prose().Draw(t, "text")
		v := text.Clean(s)
		for _, token := range text.Tokens(nil, v.Text) {
			start, end := v.Source(int(token.Start)), v.SourceEnd(int(token.End))
			from, to := v.Range(int(token.Start), int(token.End))
			if from > start || to < end || from < 0 || to > len(s) {
				t.Fatalf("%q at %d to %d of %q has the range %d to %d", v.Text[token.Start:token.End], start, end, s, from, to)
			}
			for _, b := range []byte(s[from:start] + s[end:to]) {
				if b != '$' && b != '{' && b != '}' && b != '\\' && (b|0x20 < 'a' || b|0x20 > 'z') {
					t.Errorf("the range of %q in %q adds %q and %q", v.Text[token.Start:token.End], s, s[from:start], s[end:to])
				}
			}
			if a, b := text.Whole(s, from, to); a != from || b != to {
				t.Errorf("%q of %q is widened to %q", s[from:to], s, s[a:b])
			}
		}
	})
}
