// Package papers links papers by the terms they share, and says for every link why it is there. A paper is a sparse vector
// of length 1: its words, compounds, concepts and named methods, and pairs of words side by side, each weighed by how often
// it stands there and how rare it is. The cosine of two such vectors is a sum over what both hold. The weight of a link is
// the cosine, raised by how near each of the two is to the papers closest to the other; each shared term owns that part of
// the weight which it has of the cosine, so that the shares add up.
// A paper costs some 22 bytes an entry of its vector, half there and half in the index of package alike: 3 kB with an abstract,
// and 1 kB for what is known of its kin. A link costs 26 bytes.
package papers

import (
	"cmp"
	"context"
	"slices"

	"papergraph/graph"
	"papergraph/graph/internal/alike"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// Options says which papers are linked.
type Options struct {
	Neighbours int     // a paper is linked to at most so many nearest papers; others may link to it
	MinWeight  float64 // links below are left out
	Workers    int     // cores to use, 0 for all; the result does not depend on it
}

const (
	// saturation is the number of mentions that count half as much as any number would. On graded neighbours of 274 papers
	// and citations among 5,224 it brings nDCG@10 from 70.8 and 21.2, which 1 + ln count gives, to 72.8 and 22.0; half of it
	// and twice as much cost a point or two on the first.
	saturation = 1.2
	// madeOfWords is the weight of a concept, a compound or a pair of words beside a single word, which counts 1. Between
	// 0.5 and 0.8 all is alike; without pairs nDCG@10 falls by 2.1 and 0.3, without concepts by 1.6 and 0.
	madeOfWords = 0.65

	// known is of how many of its nearest papers a paper remembers how near they are. From 15 to all it is the same within a
	// point; with less than 30, parts of 100 and 280 papers fare a little worse.
	known = 40
	// closestPapers is how many of them speak for others, the nearer the louder, and kinPart how much each side may raise it.
	// Together they bring nDCG@10 on the two sets from 72.8 and 22.4 to 74.2 and 23.0, on parts of 100 and 280 papers of the
	// second by 1.7 and 1.6 points. That the nearer say more brings 18 of 22 such parts forward, by 0.3 points on the average;
	// four to eight papers and a part of 0.3 to 0.6 are alike.
	closestPapers = 5
	kinPart       = 0.4

	// commonShare is the share of all papers above which a term links none: a link by it would join any two papers.
	commonShare = 0.35
	// commonLeast keeps small corpora from losing what holds them together.
	commonLeast = 12
	// reasonShare is the share of all papers up to which a term counts as a reason to link two, and reasonPapers does for it
	// what commonLeast does for commonShare.
	reasonShare  = 0.12
	reasonPapers = 8
	// reasonLeast is the least that the shares of reasons add up to on a link, each counted the less the less its term tells.
	// Of links of 274 papers read one by one, those below were joined by a word (workflow, matrix) rather than by a subject;
	// and so were those of a weight below weightLeast, whatever they shared.
	reasonLeast = 0.009
	weightLeast = 0.085
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
	Kinds      []Kinds    // by edge number: of the terms that its papers share
	Kept       float64    // share of all weight that the backbone keeps
	Common     []Common   // by number of papers, most first
	BuildsOn   []Lineage  // directed; by From, then To, then Term

	origin   []int32        // by term: the paper that introduces it, else none or several
	strange  map[int32]bool // terms whose users have nothing in common with that paper
	vectors  vectors
	pairs    []pair // by their number in vectors, less that of the terms
	index    *alike.Index
	kin      kin
	works    []int32 // by paper: the first with the same title; two of one work have the same
	versions []bool  // by paper: whether another is of the same work
}

// Build links the papers of a corpus, whose vocabulary v must be. With fewer than one neighbour there are no links. The
// error is that of ctx. progress may be nil; it is called by one goroutine at a time with the number of papers whose nearest
// are known, which rises. Time is the sum of the squares of the
// terms' numbers of papers, but for what package alike can leave out.
func Build(ctx context.Context, c *ingest.Corpus, v *vocab.Vocabulary, o Options, progress func(done, total int)) (*Network, error) {
	n := &Network{Corpus: c, Vocabulary: v, works: newWorks(c)}
	ps, err := newPairs(ctx, c, v, commonLimit(v.Documents()), o.Workers)
	if err != nil {
		return nil, err
	}
	n.pairs = ps.all
	if n.vectors, err = newVectors(ctx, v, ps, o.Workers); err != nil {
		return nil, err
	}
	n.versions = versionsOf(n.works)
	n.Common = n.common()
	near, err := n.nearestOfAll(ctx, o, progress)
	if err != nil {
		return nil, err
	}
	if err := n.link(ctx, near, o); err != nil {
		return nil, err
	}
	n.thin()
	if err := n.lineage(ctx); err != nil {
		return nil, err
	}
	return n, nil
}

// common lists the terms that are left out of the vectors for being in too many papers.
func (n *Network) common() []Common {
	var cs []Common
	limit := commonLimit(n.Vocabulary.Documents())
	for i := range n.Vocabulary.Terms {
		t := &n.Vocabulary.Terms[i]
		if t.Kind != ingest.Word && t.Documents > limit {
			cs = append(cs, Common{int32(i), t.Documents, t.Documents * (t.Documents - 1) / 2})
		}
	}
	slices.SortFunc(cs, func(a, b Common) int { return cmp.Or(cmp.Compare(b.Papers, a.Papers), cmp.Compare(a.Term, b.Term)) })
	return cs
}
