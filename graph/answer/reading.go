package answer

import (
	"papergraph/graph/atlas"
	"papergraph/ingest"
)

// Reading returns what was read, from which source, with the warnings.
func (g *Guide) Reading() Reading {
	r := Reading{Quality: g.Quality(), Sources: make([]ingest.SourceCount, len(g.a.Reading.Sources))}
	for i, s := range g.a.Reading.Sources {
		s.File = Shown(s.File)
		r.Sources[i] = s
	}
	return r
}

// Quality returns how the reading went, and what its papers lack.
func (g *Guide) Quality() Quality {
	g.a.Need(atlas.Links)
	read := &g.a.Reading
	q := Quality{
		Read: read.Read, Merged: read.Merged, Dropped: read.Dropped, Skipped: read.Skipped,
		Papers: len(g.a.Corpus.Documents), Warnings: make([]ingest.Warning, len(read.Warnings)),
	}
	for i, w := range read.Warnings {
		w.File = Shown(w.File)
		q.Warnings[i] = w
	}
	holds := make([]bool, q.Papers)
	for _, papers := range g.holders {
		for _, u := range papers {
			holds[u] = true
		}
	}
	for u := range g.a.Corpus.Documents {
		if g.a.Corpus.Documents[u].Abstract == "" {
			q.WithoutAbstract++
		}
		if !holds[u] {
			q.WithoutConcept++
		}
		if g.a.Network.Links.Degree(u) == 0 {
			q.WithoutLink++
		}
	}
	return q
}
