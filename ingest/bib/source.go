package bib

import (
	"cmp"
	"slices"

	"papergraph/ingest"
)

// source is one input and what came of it.
type source struct {
	name    string
	format  string
	workers int

	docs                   []ingest.Document // in the order of the input, each with one Source
	records                []int             // of each document, which record of the input it is, from 1
	read, dropped, skipped int
	warnings               []ingest.Warning
	seen                   string // what the input looked like where it gave no paper
}

// find is one record as a reader found it: a document, or why there is none.
type find struct {
	doc   ingest.Document
	line  int
	notes []note
	lost  string // why there is no document; "" where there is one
}

// note is a warning whose file and record are not known yet.
type note struct {
	kind       ingest.Trouble
	line       int
	what, done string
}

// take counts a record, and keeps its document and its warnings.
func (s *source) take(f find) {
	s.read++
	for _, n := range f.notes {
		s.add(n, s.read)
	}
	if f.lost != "" {
		s.dropped++
		s.add(note{ingest.Dropped, f.line, f.lost, "dropped"}, s.read)
		return
	}
	f.doc.Sources = []ingest.Source{{File: s.name, Format: s.format, Line: f.line}}
	s.docs, s.records = append(s.docs, f.doc), append(s.records, s.read)
}

// warn adds a warning that belongs to no record.
func (s *source) warn(kind ingest.Trouble, line int, what, done string) {
	s.add(note{kind, line, what, done}, 0)
}

func (s *source) add(n note, record int) {
	s.warnings = append(s.warnings, ingest.Warning{
		File: s.name, Line: n.line, Record: record, Kind: n.kind, What: n.what, Done: n.done,
	})
}

// skipFile says that nothing in the input can be read, and why.
func (s *source) skipFile(seen string) {
	s.seen = seen
	s.skipped++
	s.warn(ingest.Skipped, 0, seen, "not read")
}

// sortWarnings puts the warnings in the order of lines; those of one line stay as they came.
func (s *source) sortWarnings() {
	slices.SortStableFunc(s.warnings, func(a, b ingest.Warning) int { return cmp.Compare(a.Line, b.Line) })
}

func (s *source) count() ingest.SourceCount {
	return ingest.SourceCount{File: s.name, Format: s.format, Read: s.read, Kept: s.read - s.dropped}
}
