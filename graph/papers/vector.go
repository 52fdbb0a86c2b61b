package papers

import (
	"math"
	"strings"

	"papergraph/graph/internal/alike"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// vectors holds a sparse vector of length 1 a paper. Terms from the number of those of the vocabulary on are pairs of words.
type vectors struct{ alike.Matrix }

// commonLimit is the number of papers above which a term links none.
func commonLimit(papers int) int { return max(commonLeast, int(commonShare*float64(papers))) }

// reasonLimit is the number of papers up to which a shared term is a reason by itself.
func reasonLimit(papers int) int { return max(reasonPapers, int(reasonShare*float64(papers))) }

// saturated returns what so many mentions of a term count, 0 to 1, as BM25 has it (Robertson and Zaragoza, The probabilistic
// relevance framework (2009), doi:10.1561/1500000019): the second mention tells less than the first.
func saturated(count float32) float64 { return float64(count) / (float64(count) + saturation) }

// worth is what a term counts beside its rarity: a single word all, whatever is made of several words, and what its words
// tell already, a part.
func worth(t *vocab.Term) float64 {
	if t.Kind == ingest.Word && !strings.Contains(t.Key, " ") {
		return 1
	}
	return madeOfWords
}

// newVectors weighs the terms of each paper by mentions, rarity and worth, and its pairs of words likewise. Terms of one paper
// stay in, so that a paper that says much of its own is not near to all. O(entries) time.
func newVectors(v *vocab.Vocabulary, ps *pairs) vectors {
	vs := vectors{alike.Matrix{Starts: make([]int, 1, v.Documents()+1)}}
	weights := weightsOf(v, commonLimit(v.Documents()))
	number := ps.numbers(len(v.Terms))
	for doc := range v.Documents() {
		terms, counts := v.Row(doc)
		from := len(vs.Weights)
		for i, t := range terms {
			if weights[t] > 0 {
				vs.add(t, saturated(counts[i])*weights[t])
			}
		}
		for _, p := range ps.row(doc) {
			if k, ok := number[p.pair]; ok {
				vs.add(k, saturated(p.count)*madeOfWords*ps.rarity[int(k)-len(v.Terms)])
			}
		}
		normalise(vs.Weights[from:])
		vs.Starts = append(vs.Starts, len(vs.Terms))
	}
	return vs
}

// weightsOf returns rarity by worth of each term, 0 for those in too many papers.
func weightsOf(v *vocab.Vocabulary, limit int) []float64 {
	weights := make([]float64, len(v.Terms))
	for i := range v.Terms {
		if t := &v.Terms[i]; t.Documents <= limit {
			weights[i] = t.Rarity * worth(t)
		}
	}
	return weights
}

func (v *vectors) add(term int32, weight float64) {
	v.Terms = append(v.Terms, term)
	v.Weights = append(v.Weights, weight)
}

// normalise gives the weights of a paper length 1.
func normalise(weights []float64) {
	square := 0.0
	for _, w := range weights {
		square += float64(w * w)
	}
	length := math.Sqrt(square)
	for i := range weights {
		weights[i] /= length
	}
}
