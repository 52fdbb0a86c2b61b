package vocab

import (
	"context"
	"math"
	"slices"
	"sync"
)

// relevance tells terms that belong to a subject from those that belong to every paper (special case, black box): papers
// that share a telling term are alike in their other words too. For each term of two or more documents it returns the mean
// cosine of the pairs of its documents, by plain words without the term's own, over that of all pairs of the corpus; for
// others 1. Few pairs say little, so a few pairs as alike as any are added to each term. Time is the number of entries
// times the words of a document.
//
// It does what VOSviewer's relevance score does (Van Eck and Waltman, Text mining and visualization using VOSviewer (2011),
// arXiv:1109.2058), with likeness of documents in place of co-occurrence of terms.
func (v *Vocabulary) relevance(ctx context.Context, workers int) ([]float64, error) {
	r, err := newRelevance(ctx, v, workers)
	if err != nil {
		return nil, err
	}
	docs := make([]int32, v.Documents())
	for i := range docs {
		docs[i] = int32(i)
	}
	scratch := sync.Pool{New: func() any { return &sums{of: make([]float64, r.words), left: make([]bool, r.words)} }}
	usual := scratch.New().(*sums).likeness(r, docs, nil)
	holders := v.holders()
	scores := make([]float64, len(v.Terms))
	err = inChunks(ctx, workers, len(scores), func(_, from, to int) {
		s := scratch.Get().(*sums)
		defer scratch.Put(s)
		for t := from; t < to; t++ {
			scores[t] = 1
			if docs := holders.of(t); len(docs) > 1 && !isWord(&v.Terms[t]) && usual > 0 {
				pairs := float64(len(docs)*(len(docs)-1)) / 2
				like := s.likeness(r, docs, v.Words(int32(t)))
				scores[t] = (like*pairs/usual + priorPairs) / (pairs + priorPairs)
			}
		}
	})
	return scores, err
}

// priorPairs is how many pairs as alike as any are added to those of a term: with fewer, one lucky pair makes a term; with
// more, terms of three papers are all alike.
const priorPairs = 2

// relevance is the plain words of documents under numbers of their own, weighed so that each document has length 1.
type relevance struct {
	words   int32
	word    []int32 // by term: its number among plain words, -1 for others
	starts  []int32 // rows: document d has entries starts[d] to starts[d+1]-1
	row     []int32 // words
	weights []float64
}

func newRelevance(ctx context.Context, v *Vocabulary, workers int) (*relevance, error) {
	r := &relevance{word: make([]int32, len(v.Terms)), starts: make([]int32, len(v.starts))}
	n := float64(v.Documents())
	var rarity []float64
	for i := range v.Terms {
		r.word[i] = -1
		if t := &v.Terms[i]; isWord(t) {
			r.word[i] = r.words
			rarity = append(rarity, math.Log((n+1)/(float64(t.Documents)+0.5)))
			r.words++
		}
	}
	for doc := range v.Documents() {
		r.starts[doc+1] = r.starts[doc]
		terms, _ := v.Row(doc)
		for _, t := range terms {
			if r.word[t] >= 0 {
				r.starts[doc+1]++
			}
		}
	}
	r.row, r.weights = make([]int32, r.starts[v.Documents()]), make([]float64, r.starts[v.Documents()])
	err := inChunks(ctx, workers, v.Documents(), func(_, from, to int) {
		for doc := from; doc < to; doc++ {
			r.fill(v, doc, rarity)
		}
	})
	return r, err
}

// fill fills in the row of a document.
func (r *relevance) fill(v *Vocabulary, doc int, rarity []float64) {
	terms, counts := v.Row(doc)
	at, square := r.starts[doc], 0.0
	for i, t := range terms {
		if word := r.word[t]; word >= 0 {
			w := often(counts[i]) * rarity[word]
			r.row[at], r.weights[at] = word, w
			at++
			square += float64(w * w)
		}
	}
	for i := r.starts[doc]; i < at && square > 0; i++ {
		r.weights[i] /= math.Sqrt(square)
	}
}

// often damps how often a word stands in a document.
func often(count float32) float64 {
	if count == 1 {
		return 1
	}
	return 1 + math.Log(float64(count))
}

// sums is room to add vectors in.
type sums struct {
	of      []float64 // by word; all 0 between two uses
	left    []bool    // by word: left out; none between two uses
	touched []int32
}

// likeness returns the mean cosine of the pairs of documents, the left-out terms not counted: the square of the sum of
// their vectors is the sum over all pairs, each twice, and of each with itself.
func (s *sums) likeness(r *relevance, docs, without []int32) float64 {
	for _, t := range without {
		s.left[r.word[t]] = true
	}
	total, selves := 0.0, 0.0
	for _, doc := range docs {
		for i := r.starts[doc]; i < r.starts[doc+1]; i++ {
			word, w := r.row[i], r.weights[i]
			if s.left[word] || w <= 0 {
				continue
			}
			if s.of[word] == 0 {
				s.touched = append(s.touched, word)
			}
			s.of[word] += w
			selves += float64(w * w)
		}
	}
	for _, t := range s.touched {
		total += float64(s.of[t] * s.of[t])
		s.of[t] = 0
	}
	for _, t := range without {
		s.left[r.word[t]] = false
	}
	s.touched = s.touched[:0]
	return max(0, total-selves) / float64(len(docs)*(len(docs)-1))
}

// lists are rows of numbers one behind the other.
type lists struct{ starts, all []int32 }

func (l *lists) of(i int) []int32 { return l.all[l.starts[i]:l.starts[i+1]] }

// holders returns the documents of each term, ascending.
func (v *Vocabulary) holders() lists {
	l := lists{starts: make([]int32, len(v.Terms)+1), all: make([]int32, len(v.terms))}
	for _, t := range v.terms {
		l.starts[t+1]++
	}
	for i := range v.Terms {
		l.starts[i+1] += l.starts[i]
	}
	next := slices.Clone(l.starts)
	for doc := range v.Documents() {
		terms, _ := v.Row(doc)
		for _, t := range terms {
			l.all[next[t]] = int32(doc)
			next[t]++
		}
	}
	return l
}
