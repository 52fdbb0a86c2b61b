package report_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"papergraph/graph/answer/answertest"
	"papergraph/graph/report"
)

// Two papers share a method, a third shares nothing:
//
//	tune ── LoRA ── merge    birds
func Example() {
	ctx := context.Background()
	g, err := answertest.Read(ctx, "three.jsonl", `
{"id":"tune","title":"LoRA: Low-Rank Adaptation","abstract":"We propose low-rank adaptation (LoRA)."}
{"id":"merge","title":"Merging what was tuned","abstract":"We merge models that were tuned with LoRA."}
{"id":"birds","title":"A survey of birds","abstract":"Birds sing in the morning."}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := report.Make(ctx, g, report.DefaultOptions)
	if err != nil {
		fmt.Println(err)
		return
	}
	var b bytes.Buffer
	if err := r.Text(&b); err != nil {
		fmt.Println(err)
		return
	}
	head, _, _ := strings.Cut(b.String(), "\n1 community")
	fmt.Print(head)
	fmt.Println(r.Unlinked)
	// Output:
	// Report on three.jsonl
	// =====================
	//
	// 3 papers from 3 records.
	//
	// 1 link joins 2 of the papers; that is 33 % of all pairs (density 0.333). All linked papers hang
	// together; from one to another it takes 1.00 links on average and 1 at most. Of two papers that are
	// linked to a third, 0 % are linked to each other (transitivity 0).
	// [birds]
}
