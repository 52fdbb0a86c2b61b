package vocab

import (
	"math"
	"strings"

	"papergraph/ingest"
)

// Background is what a large corpus taught. What the corpus itself says comes first; the background speaks where the corpus is
// too small to tell. Its answers must not change while a vocabulary is built.
type Background interface {
	// Documents returns the number of documents that were counted.
	Documents() int
	// Term returns what is counted of a word or phrase, folded, or of a name as it is written, and whether it is there; what
	// stood in fewer than five documents is not.
	Term(key string) (ingest.TermCount, bool)
	// Senses returns what a short form, without plural ending, stands for, the commonest first.
	Senses(short string) []ingest.Sense
	// Split returns how a compound written in one is written apart, both folded, and whether it is.
	Split(joined string) (ingest.Split, bool)
}

// background is a Background or none.
type background struct{ given Background }

const (
	// backgroundWorth is how many documents of the corpus the background's word on a term's rarity is worth. On 24 small parts
	// of a citation set it brings nDCG@10 from 38.5 to 39.1, at 280 papers from 36.5 to 36.7; twice as many cost the
	// graded neighbours of 274 recent papers two points, since old papers hold few of their words.
	backgroundWorth = 100
	// rare is in how many documents a term is taken to stand that the background does not have.
	rare = 2
	// smooth is added to the documents of each term of the background, where a few more or less tell nothing.
	smooth = 10
)

// idf returns the inverse document frequency of a fold that stands in so many of all documents: the geometric mean of the
// corpus's own and the background's, the own weighing the more the larger the corpus.
func (b background) idf(fold string, documents, all int) float64 {
	own := math.Log((float64(all) + 1) / (float64(documents) + 0.5))
	if b.given == nil {
		return own
	}
	t, ok := b.given.Term(strings.TrimPrefix(fold, wordMark))
	if !ok {
		t.Documents = rare
	}
	back := math.Log(float64(b.given.Documents()+smooth+1) / (float64(t.Documents+smooth) + 0.5))
	worth := backgroundWorth / float64(backgroundWorth+all)
	return math.Pow(own, 1-worth) * math.Pow(back, worth)
}
