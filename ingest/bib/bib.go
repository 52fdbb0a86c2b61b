// Package bib reads papers: names of files, folders, standard input or the example go in, a corpus comes out, with an
// account of what was read, what was mended and what was lost, each with its file and line. The way of one input is
//
//	bytes ─unpack→ plain bytes ─text→ UTF-8 lines ─sniff→ a reader ─record→ documents
//
// and all documents are then held against each other, so that a paper read twice is one (merge.go). Bad input never
// stops good input: what can be read is kept. A reader holds its documents, blocks of 256 KiB, and at most one line of
// 64 MiB; the listing holds all its lines, since which of them are titles shows in the whole only.
package bib

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"papergraph/ingest"
)

// Options say what stands behind the names "-" and "demo", and how many may work at once.
type Options struct {
	Stdin   io.Reader // read for the name "-"; nil: that name is an error
	Demo    []byte    // what the name "demo" stands for; nil: that name is a file like any other
	Workers int       // how many decode at once; 0 and below: one. The result never depends on it
}

// Read reads the inputs of the names: files, folders (all known files below them, in the order of their names), "-" and
// "demo". A name that cannot be opened is an error, for which errors.Is knows fs.ErrNotExist and the like; an input
// in which nothing can be read is a warning as long as another one gives a paper, and a *NothingError if none does. It
// takes time and space in proportion to the unpacked bytes, and stops within one block when ctx ends.
func Read(ctx context.Context, names []string, o Options) (*ingest.Corpus, ingest.Reading, error) {
	inputs, bare, err := expand(names, o)
	if err != nil {
		return nil, ingest.Reading{}, err
	}
	sources := slices.Clone(bare)
	for _, in := range inputs {
		s, err := readInput(ctx, in, o.Workers)
		if err != nil {
			return nil, ingest.Reading{}, err
		}
		sources = append(sources, s)
	}
	return finish(ctx, sources)
}

// ReadFrom reads one input that is called name in warnings and sources.
func ReadFrom(ctx context.Context, name string, r io.Reader, o Options) (*ingest.Corpus, ingest.Reading, error) {
	in := input{name: name, open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }}
	s, err := readInput(ctx, in, o.Workers)
	if err != nil {
		return nil, ingest.Reading{}, err
	}
	return finish(ctx, []*source{s})
}

// readInput reads one input to its end. Only what the user must know at once is an error: that a named file cannot be
// opened, or that ctx has ended.
func readInput(ctx context.Context, in input, workers int) (*source, error) {
	s := &source{name: in.name, workers: max(workers, 1)}
	file, err := in.open()
	if err != nil {
		if in.found && ctx.Err() == nil {
			s.skipFile(reason(err))
			return s, nil
		}
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	err = s.readAll(ctx, &stopper{ctx, file})
	if ctxErr := ctx.Err(); ctxErr != nil {
		return nil, ctxErr
	}
	if err != nil {
		s.warn(ingest.Skipped, 0, "the rest cannot be read: "+reason(err), "what came before is kept")
		s.skipped++
	}
	return s, nil
}

// readAll runs one input through unpacking, decoding and the reader that fits.
func (s *source) readAll(ctx context.Context, r io.Reader) error {
	plain, err := unpack(r)
	if err != nil {
		return err
	}
	defer plain.Close()
	if seen := foreign(plain.head()); seen != "" {
		s.skipFile(seen)
		return nil
	}
	t := newText(plain.r)
	format, seen := sniff(s.name, t.head())
	if format == nil {
		s.skipFile(seen)
		return nil
	}
	s.format = format.Name
	err = format.read(ctx, s, t)
	t.report(s)
	if len(s.docs) == 0 {
		s.seen = fmt.Sprintf("read as %s, %d records, no paper among them", format.Name, s.read)
	}
	return err
}

// finish merges what the sources gave and counts it.
func finish(ctx context.Context, sources []*source) (*ingest.Corpus, ingest.Reading, error) {
	docs, merged, err := merge(ctx, sources)
	if err != nil {
		return nil, ingest.Reading{}, err
	}
	reading := ingest.Reading{Kept: len(docs), Merged: merged}
	for _, s := range sources {
		s.sortWarnings()
		reading.Sources = append(reading.Sources, s.count())
		reading.Read += s.read
		reading.Dropped += s.dropped
		reading.Skipped += s.skipped
		reading.Warnings = append(reading.Warnings, s.warnings...)
	}
	if len(docs) == 0 {
		return nil, reading, nothing(sources)
	}
	return ingest.NewCorpus(docs), reading, nil
}

// reason returns what went wrong without the name of the file, which stands beside it already.
func reason(err error) string {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err.Error()
	}
	if errors.Is(err, os.ErrClosed) {
		return "already closed"
	}
	return err.Error()
}
