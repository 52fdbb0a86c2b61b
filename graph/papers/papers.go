// Package papers links papers by the terms they share, and says for every link why it is there.
package papers

import (
	"papergraph/graph"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// Neighbour is a paper near another one.
type Neighbour struct {
	Paper    int32
	Weight   float64 // cosine, 0 to 1
	OnMap    bool    // whether the two are linked on the map
	SameWork bool    // whether the two are records or versions of one work; then OnMap is false
}

// Share is the part of a link's weight that one shared term owns.
type Share struct {
	Term  int32
	Share float64
}

// Evidence is a mention with its sentence. All places are bytes of the field as given.
type Evidence struct {
	ingest.Span
	Sentence      string
	SentenceStart int32
}

// Common is a term in so many papers that it links none.
type Common struct {
	Term   int32
	Papers int
	Links  int // how many it would make
}

// Network is the papers of a corpus, numbered as there, and the links between them. Immutable once built.
type Network struct {
	Corpus     *ingest.Corpus
	Vocabulary *vocab.Vocabulary
	Links      *graph.CSR // weights are cosines
	Backbone   []bool     // by edge number: drawn by default
	ByMethod   []bool     // by edge number: shares a method
	Kept       float64    // share of all weight that the backbone keeps
	Common     []Common   // by number of papers, most first
}

// Nearest returns the k papers nearest to paper u, nearest first, ties by number.
func (n *Network) Nearest(u, k int) []Neighbour { panic("skeleton") }

// Shares returns the weight of the pair, linked or not, and each shared term's part of it, largest first. The parts add
// up to the weight. O(terms of the two papers) time.
func (n *Network) Shares(u, v int) (weight float64, shares []Share) { panic("skeleton") }

// Evidence returns the sentences of a paper in which a term stands, in the order of the text.
func (n *Network) Evidence(paper int, term int32) []Evidence { panic("skeleton") }
