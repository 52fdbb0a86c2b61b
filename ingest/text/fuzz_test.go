package text_test

import (
	"testing"

	"papergraph/ingest/text"
)

// seeds are texts as abstracts hold them, with every kind of debris.
var seeds = []string{
	"", " ", "A plain sentence. And another, e.g. this one (see Fig. 3).",
	`We show \emph{that} $k$-NN with \alpha-divergence~\cite{doe} gains 3.5\% on ImageNet.`,
	"A &amp; B, H<sub>2</sub>O, e\ufb03cient atten\u00adtion, cafe\u0301.", "Code at https://example.org/~a_b. Or example.org/x!",
	"\\", "&", "<", "$", "\\cite{", "\\cite[a]{b}[c]", "&#x0;", "<a b=c>", "“Quoted.” Then 'more.' GPT-3.5? C++!", "\xff\xfe broken", "\u0301\u0301",
}

func seed(f *testing.F) {
	f.Helper()
	for _, s := range seeds {
		f.Add(s)
	}
}

func FuzzTokens(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) { checkTokens(t, s, text.Tokens(nil, s)) })
}

func FuzzSentences(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) { checkSentences(t, s) })
}

func FuzzClean(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) { checkView(t, s, text.Clean(s)) })
}
