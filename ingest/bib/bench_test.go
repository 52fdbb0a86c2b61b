package bib_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"papergraph/ingest/bib"
)

// paperText makes a title and an abstract of about 1,200 bytes from made-up words.
func paperText(rng *rand.Rand) (title, abstract string) {
	word := func() string {
		var b strings.Builder
		for range 2 + rng.IntN(3) {
			b.WriteByte("bdfgklmnprstvz"[rng.IntN(14)])
			b.WriteByte("aeiou"[rng.IntN(5)])
		}
		return b.String()
	}
	sentence := func(n int) string {
		words := make([]string, n)
		for i := range words {
			words[i] = word()
		}
		return "The " + strings.Join(words, " ")
	}
	var b strings.Builder
	for range 9 {
		b.WriteString(sentence(18) + ". ")
	}
	return sentence(8), b.String()
}

func BenchmarkRead(b *testing.B) {
	const papers = 5000
	rng := rand.New(rand.NewPCG(1, 1))
	var jsonl, listing, table strings.Builder
	table.WriteString("id,title,abstract,year\n")
	for i := range papers {
		title, abstract := paperText(rng)
		fmt.Fprintf(&jsonl, `{"id":"p%d","title":%q,"abstract":%q,"year":2020,"authors":["Ada Brook","Li Wei"]}`+"\n", i, title, abstract)
		fmt.Fprintf(&listing, "%s\n%s\n", title, abstract)
		fmt.Fprintf(&table, "p%d,%s,\"%s\",2020\n", i, title, abstract)
	}
	for _, c := range []struct{ name, file, text string }{
		{"jsonl", "x.jsonl", jsonl.String()}, {"listing", "x.txt", listing.String()}, {"csv", "x.csv", table.String()},
	} {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/papers=%d/workers=%d", c.name, papers, workers), func(b *testing.B) {
				b.SetBytes(int64(len(c.text)))
				for b.Loop() {
					corpus, _, err := bib.ReadFrom(b.Context(), c.file, strings.NewReader(c.text), bib.Options{Workers: workers})
					if err != nil || len(corpus.Documents) != papers {
						b.Fatal(err, "or papers are missing")
					}
				}
			})
		}
	}
}
