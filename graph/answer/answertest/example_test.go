package answertest_test

import (
	"context"
	"fmt"

	"papergraph/graph/answer/answertest"
)

func ExampleRead() {
	g, err := answertest.Read(context.Background(), "two.jsonl", `{"id":"a","title":"One"}
{"id":"b","title":"Two"}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range g.Atlas().Corpus.Documents {
		fmt.Println(d.ID, d.Title)
	}
	// Output:
	// a One
	// b Two
}
