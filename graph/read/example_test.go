package read_test

import (
	"context"
	"fmt"
	"strings"

	"papergraph/graph/read"
)

// A triangle and its tail, one edge given twice:
//
//	ant───bee
//	   ╲ ╱
//	   cat───dog
func Example() {
	const text = "source\ttarget\tweight\nbee\tant\t0.5\nant\tcat\t1\ncat\tbee\t0.25\ndog\tcat\t1\nant\tbee\t0.5\n"
	g, err := read.File(context.Background(), strings.NewReader(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range g.Links.Edges() {
		fmt.Println(g.Names[e.U], g.Names[e.V], e.Weight)
	}
	for _, w := range g.Warnings {
		fmt.Printf("line %d: %s, %d times: %s\n", w.Line, w.What, w.Count, w.Done)
	}
	// Output:
	// ant bee 0.5
	// ant cat 1
	// bee cat 0.25
	// cat dog 1
	// line 6: edge given again, 1 times: left out
}
