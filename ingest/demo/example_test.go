package demo_test

import (
	"bytes"
	"encoding/json"
	"fmt"

	"papergraph/ingest/demo"
)

// The first paper of the example.
func ExampleJSONL() {
	line, _, _ := bytes.Cut(demo.JSONL(), []byte("\n"))
	var paper struct {
		ID, Title string
		Year      int
	}
	if err := json.Unmarshal(line, &paper); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(paper.ID)
	fmt.Println(paper.Title, paper.Year)
	// Output:
	// ho-2020-denoising
	// Denoising Diffusion Probabilistic Models 2020
}
