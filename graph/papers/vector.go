package papers

import (
	"math"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// vectors holds a sparse unit vector a paper, in CSR form.
type vectors struct {
	starts  []int32   // paper u has entries starts[u] to starts[u+1]-1
	terms   []int32   // ascending inside a paper
	weights []float64 // above 0; their squares add up to 1 inside a paper that has any
}

func (v *vectors) row(u int) (terms []int32, weights []float64) {
	from, to := v.starts[u], v.starts[u+1]
	return v.terms[from:to:to], v.weights[from:to:to]
}

// blockOf returns the block in which terms of a kind stand.
func blockOf(k ingest.Kind) int {
	switch k {
	case ingest.Method, ingest.Dataset, ingest.Metric:
		return 0
	case ingest.Word:
		return 2
	default:
		return 1
	}
}

// commonLimit is the number of papers above which a term links none.
func commonLimit(papers int) int { return max(commonLeast, int(commonShare*float64(papers))) }

// reasonLimit is the number of papers up to which a shared term is a reason by itself.
func reasonLimit(papers int) int { return max(reasonPapers, int(reasonShare*float64(papers))) }

// newVectors weighs the terms of each paper by (1 + ln count) · score, block by block. Terms of one paper stay in, so that
// a paper that says much of its own is not near to all. O(entries) time.
func newVectors(v *vocab.Vocabulary) vectors {
	vs := vectors{starts: make([]int32, 1, v.Documents()+1)}
	limit := commonLimit(v.Documents())
	for doc := range v.Documents() {
		terms, counts := v.Row(doc)
		from := len(vs.weights)
		for i, t := range terms {
			if v.Terms[t].Documents > limit {
				continue
			}
			vs.terms = append(vs.terms, t)
			vs.weights = append(vs.weights, (1+math.Log(float64(counts[i])))*v.Terms[t].Score)
		}
		normalise(v, vs.terms[from:], vs.weights[from:])
		vs.starts = append(vs.starts, int32(len(vs.terms)))
	}
	return vs
}

// normalise gives each block its length, the square root of its part of the mix, and the whole the length 1.
func normalise(v *vocab.Vocabulary, terms []int32, weights []float64) {
	var squares [len(mix)]float64
	for i, t := range terms {
		squares[blockOf(v.Terms[t].Kind)] += float64(weights[i] * weights[i])
	}
	total := 0.0
	for b, s := range squares {
		if s > 0 {
			total += mix[b]
		}
	}
	for i, t := range terms {
		b := blockOf(v.Terms[t].Kind)
		weights[i] *= math.Sqrt(mix[b] / (squares[b] * total))
	}
}

// postings holds for each term the papers with it and its weights there.
type postings struct {
	starts  []int32
	papers  []int32 // ascending inside a term
	weights []float64
}

func newPostings(vs *vectors, terms int) postings {
	p := postings{starts: make([]int32, terms+1), papers: make([]int32, len(vs.terms)), weights: make([]float64, len(vs.terms))}
	for _, t := range vs.terms {
		p.starts[t+1]++
	}
	for t := range terms {
		p.starts[t+1] += p.starts[t]
	}
	next := append([]int32(nil), p.starts[:terms]...)
	for u := range len(vs.starts) - 1 {
		row, weights := vs.row(u)
		for i, t := range row {
			p.papers[next[t]], p.weights[next[t]] = int32(u), weights[i]
			next[t]++
		}
	}
	return p
}
