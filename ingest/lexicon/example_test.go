package lexicon_test

import (
	"bytes"
	"fmt"

	"papergraph/ingest"
	"papergraph/ingest/lexicon"
)

// A table is written from counts and read back.
func Example() {
	b := ingest.Background{
		Documents: 100,
		Terms:     []ingest.TermCount{{Key: "bee", Documents: 40, Alone: 25}, {Key: "waggle dance", Documents: 12, Alone: 9}},
		Splits:    []ingest.Split{{Joined: "beehive", Apart: "bee hive", Documents: 5}},
	}
	var file bytes.Buffer
	if err := lexicon.Write(&file, &b); err != nil {
		fmt.Println(err)
		return
	}
	l, err := lexicon.Open(file.Bytes())
	if err != nil {
		fmt.Println(err)
		return
	}
	dance, _ := l.Term("waggle dance")
	fmt.Printf("in %d of %d, alone in %d\n", dance.Documents, l.Documents(), dance.Alone)
	_, found := l.Term("swarm")
	fmt.Println(found)
	// Output:
	// in 12 of 100, alone in 9
	// false
}
