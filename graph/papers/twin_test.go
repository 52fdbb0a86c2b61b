package papers_test

import (
	"cmp"
	"math"
	"slices"

	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// twin is the network again, by maps and in the plainest way: what the package does fast must be the same.
type twin struct {
	v       *vocab.Vocabulary
	vectors []map[int32]float64
}

func newTwin(v *vocab.Vocabulary) *twin {
	w := &twin{v: v}
	for doc := range v.Documents() {
		blocks := make([]map[int32]float64, len(papers.Mix))
		for b := range blocks {
			blocks[b] = make(map[int32]float64)
		}
		terms, counts := v.Row(doc)
		for i, t := range terms {
			if v.Terms[t].Documents <= papers.CommonLimit(v.Documents()) {
				blocks[papers.BlockOf(v.Terms[t].Kind)][t] = (1 + math.Log(float64(counts[i]))) * v.Terms[t].Score
			}
		}
		whole := make(map[int32]float64)
		for b, block := range blocks {
			for t, x := range block {
				whole[t] = math.Sqrt(papers.Mix[b]) * x / length(block)
			}
		}
		norm := length(whole)
		for t := range whole {
			whole[t] /= norm
		}
		w.vectors = append(w.vectors, whole)
	}
	return w
}

func length(v map[int32]float64) float64 {
	square := 0.0
	for _, x := range v {
		square += x * x
	}
	return math.Sqrt(square)
}

func (w *twin) cosine(u, v int) float64 {
	sum := 0.0
	for t, x := range w.vectors[u] {
		sum += x * w.vectors[v][t]
	}
	return sum
}

// reason returns the part of the cosine that terms own which count as a reason.
func (w *twin) reason(u, v int) float64 {
	sum := 0.0
	for t, x := range w.vectors[u] {
		if w.v.Terms[t].Kind != ingest.Word && w.v.Terms[t].Documents <= papers.ReasonLimit(w.v.Documents()) {
			sum += x * w.vectors[v][t]
		}
	}
	return sum
}

// sharesMethod reports whether a method is in both vectors.
func (w *twin) sharesMethod(u, v int) bool {
	for t := range w.vectors[u] {
		if _, ok := w.vectors[v][t]; ok && w.v.Terms[t].Kind == ingest.Method {
			return true
		}
	}
	return false
}

// ranked returns all papers that share a term with u, by what Shares says of each pair.
func ranked(n *papers.Network, u int) []papers.Neighbour {
	var all []papers.Neighbour
	for v := range n.Vocabulary.Documents() {
		if w, shares := n.Shares(u, v); v != u && len(shares) > 0 {
			all = append(all, papers.Neighbour{Paper: int32(v), Weight: w})
		}
	}
	slices.SortFunc(all, func(a, b papers.Neighbour) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Paper, b.Paper))
	})
	return all
}
