package atlas_test

import (
	"bytes"
	"context"
	"fmt"

	"papergraph/graph/atlas"
	"papergraph/ingest/bib"
	"papergraph/ingest/demo"
)

// The embedded example, from its bytes to a map.
func ExampleBuild() {
	ctx := context.Background()
	corpus, reading, err := bib.ReadFrom(ctx, "demo.jsonl", bytes.NewReader(demo.JSONL()), bib.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	in := atlas.Input{Title: "example", Corpus: corpus, Reading: reading}
	a, err := atlas.Build(ctx, in, atlas.DefaultSettings, 0, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("a place for each paper:", len(a.Positions) == len(corpus.Documents))
	fmt.Println("communities with a name:", len(a.Communities) > 5 && a.Communities[0].Name != "")
	for _, m := range a.Measures {
		fmt.Print(m.Name, " ")
	}
	// Output:
	// a place for each paper: true
	// communities with a name: true
	// pagerank betweenness closeness harmonic degree strength kcore influence
}
