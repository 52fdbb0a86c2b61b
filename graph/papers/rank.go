package papers

import (
	"cmp"
	"slices"

	"papergraph/graph/internal/alike"
)

// ranker ranks the papers near to one by weight. It is a worker's own, and as good as new after each paper.
type ranker struct {
	spoken  []spoken // in the order in which they were met
	slots   []int32  // a hash table by paper: a place in spoken, plus one; 0 is free. At most half full
	probe   alike.Probe
	queue   []bounded
	papers  []int32
	cosines []float64
}

// spoken is a paper for which the kin of another one speak.
type spoken struct {
	one, other float64 // what the closest papers of the one and of the other say
	cosine     float64 // 0 if it is not known
	paper      int32
	done       bool
}

// bounded is a paper by what it may weigh at most.
type bounded struct {
	most float64
	at   int32 // in spoken
}

// rank returns the k nearest papers to u by weight, given the k or more nearest by cosine, or all; none where k is below 1. A paper that is among neither
// these nor those that the kin of u speak for weighs less than all of them. O(kin) time, each the length of two rows at most.
func (r *ranker) rank(n *Network, u, k int, byCosine []alike.Neighbour) []Neighbour {
	if k <= 0 {
		return nil
	}
	r.listen(&n.kin, u)
	found, least := make([]Neighbour, 0, max(len(byCosine), k)), 0.0 // the rest is no nearer by cosine than least
	if len(byCosine) >= k {
		least = byCosine[len(byCosine)-1].Cosine
	}
	for _, f := range byCosine {
		weight := f.Cosine
		if s := r.find(f.Row); s != nil {
			weight, s.done = weigh(f.Cosine, s.one, s.other), true
		}
		found = append(found, Neighbour{Paper: f.Row, Weight: weight})
	}
	slices.SortFunc(found, compareNear)
	found = found[:min(k, len(found))]
	found = r.addSpoken(n, u, k, least, found)
	r.forget()
	return found
}

// addSpoken puts in those that the kin speak for, those that may weigh most first: soon the rest cannot be among the best.
func (r *ranker) addSpoken(n *Network, u, k int, least float64, found []Neighbour) []Neighbour {
	r.queue = r.queue[:0]
	for i := range r.spoken {
		s := &r.spoken[i]
		if most := s.most(min(least, n.kin.least[s.paper])); !s.done && int(s.paper) != u && mayBeAmong(found, k, most) {
			r.queue = append(r.queue, bounded{most, int32(i)})
		}
	}
	slices.SortFunc(r.queue, func(a, b bounded) int { return cmp.Or(cmp.Compare(b.most, a.most), cmp.Compare(a.at, b.at)) })
	if len(r.queue) > 0 {
		r.probe.Set(n.vectors.Row(u))
	}
	for part := range slices.Chunk(r.queue, atOnce) {
		if !mayBeAmong(found, k, part[0].most) {
			break
		}
		r.work(n, part)
		for _, b := range part {
			s := &r.spoken[b.at]
			if w := weigh(s.cosine, s.one, s.other); w > 0 {
				found = insert(found, Neighbour{Paper: s.paper, Weight: w}, k)
			}
		}
	}
	return found
}

// atOnce is how many papers are weighed together; see alike.Probe.Dots.
const atOnce = 8

// work works out those cosines that are not known.
func (r *ranker) work(n *Network, part []bounded) {
	r.papers = r.papers[:0]
	for _, b := range part {
		if s := &r.spoken[b.at]; s.cosine == 0 {
			r.papers = append(r.papers, s.paper)
		}
	}
	r.cosines = r.probe.Dots(r.cosines[:0], &n.vectors.Matrix, r.papers)
	i := 0
	for _, b := range part {
		if s := &r.spoken[b.at]; s.cosine == 0 {
			s.cosine = r.cosines[i]
			i++
		}
	}
}

// most returns what a paper weighs at most, if its cosine is at most least or known.
func (s *spoken) most(least float64) float64 {
	if s.cosine > 0 {
		least = s.cosine
	}
	return weigh(least, s.one, s.other)
}

// mayBeAmong reports whether what weighs so much at most may be among the k best, given the best so far. Bounds are rounded,
// so that a hair below is not ruled out.
func mayBeAmong(found []Neighbour, k int, most float64) bool {
	return most > 0 && (len(found) < k || most >= found[k-1].Weight-1e-9)
}

// listen sums, for all papers for which there is any, what kin.support returns of u and them, and of them and u, in the same
// order as it does.
func (r *ranker) listen(k *kin, u int) {
	closest, parts := k.closest.row(u)
	for j, x := range closest {
		papers, values := k.near.row(int(x))
		for i, v := range papers {
			r.at(v).one += float64(parts[j] * values[i])
		}
	}
	near, values := k.near.row(u)
	for i, y := range near {
		papers, parts := k.closeTo.row(int(y))
		for j, v := range papers {
			r.at(v).other += float64(parts[j] * values[i])
		}
	}
	for i, y := range near {
		if s := r.find(y); s != nil {
			s.cosine = values[i]
		}
	}
}
