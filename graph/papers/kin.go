package papers

import (
	"cmp"
	"slices"

	"papergraph/graph/internal/alike"
)

// kin is what the nearest papers of each say about who else is near. Two abstracts of one subject may share few words; then
// the nearest papers of the one are near the other all the same. All of it is by cosine, so that it does not feed on itself.
type kin struct {
	near    lists     // each paper's known nearest and those papers it is one of; so u is with v where v is with u
	closest lists     // the first few of each, with what each of them has to say: its part of their cosines
	closeTo lists     // the papers of whose closest each is one, with that part
	least   []float64 // by paper: the cosine of those not known is no more; 0 where all are known
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
func (n *Network) newKin(nearest [][]alike.Neighbour) kin {
	k := kin{near: newNear(nearest), closest: n.newClosest(nearest), least: make([]float64, len(nearest))}
	for u, found := range nearest {
		if len(found) >= known {
			k.least[u] = found[known-1].Cosine
		}
	}
	k.closeTo = k.closest.turned(len(nearest))
	return k
}

// known returns those nearest to a paper of which it knows how near they are, the nearest by cosine first.
func (k *kin) known(u int) []alike.Neighbour {
	papers, values := k.near.row(u)
	found := make([]alike.Neighbour, len(papers))
	for i, v := range papers {
		found[i] = alike.Neighbour{Row: v, Cosine: values[i]}
	}
	slices.SortFunc(found, alike.Compare)
	return found[:min(known, len(found))]
}

// newNear joins the known nearest of each with those papers that it is one of.
func newNear(nearest [][]alike.Neighbour) lists {
	l := lists{starts: make([]int32, len(nearest)+1)}
	for u, found := range nearest {
		for _, f := range found[:min(known, len(found))] {
			l.starts[u+1]++
			l.starts[f.Row+1]++
		}
	}
	for u := range nearest {
		l.starts[u+1] += l.starts[u]
	}
	all := make([]alike.Neighbour, l.starts[len(nearest)])
	next := slices.Clone(l.starts)
	put := func(u int32, f alike.Neighbour) {
		all[next[u]] = f
		next[u]++
	}
	for u, found := range nearest {
		for _, f := range found[:min(known, len(found))] {
			put(int32(u), f)
			put(f.Row, alike.Neighbour{Row: int32(u), Cosine: f.Cosine})
		}
	}
	return l.filled(all)
}

// filled returns lists of such borders sorted by paper; of a paper that stands in one twice one stays.
func (l *lists) filled(all []alike.Neighbour) lists {
	out := lists{starts: make([]int32, 1, len(l.starts))}
	for u := range len(l.starts) - 1 {
		list := all[l.starts[u]:l.starts[u+1]]
		slices.SortFunc(list, func(a, b alike.Neighbour) int { return cmp.Compare(a.Row, b.Row) })
		for i, f := range list {
			if i == 0 || list[i-1].Row != f.Row {
				out.papers, out.values = append(out.papers, f.Row), append(out.values, f.Cosine)
			}
		}
		out.starts = append(out.starts, int32(len(out.papers)))
	}
	return out
}

// newClosest takes the first few of each that are not the same work, with their parts of the sum of their cosines.
func (n *Network) newClosest(nearest [][]alike.Neighbour) lists {
	l := lists{starts: make([]int32, 1, len(nearest)+1)}
	var closest []alike.Neighbour
	for u, found := range nearest {
		closest = closest[:0]
		for _, f := range found[:min(known, len(found))] {
			if len(closest) < closestPapers && !n.sameWork(u, int(f.Row)) {
				closest = append(closest, f)
			}
		}
		share(closest)
		slices.SortFunc(closest, func(a, b alike.Neighbour) int { return cmp.Compare(a.Row, b.Row) })
		for _, f := range closest {
			l.papers, l.values = append(l.papers, f.Row), append(l.values, f.Cosine)
		}
		l.starts = append(l.starts, int32(len(l.papers)))
	}
	return l
}

// share divides the cosines by their sum.
func share(found []alike.Neighbour) {
	sum := 0.0
	for _, f := range found {
		sum += f.Cosine
	}
	for i := range found {
		found[i].Cosine /= sum
	}
}

// turned returns for each of so many papers the lists that it stands in, with its values there.
func (l *lists) turned(papers int) lists {
	t := lists{starts: make([]int32, papers+1), papers: make([]int32, len(l.papers)), values: make([]float64, len(l.papers))}
	for _, v := range l.papers {
		t.starts[v+1]++
	}
	for u := range papers {
		t.starts[u+1] += t.starts[u]
	}
	next := slices.Clone(t.starts)
	for u := range papers {
		row, values := l.row(u)
		for i, v := range row {
			t.papers[next[v]], t.values[next[v]] = int32(u), values[i]
			next[v]++
		}
	}
	return t
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
