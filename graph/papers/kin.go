package papers

import (
	"cmp"
	"slices"
)

// kin is what the nearest papers of each say about who else is near. Two abstracts of one subject may share few words; then
// the nearest papers of the one are near the other all the same. All of it is by cosine, so that it does not feed on itself.
type kin struct {
	near    lists // each paper's known nearest and those papers it is one of; so u is with v where v is with u
	closest lists // the first few of each, with what each of them has to say: its part of their cosines
	closeTo lists // the papers of whose closest each is one, with that part
}

// lists holds papers with a value for each paper, in CSR form.
type lists struct {
	starts []int32
	papers []int32 // ascending inside a list
	values []float64
}

func (l *lists) row(u int) (papers []int32, values []float64) {
	from, to := l.starts[u], l.starts[u+1]
	return l.papers[from:to:to], l.values[from:to:to]
}

// newKin takes the nearest papers of each, at least known of them where there are so many.
func (n *Network) newKin(nearest [][]Neighbour) kin {
	near, closest, closeTo := make([][]Neighbour, len(nearest)), make([][]Neighbour, len(nearest)), make([][]Neighbour, len(nearest))
	for u, found := range nearest {
		for _, f := range found[:min(known, len(found))] {
			near[u] = append(near[u], f)
			near[f.Paper] = append(near[f.Paper], Neighbour{Paper: int32(u), Weight: f.Weight})
			if len(closest[u]) < closestPapers && !n.sameWork(u, int(f.Paper)) {
				closest[u] = append(closest[u], f)
			}
		}
		share(closest[u])
		for _, f := range closest[u] {
			closeTo[f.Paper] = append(closeTo[f.Paper], Neighbour{Paper: int32(u), Weight: f.Weight})
		}
	}
	return kin{newLists(near), newLists(closest), newLists(closeTo)}
}

// share divides the weights by their sum.
func share(found []Neighbour) {
	sum := 0.0
	for _, f := range found {
		sum += f.Weight
	}
	for i := range found {
		found[i].Weight /= sum
	}
}

// newLists sorts each list by paper; of a paper that stands there twice one stays.
func newLists(all [][]Neighbour) lists {
	l := lists{starts: make([]int32, 1, len(all)+1)}
	for _, list := range all {
		slices.SortFunc(list, func(a, b Neighbour) int { return cmp.Compare(a.Paper, b.Paper) })
		for i, f := range list {
			if i == 0 || list[i-1].Paper != f.Paper {
				l.papers, l.values = append(l.papers, f.Paper), append(l.values, f.Weight)
			}
		}
		l.starts = append(l.starts, int32(len(l.papers)))
	}
	return l
}

// weigh returns the weight of a pair of papers: its cosine, and of what that lacks to 1 a part, as large as each is near to
// the other's closest papers. What shares no term has none.
func weigh(cosine, one, other float64) float64 {
	if cosine == 0 {
		return 0
	}
	return min(1, cosine+float64((1-min(1, cosine))*float64(kinPart*(one+other))))
}

// support returns how near v is on the average to the closest papers of u, as far as that is known; the nearer of them say
// more.
func (k *kin) support(u, v int) float64 {
	closest, parts := k.closest.row(u)
	sum := 0.0
	for j, x := range closest {
		papers, values := k.near.row(int(x))
		if i, ok := slices.BinarySearch(papers, int32(v)); ok {
			sum += float64(parts[j] * values[i]) // not to be fused with the sum: supports must come to the same
		}
	}
	return sum
}

// weight returns the weight of a pair of papers and its cosine. Both are the same from both ends, to the last bit.
func (n *Network) weight(u, v int) (weight, cosine float64) {
	for _, part := range n.shared(u, v) {
		cosine += part
	}
	return weigh(cosine, n.kin.support(u, v), n.kin.support(v, u)), cosine
}

// rank returns the k nearest papers to u by weight, given the k or more nearest by cosine. A paper that is among neither
// these nor those that the kin of u speak for weighs less than all of them. O(kin) time, each the length of two rows.
func (n *Network) rank(a *accumulator, u, k int, byCosine []Neighbour) []Neighbour {
	n.supports(a, u)
	found := slices.Clone(byCosine)
	for i := range found {
		f := &found[i]
		f.Weight = weigh(f.Weight, a.one[f.Paper], a.other[f.Paper])
		a.one[f.Paper], a.other[f.Paper] = 0, 0
	}
	for _, v := range a.touched {
		if int(v) != u && (a.one[v] != 0 || a.other[v] != 0) {
			if w, _ := n.weight(u, int(v)); w > 0 {
				found = append(found, Neighbour{Paper: v, Weight: w})
			}
		}
		a.one[v], a.other[v] = 0, 0
	}
	a.touched = a.touched[:0]
	return best(found, max(0, k))
}

// supports sums, for all papers for which there is any, what support returns of u and them in a.one, and of them and u in
// a.other, in the same order as it does.
func (n *Network) supports(a *accumulator, u int) {
	closest, parts := n.kin.closest.row(u)
	for j, x := range closest {
		papers, values := n.kin.near.row(int(x))
		for i, v := range papers {
			a.touched = append(a.touched, v)
			a.one[v] += float64(parts[j] * values[i])
		}
	}
	near, values := n.kin.near.row(u)
	for i, y := range near {
		papers, parts := n.kin.closeTo.row(int(y))
		for j, v := range papers {
			a.touched = append(a.touched, v)
			a.other[v] += float64(parts[j] * values[i])
		}
	}
	slices.Sort(a.touched)
	a.touched = slices.Compact(a.touched)
}
