package ingest

import (
	"fmt"
	"strings"
)

// Trouble is the kind of a warning.
type Trouble string

// What can befall a record without stopping the reading.
const (
	Dropped  Trouble = "dropped"  // nothing to make a paper from
	Repaired Trouble = "repaired" // damage mended: a label cut, an encoding, a missing end
	Partial  Trouble = "partial"  // one field could not be used
	Merged   Trouble = "merged"   // the same work as another record
	Skipped  Trouble = "skipped"  // never a record: banner, note, gap
	Unmet    Trouble = "unmet"    // a wish of the reader that the papers cannot fulfil
)

// Warning is trouble in the input that was survived.
type Warning struct {
	File   string  `json:"file"`
	Line   int     `json:"line,omitempty"`   // from 1, of the unpacked file; 0 where there are no lines
	Record int     `json:"record,omitempty"` // from 1 in its file; 0 where it belongs to no record
	Kind   Trouble `json:"kind"`
	What   string  `json:"what"`
	Done   string  `json:"done"`
}

// String returns the warning as one line: file:line: record n: what; what was done.
func (w Warning) String() string {
	var b strings.Builder
	b.WriteString(w.File)
	if w.Line > 0 {
		fmt.Fprintf(&b, ":%d", w.Line)
	}
	b.WriteString(": ")
	if w.Record > 0 {
		fmt.Fprintf(&b, "record %d: ", w.Record)
	}
	b.WriteString(w.What)
	if w.Done != "" {
		b.WriteString("; " + w.Done)
	}
	return b.String()
}

// SourceCount says what one file gave.
type SourceCount struct {
	File   string `json:"file"`
	Format string `json:"format"`
	Read   int    `json:"read"` // records seen
	Kept   int    `json:"kept"` // records that became, or were joined into, a document
}

// Reading tells what was read. Read = Kept + Merged + Dropped; Skipped counts things that were never records.
type Reading struct {
	Sources                              []SourceCount // in the order of input
	Read, Kept, Merged, Dropped, Skipped int
	Warnings                             []Warning // in the order of input
}
