package answer_test

import (
	"context"
	"fmt"

	"papergraph/graph/answer/answertest"
)

// Three papers share a method; the guide says why two of them are linked:
//
//	tune ── LoRA ── merge
func Example() {
	g, err := answertest.Read(context.Background(), "three.jsonl", `
{"id":"tune","title":"LoRA: Low-Rank Adaptation","abstract":"We propose low-rank adaptation (LoRA)."}
{"id":"merge","title":"Merging what was tuned","abstract":"We merge models that were tuned with LoRA."}
{"id":"other","title":"A survey of birds","abstract":"Birds sing in the morning."}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	x, err := g.Explain("tune", "merge")
	if err != nil {
		fmt.Println(err)
		return
	}
	best := x.Shares[0]
	fmt.Println(x.Linked, best.Label, best.Kind)
	fmt.Println(best.Evidence.Target[0].Sentence)
	_, err = g.Explain("tune", "merging")
	fmt.Println(err)
	// Output:
	// true LoRA method
	// We merge models that were tuned with LoRA.
	// no paper "merging"; near it: "merge"
}
