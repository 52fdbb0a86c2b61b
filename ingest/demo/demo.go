// Package demo has the example that is drawn when nothing else is given: well-known machine-learning papers, embedded
// as JSON lines. Titles, years, authors and venues are true; the abstracts were written for this project, in its own
// words, two to four sentences each, and name what a paper does and builds on. The papers were chosen as fifteen
// fields that a reader knows, with some between two fields, so that the map shows communities and what joins them.
//
// The bytes live in the program, about 100 kB; the package keeps nothing else.
package demo

import _ "embed"

//go:embed papers.jsonl
var papers string

// JSONL returns the example: one JSON object a line, in UTF-8, each with id, title, year, authors, venue and abstract,
// grouped by field. The slice is the caller's own. O(bytes) time.
func JSONL() []byte { return []byte(papers) }
