package papers_test

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"papergraph/graph/papers"
	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// twin is the network again, by maps and in the plainest way: what the package does fast must be the same.
type twin struct {
	n       *papers.Network
	v       *vocab.Vocabulary
	vectors []map[mark]float64
	cosines [][]float64
	top     [][]int // by paper: the known nearest by cosine, nearest first
}

// mark is a term, or a pair of words that stand side by side; then with is the second plus one.
type mark struct{ term, with int32 }

func newTwin(n *papers.Network) *twin {
	w := &twin{n: n, v: n.Vocabulary}
	counts := make([]map[mark]float64, w.v.Documents())
	holders := make(map[mark]int)
	for doc := range counts {
		counts[doc] = w.counts(doc)
		for m := range counts[doc] {
			holders[m]++
		}
	}
	limit := papers.CommonLimit(w.v.Documents())
	for doc := range counts {
		vector := make(map[mark]float64)
		for m, count := range counts[doc] {
			if held := holders[m]; held <= limit && (m.with == 0 || held > 1 && !w.bothCommon(m, limit)) {
				vector[m] = count / (count + papers.Saturation) * w.rarity(m, held)
			}
		}
		norm := length(vector)
		for m := range vector {
			vector[m] /= norm
		}
		w.vectors = append(w.vectors, vector)
	}
	for u := range counts {
		w.cosines = append(w.cosines, make([]float64, len(counts)))
		for v := range counts {
			w.cosines[u][v] = dot(w.vectors[u], w.vectors[v])
		}
	}
	for u := range counts {
		w.top = append(w.top, w.nearest(u))
	}
	return w
}

// counts returns how often each term and pair of a document stands in it, the title counted more.
func (w *twin) counts(doc int) map[mark]float64 {
	counts := make(map[mark]float64)
	var words []vocab.Mention
	for _, m := range w.v.Mentions(doc) {
		counts[mark{term: m.Term}] += times(m)
		if w.isSingle(m.Term) {
			words = append(words, m)
		}
	}
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if a.Field == b.Field && a.End <= b.Start && w.n.Corpus.Documents[doc].Text(a.Field)[a.End:b.Start] == " " {
			counts[mark{a.Term, b.Term + 1}] += times(b)
		}
	}
	return counts
}

func times(m vocab.Mention) float64 {
	if m.Field == ingest.Title {
		return vocab.TitleCount
	}
	return 1
}

func (w *twin) isSingle(t int32) bool {
	return w.v.Terms[t].Kind == ingest.Word && !strings.Contains(w.v.Terms[t].Key, " ")
}

func (w *twin) bothCommon(m mark, limit int) bool {
	return w.v.Terms[m.term].Documents > limit && w.v.Terms[m.with-1].Documents > limit
}

func (w *twin) rarity(m mark, held int) float64 {
	switch {
	case m.with > 0:
		return papers.MadeOfWords * math.Log(float64(w.v.Documents()+1)/(float64(held)+0.5))
	case w.isSingle(m.term):
		return w.v.Terms[m.term].Rarity
	}
	return papers.MadeOfWords * w.v.Terms[m.term].Rarity
}

func length(v map[mark]float64) float64 {
	square := 0.0
	for _, x := range v {
		square += x * x
	}
	return math.Sqrt(square)
}

func dot(a, b map[mark]float64) float64 {
	sum := 0.0
	for m, x := range a {
		sum += x * b[m]
	}
	return sum
}

func (w *twin) cosine(u, v int) float64 { return w.cosines[u][v] }

// nearest ranks by the network's own cosines, so that a last bit does not turn two papers about.
func (w *twin) nearest(u int) []int {
	var all []int
	cosines := make([]float64, len(w.vectors))
	for v := range w.vectors {
		if cosines[v] = w.n.Cosine(u, v); v != u && cosines[v] > 0 {
			all = append(all, v)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(cosines[b], cosines[a]) })
	return all[:min(papers.Known, len(all))]
}

func (w *twin) weight(u, v int) float64 {
	cosine := w.cosine(u, v)
	if cosine == 0 {
		return 0
	}
	return 1 - (1-cosine)*(1-papers.KinPart*(w.support(u, v)+w.support(v, u)))
}

// support is how near v is to the closest papers of u, each by its cosine.
func (w *twin) support(u, v int) float64 {
	sum, all, closest := 0.0, 0.0, 0
	for _, x := range w.top[u] {
		if closest == papers.ClosestPapers || oneTitle(w.n.Corpus, u, x) {
			continue
		}
		closest++
		all += w.cosine(u, x)
		if slices.Contains(w.top[x], v) || slices.Contains(w.top[v], x) {
			sum += w.cosine(u, x) * w.cosine(x, v)
		}
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

// reason returns the part of the weight that terms own which count as a reason, each as far as it tells.
func (w *twin) reason(u, v int) float64 {
	sum := 0.0
	for m, x := range w.vectors[u] {
		if t := &w.v.Terms[m.term]; m.with == 0 && t.Kind != ingest.Word && t.Documents <= papers.ReasonLimit(w.v.Documents()) {
			sum += x * w.vectors[v][m] * min(1, t.Score/t.Rarity)
		}
	}
	return sum * w.weight(u, v) / w.cosine(u, v)
}

// sharedKinds returns the kinds of the terms that are in both vectors, ascending.
func (w *twin) sharedKinds(u, v int) []ingest.Kind {
	var kinds []ingest.Kind
	for m := range w.vectors[u] {
		if _, ok := w.vectors[v][m]; ok && m.with == 0 {
			kinds = append(kinds, w.v.Terms[m.term].Kind)
		}
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// kindsIn lists a set of kinds, ascending.
func kindsIn(k papers.Kinds) []ingest.Kind {
	var kinds []ingest.Kind
	for kind := ingest.Method; kind <= ingest.Word; kind++ {
		if k.Has(kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
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
