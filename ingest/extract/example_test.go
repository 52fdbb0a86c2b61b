package extract_test

import (
	"fmt"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// A document names a method in its title, says what it stands for, and mentions it in its abstract.
func Example() {
	d := ingest.Document{
		Title:    "SaGA: Sparse Graph Attention",
		Abstract: "We introduce sparse graph attention (SaGA). On citation networks, SaGA needs few parameters.",
	}
	found := extract.Document(&d)
	for _, n := range found.Names {
		fmt.Println("name:", n.Surface)
	}
	for _, def := range found.Definitions {
		fmt.Printf("%s stands for %s, bytes %d to %d of the %s\n", def.Short, def.Long, def.LongSpan.Start, def.LongSpan.End, def.LongSpan.Field)
	}
	for _, w := range found.Words[found.Title:] {
		if w.Shaped {
			fmt.Println("shape of a name:", d.Abstract[w.Start:w.End])
		}
	}
	// Output:
	// name: SaGA
	// SaGA stands for sparse graph attention, bytes 13 to 35 of the abstract
	// shape of a name: SaGA
	// shape of a name: SaGA
}

// Spellings of one concept fold to one key; digits, signs and prefixes keep things apart.
func ExampleFold() {
	for _, s := range []string{"Fine-Tuned Models", "fine–tuned model", "Optimisation of matrices", "GPT-3", "GPT-4", "CFG++", "LLMs"} {
		fmt.Println(extract.Fold(s))
	}
	// Output:
	// fine tuned model
	// fine tuned model
	// optimization of matrix
	// gpt 3
	// gpt 4
	// cfg++
	// llm
}
