package export_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"papergraph/graph/answer/answertest"
	"papergraph/graph/export"
)

// Two papers that share a method become two nodes and an edge that says why:
//
//	tune ── LoRA ── merge
func Example() {
	ctx := context.Background()
	g, err := answertest.Read(ctx, "two.jsonl", `
{"id":"tune","title":"LoRA: Low-Rank Adaptation","abstract":"We propose low-rank adaptation (LoRA)."}
{"id":"merge","title":"Merging what was tuned","abstract":"We merge models that were tuned with LoRA."}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	var b bytes.Buffer
	if err := export.GraphML(ctx, &b, g, export.Selection{}); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(b.String()) {
		if strings.HasPrefix(line, "<edge") {
			fmt.Println(line[:strings.Index(line, ">")+1])
			fmt.Println(strings.Contains(line, `<data key="e_methods">LoRA</data>`))
		}
	}
	// Output:
	// <edge id="e0" source="n0" target="n1">
	// true
}
