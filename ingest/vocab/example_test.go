package vocab_test

import (
	"context"
	"fmt"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

// Three documents speak of two methods, one of them inside another's name:
//
//	pruning ── channel pruning
func Example() {
	c := ingest.NewCorpus([]ingest.Document{
		{ID: "a", Abstract: "We study channel pruning. Pruning saves time, and low-rank adaptation (LoRA) saves memory."},
		{ID: "b", Abstract: "Channel-pruning needs data. QLoRA is not LoRA."},
		{ID: "c", Abstract: "Low-rank adaptations and channel pruning; pruning."},
	})
	found := make([]extract.Found, len(c.Documents))
	r := extract.NewReader(extract.NewSpellings())
	for i := range found {
		found[i] = r.Document(&c.Documents[i])
	}
	v, err := vocab.Build(context.Background(), c, found, vocab.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, spelling := range []string{"Channel Pruning", "LoRA", "low-rank adaptation"} {
		i, ok := v.Find(spelling)
		if !ok {
			fmt.Printf("%s: no term by itself\n", spelling)
			continue
		}
		t := &v.Terms[i]
		fmt.Printf("%s: %q in %d documents\n", spelling, t.Key, t.Documents)
		for _, above := range t.Broader {
			fmt.Printf("  below %q\n", v.Terms[above].Key)
		}
	}
	// Output:
	// Channel Pruning: "channel pruning" in 3 documents
	//   below "pruning"
	// LoRA: no term by itself
	// low-rank adaptation: "low-rank adaptation" in 3 documents
}
