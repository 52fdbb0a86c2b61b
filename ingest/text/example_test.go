package text_test

import (
	"fmt"

	"papergraph/ingest/text"
)

// A text is cleaned, parted into sentences and tokens, and every token is found again in the text as given.
func Example() {
	given := `We use the $k$-NN graph, e.g.\ for CFG++. It is \emph{small}.`
	v := text.Clean(given)
	tokens := text.Tokens(nil, v.Text)
	for _, s := range text.Sentences(nil, v.Text, tokens) {
		fmt.Println(v.Text[s.Start:s.End])
		for _, t := range tokens[s.First:s.Last] {
			if t.Class == text.Word {
				fmt.Printf("  %s ← %s\n", v.Text[t.Start:t.End], given[v.Source(int(t.Start)):v.SourceEnd(int(t.End))])
			}
		}
	}
	// Output:
	// We use the k-NN graph, e.g. for CFG++.
	//   We ← We
	//   use ← use
	//   the ← the
	//   k-NN ← k$-NN
	//   graph ← graph
	//   e ← e
	//   g ← g
	//   for ← for
	//   CFG++ ← CFG++
	// It is small.
	//   It ← It
	//   is ← is
	//   small ← small
}
