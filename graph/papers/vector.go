package papers

import (
	"context"
	"math"
	"strings"

	"papergraph/graph/internal/alike"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// vectors holds a sparse vector of length 1 a paper. Terms from the number of those of the vocabulary on are pairs of words.
type vectors struct{ alike.Matrix }

// vector is one of them.
type vector struct {
	terms   []int32
	weights []float64
}

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
// stay in, so that a paper that says much of its own is not near to all. The error is that of ctx. O(entries) time.
func newVectors(ctx context.Context, v *vocab.Vocabulary, ps *pairs, workers int) (vectors, error) {
	vs, rows := vectors{alike.Matrix{Starts: make([]int, 1, v.Documents()+1)}}, make([]vector, v.Documents())
	weights := weightsOf(v, commonLimit(v.Documents()))
	number := ps.numbers(len(v.Terms))
	err := inBlocks(ctx, len(rows), workers, func() func(doc int) {
		return func(doc int) {
			terms, counts := v.Row(doc)
			row := vector{make([]int32, 0, len(terms)), make([]float64, 0, len(terms))}
			for i, t := range terms {
				if weights[t] > 0 {
					row.add(t, saturated(counts[i])*weights[t])
				}
			}
			for _, p := range ps.row(doc) {
				if k, ok := number[p.pair]; ok {
					row.add(k, saturated(p.count)*madeOfWords*ps.rarity[int(k)-len(v.Terms)])
				}
			}
			normalise(row.weights)
			rows[doc] = row
		}
	})
	if err != nil {
		return vs, err
	}
	for _, row := range rows {
		vs.Starts = append(vs.Starts, vs.Starts[len(vs.Starts)-1]+len(row.terms))
	}
	vs.Terms, vs.Weights = make([]int32, 0, vs.Starts[len(rows)]), make([]float64, 0, vs.Starts[len(rows)])
	for _, row := range rows {
		vs.Terms, vs.Weights = append(vs.Terms, row.terms...), append(vs.Weights, row.weights...)
	}
	return vs, ctx.Err()
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

func (v *vector) add(term int32, weight float64) {
	v.terms = append(v.terms, term)
	v.weights = append(v.weights, weight)
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
