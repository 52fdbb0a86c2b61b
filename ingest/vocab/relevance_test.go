package vocab_test

import (
	"math"
	"testing"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// TestRelevance holds relevance against a computation of every pair of documents by itself.
func TestRelevance(t *testing.T) {
	onInvented(t, func(t *testing.T, _ *ingest.Corpus, v *vocab.Vocabulary) {
		t.Helper()
		vectors := wordVectors(v)
		everyone := make([]int, len(vectors))
		for i := range everyone {
			everyone[i] = i
		}
		usual := meanCosine(vectors, everyone, nil)
		got := vocab.RelevanceOf(v)
		for i := range v.Terms {
			want := 1.0
			holders := documentsOf(v, int32(i))
			if v.Terms[i].Kind != ingest.Word && len(holders) > 1 && usual > 0 {
				own := make(map[int32]bool)
				for _, w := range v.Words(int32(i)) {
					own[w] = true
				}
				pairs := float64(len(holders)*(len(holders)-1)) / 2
				want = (meanCosine(vectors, holders, own)/usual*pairs + vocab.PriorPairs) / (pairs + vocab.PriorPairs)
			}
			if math.Abs(got[i]-want) > 1e-9*max(1, want) {
				t.Errorf("relevance of %q is %g, want %g", v.Terms[i].Key, got[i], want)
			}
		}
	})
}

// wordVectors returns the plain words of each document, weighed and of length 1.
func wordVectors(v *vocab.Vocabulary) []map[int32]float64 {
	n := float64(v.Documents())
	vectors := make([]map[int32]float64, v.Documents())
	for doc := range vectors {
		vectors[doc] = make(map[int32]float64)
		terms, counts := v.Row(doc)
		square := 0.0
		for i, w := range terms {
			if v.Terms[w].Kind == ingest.Word {
				x := (1 + math.Log(float64(counts[i]))) * math.Log((n+1)/(float64(v.Terms[w].Documents)+0.5))
				vectors[doc][w] = x
				square += x * x
			}
		}
		for w := range vectors[doc] {
			vectors[doc][w] /= math.Sqrt(square)
		}
	}
	return vectors
}

func meanCosine(vectors []map[int32]float64, docs []int, without map[int32]bool) float64 {
	sum, pairs := 0.0, 0.0
	for i, a := range docs {
		for _, b := range docs[:i] {
			pairs++
			for w, x := range vectors[a] {
				if !without[w] {
					sum += x * vectors[b][w]
				}
			}
		}
	}
	return sum / max(1, pairs)
}

func documentsOf(v *vocab.Vocabulary, term int32) []int {
	var docs []int
	for doc := range v.Documents() {
		terms, _ := v.Row(doc)
		for _, t := range terms {
			if t == term {
				docs = append(docs, doc)
			}
		}
	}
	return docs
}
