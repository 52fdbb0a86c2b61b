package text_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"papergraph/ingest/text"
)

// abstract makes a text of n sentences of 18 made-up words; one word in ten is markup where marked says so.
func abstract(rng *rand.Rand, n int, marked bool) string {
	var b strings.Builder
	for range n {
		b.WriteString("The")
		for range 18 {
			var w strings.Builder
			for range 2 + rng.IntN(3) {
				w.WriteByte("bdfgklmnprstvz"[rng.IntN(14)])
				w.WriteByte("aeiou"[rng.IntN(5)])
			}
			if marked && rng.IntN(10) == 0 {
				fmt.Fprintf(&b, ` \emph{%s} $k$`, w.String())
			} else {
				b.WriteString(" " + w.String())
			}
		}
		b.WriteString(". ")
	}
	return b.String()
}

func BenchmarkSentences(b *testing.B) {
	for _, marked := range []bool{false, true} {
		s := abstract(rand.New(rand.NewPCG(1, 1)), 9, marked)
		b.Run(fmt.Sprintf("bytes=%d/marked=%t", len(s), marked), func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			var tokens []text.Token
			var sentences []text.Sentence
			for b.Loop() {
				v := text.Clean(s)
				tokens = text.Tokens(tokens[:0], v.Text)
				sentences = text.Sentences(sentences[:0], v.Text, tokens)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "abstracts/s")
		})
	}
}
