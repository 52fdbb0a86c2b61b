// Package atlas runs the chain from documents to a laid-out map once, and holds everything known about one corpus. Build is
// the one place where the whole chain can be read from top to bottom.
package atlas

import (
	"papergraph/graph/layout"
	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// Settings is every choice that a result depends on.
type Settings struct {
	Seed       uint64  `json:"seed"`
	Neighbours int     `json:"neighbours"` // each paper links to at most so many nearest; links to it may add more
	MinWeight  float64 `json:"minWeight"`  // links below are left out
	Resolution float64 `json:"resolution"` // of communities; higher makes more
}

// DefaultSettings is what the contract promises where no flag says otherwise.
var DefaultSettings = Settings{Seed: 1, Neighbours: 10, MinWeight: 0, Resolution: 1}

// Measure is a score of every paper.
type Measure struct {
	Name   string    // as in answers: "pagerank"
	Label  string    // as readers see it: "PageRank"
	Scores []float64 // by paper
	Ranks  []int32   // by paper, 1 the highest; equal scores have equal ranks
}

// Community is a group of papers.
type Community struct {
	ID      int     // from 1, by size
	Name    string  // two or three of its terms
	Terms   []int32 // the terms of its name, then others that set it apart, best first
	Members []int32 // papers, most central first
}

// Atlas is everything known about one corpus. Immutable once built.
type Atlas struct {
	Version     string
	Settings    Settings
	Title       string // what the reader calls it: the name of the first input
	Corpus      *ingest.Corpus
	Reading     ingest.Reading
	Vocabulary  *vocab.Vocabulary
	Network     *papers.Network
	Measures    []Measure // pagerank, betweenness, closeness, harmonic, degree, strength, kcore, in this order
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
}

// Progress is told how far a long step is.
type Progress interface {
	// Step says that done of total pieces of a stage are done. Stages are concepts, links, ranks, communities and
	// layout, in this order. It must not block.
	Step(stage string, done, total int)
}
