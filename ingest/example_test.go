package ingest_test

import (
	"fmt"

	"papergraph/ingest"
)

// Documents are numbered in the order of their ids; Input leads back to the order in which they were read.
func ExampleNewCorpus() {
	c := ingest.NewCorpus([]ingest.Document{
		{Title: "Walks on Graphs"},
		{Title: "Attention", DOI: "10.1000/182"},
		{Title: "Walks on Graphs", Year: 2020},
	})
	for read, n := range c.Input {
		fmt.Printf("read as %d: document %d, %s\n", read+1, n, c.Documents[n].ID)
	}
	// Output:
	// read as 1: document 1, walks-on-graphs
	// read as 2: document 0, 10.1000/182
	// read as 3: document 2, walks-on-graphs-2
}
