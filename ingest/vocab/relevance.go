package vocab

import (
	"math"
)

// relevance tells terms that belong to a subject from those that belong to every paper (special case, black box): papers
// that share a telling term are alike in their other words too. For each term of two or more documents it returns the mean
// cosine of the pairs of its documents, by plain words without the term's own, over that of all pairs of the corpus; for
// others 1. Few pairs say little, so a few pairs as alike as any are added to each term. Time is the number of entries
// times the words of a document.
//
// It does what VOSviewer's relevance score does (Van Eck and Waltman, Text mining and visualization using VOSviewer (2011),
// arXiv:1109.2058), with likeness of documents in place of co-occurrence of terms.
func (v *Vocabulary) relevance() []float64 {
	r := relevance{v: v, sums: make([]float64, len(v.Terms))}
	r.weigh()
	docs := make([]int32, v.Documents())
	for i := range docs {
		docs[i] = int32(i)
	}
	usual := r.likeness(docs, nil)
	holders := v.holders()
	scores := make([]float64, len(v.Terms))
	for t := range scores {
		scores[t] = 1
		if docs := holders[t]; len(docs) > 1 && !isWord(&v.Terms[t]) && usual > 0 {
			pairs := float64(len(docs)*(len(docs)-1)) / 2
			like := r.likeness(docs, v.Words(int32(t)))
			scores[t] = (like*pairs/usual + priorPairs) / (pairs + priorPairs)
		}
	}
	return scores
}

// priorPairs is how many pairs as alike as any are added to those of a term: with fewer, one lucky pair makes a term; with
// more, terms of three papers are all alike.
const priorPairs = 2

type relevance struct {
	v       *Vocabulary
	weights []float64 // by entry of the matrix: of plain words, so that each document has length 1; else 0
	sums    []float64 // scratch, by term
}

func (r *relevance) weigh() {
	v := r.v
	n := float64(v.Documents())
	r.weights = make([]float64, len(v.terms))
	for doc := range v.Documents() {
		from, to := v.starts[doc], v.starts[doc+1]
		square := 0.0
		for i := from; i < to; i++ {
			if t := &v.Terms[v.terms[i]]; isWord(t) {
				r.weights[i] = (1 + math.Log(float64(v.counts[i]))) * math.Log((n+1)/(float64(t.Documents)+0.5))
				square += float64(r.weights[i] * r.weights[i])
			}
		}
		for i := from; i < to && square > 0; i++ {
			r.weights[i] /= math.Sqrt(square)
		}
	}
}

// likeness returns the mean cosine of the pairs of documents, the left-out terms not counted: the square of the sum of
// their vectors is the sum over all pairs, each twice, and of each with itself.
func (r *relevance) likeness(docs, without []int32) float64 {
	v := r.v
	total, selves := 0.0, 0.0
	var touched []int32
	for _, doc := range docs {
		for i := v.starts[doc]; i < v.starts[doc+1]; i++ {
			if w := r.weights[i]; w > 0 {
				if r.sums[v.terms[i]] == 0 {
					touched = append(touched, v.terms[i])
				}
				r.sums[v.terms[i]] += w
			}
		}
	}
	for _, t := range without {
		r.sums[t] = 0
	}
	for _, doc := range docs {
		for i := v.starts[doc]; i < v.starts[doc+1]; i++ {
			if w := r.weights[i]; w > 0 && r.sums[v.terms[i]] > 0 {
				selves += float64(w * w)
			}
		}
	}
	for _, t := range touched {
		total += float64(r.sums[t] * r.sums[t])
		r.sums[t] = 0
	}
	return max(0, total-selves) / float64(len(docs)*(len(docs)-1))
}

// holders returns the documents of each term, ascending.
func (v *Vocabulary) holders() [][]int32 {
	holders := make([][]int32, len(v.Terms))
	for doc := range v.Documents() {
		terms, _ := v.Row(doc)
		for _, t := range terms {
			holders[t] = append(holders[t], int32(doc))
		}
	}
	return holders
}
