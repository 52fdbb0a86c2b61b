package papers_test

import (
	"context"
	"fmt"

	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

// Three papers, of which two have a subject in common:
//
//	a ─── b     c
func ExampleBuild() {
	c := ingest.NewCorpus([]ingest.Document{
		{ID: "a", Title: "Model merging by averages", Abstract: "Model merging joins trained networks into one."},
		{ID: "b", Title: "What model merging loses", Abstract: "We measure what is lost when model merging is done without data."},
		{ID: "c", Title: "Bird songs at dawn", Abstract: "Great tits sing before sunrise."},
	})
	found := make([]extract.Found, len(c.Documents))
	r := extract.NewReader(extract.NewSpellings())
	for i := range found {
		found[i] = r.Document(&c.Documents[i])
	}
	ctx := context.Background()
	v, err := vocab.Build(ctx, c, found, vocab.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	n, err := papers.Build(ctx, c, v, papers.Options{Neighbours: 10}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range n.Links.Edges() {
		_, shares := n.Shares(int(e.U), int(e.V))
		reason := shares[0].Term
		fmt.Printf("%s and %s: %s\n", c.Documents[e.U].ID, c.Documents[e.V].ID, v.Terms[reason].Label)
		for _, e := range n.Evidence(int(e.V), reason) {
			fmt.Println(" ", e.Sentence)
		}
	}
	// Output:
	// a and b: model merging
	//   What model merging loses
	//   We measure what is lost when model merging is done without data.
}
