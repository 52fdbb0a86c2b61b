// Package atlas runs the chain from documents to a laid-out map once, and holds everything known about one corpus. Build is
// the one place where the whole chain can be read from top to bottom. With abstracts an atlas holds about 20 kB a paper beside
// the text, most of it where terms are mentioned, and 26 bytes a link.
package atlas

import (
	"papergraph/graph/layout"
	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// Measure is a score of every paper.
type Measure struct {
	Name   string    // as in answers: "pagerank"
	Label  string    // as readers see it: "PageRank"
	Scores []float64 // by paper
	Ranks  []int32   // by paper, 1 the highest; equal scores have equal ranks

	Estimate *Estimate // how the scores were estimated; nil where they are exact
}

// Community is a group of papers.
type Community struct {
	ID      int     // from 1, by size
	Name    string  // two or three of its terms; fewer, or none, where larger communities are called by all the others
	Terms   []int32 // the terms of its name, then others that set it apart, best first
	Members []int32 // papers, most central first
}

// Atlas is everything known about one corpus, or, where Stages is not zero, what those stages tell. Immutable once built.
type Atlas struct {
	Stages      Stages // those that were run; zero is all. What others would give is empty
	Version     string
	Settings    Settings
	Title       string // what the reader calls it: the name of the first input
	Corpus      *ingest.Corpus
	Reading     ingest.Reading // its warnings end with those of wishes that the papers could not fulfil
	Wishes      []ingest.Wish
	Vocabulary  *vocab.Vocabulary
	Network     *papers.Network
	Measures    []Measure // pagerank, betweenness, closeness, harmonic, degree, strength, kcore, influence, in this order; pagerank alone without Ranks
	Communities []Community
	Community   []int32        // by paper: its place in Communities, -1 for a paper without a link
	Modularity  float64        // of the communities, at modularity's own resolution of 1
	Positions   []layout.Point // by paper; y grows upwards
	Hash        string         // "sha256:…" of version, settings and corpus
}

// Input is what an atlas is built from.
type Input struct {
	Title   string
	Corpus  *ingest.Corpus
	Reading ingest.Reading
	Wishes  []ingest.Wish // what the reader decides about terms, the first first where two do not agree
	Stages  Stages        // what to run, for who needs a part only; zero is all. What is built is the same as in a whole atlas
}

// Progress is told how far a long step is.
type Progress interface {
	// Step says that done of total pieces of a stage are done. Stages are concepts, links, ranks, communities and
	// layout, in this order, as far as they are run; inside a stage done rises to total. It is called by one goroutine at a time and must not
	// block.
	Step(stage string, done, total int)
}
