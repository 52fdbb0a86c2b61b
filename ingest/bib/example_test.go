package bib_test

import (
	"context"
	"fmt"
	"strings"

	"papergraph/ingest/bib"
)

// Lines copied from a web page: a banner, then title and abstract by turns, the second title without one.
func ExampleReadFrom() {
	page := `Get new papers in your inbox!
SubscribeReading the Dance of Bees
Bees dance to tell where flowers are. We film four thousand dances and learn to read them from the video alone.
Bells in Many Tones`
	corpus, reading, err := bib.ReadFrom(context.Background(), "page.txt", strings.NewReader(page), bib.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range corpus.Input {
		d := corpus.Documents[n]
		fmt.Printf("%s (%d bytes of abstract)\n", d.Title, len(d.Abstract))
	}
	for _, w := range reading.Warnings {
		fmt.Println(w)
	}
	// Output:
	// Reading the Dance of Bees (111 bytes of abstract)
	// Bells in Many Tones (0 bytes of abstract)
	// page.txt:1: "Get new papers in your inbox!" is a button or a banner; left out
	// page.txt:2: record 1: the label of a button (Subscribe) glued to the title; cut off
	// page.txt:4: record 2: no abstract below the title; kept without abstract
}

// The formats, and the endings by which files in folders are known.
func ExampleFormats() {
	for _, f := range bib.Formats() {
		fmt.Println(f.Name, f.Endings)
	}
	// Output:
	// json [.json .jsonl .ndjson]
	// csv [.csv .tsv .tab]
	// listing [.txt]
}
