package main

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
	"papergraph/ingest/bib"
	"papergraph/ingest/demo"
)

// demoName is the input that stands for the embedded example.
const demoName = "demo"

// read reads the inputs and tells of it.
func (p *program) read(ctx context.Context, o *options, names []string) (atlas.Input, error) {
	corpus, reading, err := bib.Read(ctx, names, bib.Options{Stdin: p.stdin, Demo: demo.JSONL(), Workers: workers(o.workers)})
	p.tell.warnings(reading.Warnings)
	if err != nil {
		return atlas.Input{}, err
	}
	p.tell.read(reading)
	if o.strict && len(reading.Warnings) > 0 {
		return atlas.Input{}, errWarned
	}
	return atlas.Input{Title: title(names), Corpus: corpus, Reading: reading}, nil
}

// title is what a map is called: the last part of the first input's name.
func title(names []string) string {
	switch first := names[0]; first {
	case "-":
		return "pasted papers"
	case demoName:
		return "example"
	default:
		return filepath.Base(filepath.Clean(first))
	}
}

// make reads the inputs and makes those parts of the map that an answer needs, with a bar where somebody sees it.
func (p *program) make(ctx context.Context, o *options, names []string, needs atlas.Stages) (*answer.Guide, error) {
	wishes, err := p.wishes(ctx, o)
	if err != nil {
		return nil, err
	}
	in, err := p.read(ctx, o, names)
	if err != nil {
		return nil, err
	}
	in.Wishes, in.Stages = wishes, needs
	a, err := p.build(ctx, o, in, p.newBar())
	if err != nil {
		return nil, err
	}
	return answer.NewGuide(a), nil
}

// build makes the map, tells of it, and takes the bar away.
func (p *program) build(ctx context.Context, o *options, in atlas.Input, b *bar) (*atlas.Atlas, error) {
	a, err := atlas.Build(ctx, in, o.settings, o.workers, b)
	b.end()
	if err != nil {
		return nil, fmt.Errorf("making the map: %w", err)
	}
	unmet := a.Reading.Warnings[len(in.Reading.Warnings):]
	p.tell.warnings(unmet)
	if o.strict && len(unmet) > 0 {
		return nil, errWarned
	}
	p.tell.made(a)
	return a, nil
}

// workers returns the number of cores that a flag stands for.
func workers(n int) int {
	if n == 0 {
		return runtime.GOMAXPROCS(0)
	}
	return n
}
