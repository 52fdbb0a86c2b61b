package lexicon

import (
	_ "embed" // the table
	"sync"
)

//go:embed papers.lexicon
var papers []byte

// Embedded returns the table in the program, made by
//
//	papergraph lexicon build papers-60k.jsonl.zst -o ingest/lexicon/papers.lexicon
//
// from titles and abstracts of 60,000 papers. It is opened once, when first asked for.
var Embedded = sync.OnceValue(func() *Lexicon {
	l, err := Open(papers)
	if err != nil {
		panic(err) // the program was built from a damaged file
	}
	return l
})
