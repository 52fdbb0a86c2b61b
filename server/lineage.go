package server

import (
	"cmp"
	"iter"
	"slices"

	"papergraph/graph/papers"
)

// wireLink is a link as map.bin has it; u is below v.
type wireLink struct {
	u, v   int32
	weight float64
	flags  uint16
}

func compareLinks(a, b wireLink) int { return cmp.Or(cmp.Compare(a.u, b.u), cmp.Compare(a.v, b.v)) }

// wireLinks runs over the links of the map and the pairs of which one builds on the other, ascending, each once.
func wireLinks(n *papers.Network) iter.Seq[wireLink] {
	return func(yield func(wireLink) bool) {
		built := builtPairs(n)
		for i, e := range n.Links.Edges() {
			l := wireLink{e.U, e.V, e.Weight, linkFlags(n, i)}
			for len(built) > 0 && compareLinks(built[0], l) < 0 {
				if !yield(weighed(n, built[0])) {
					return
				}
				built = built[1:]
			}
			if len(built) > 0 && compareLinks(built[0], l) == 0 {
				l.flags |= built[0].flags
				built = built[1:]
			}
			if !yield(l) {
				return
			}
		}
		for _, l := range built {
			if !yield(weighed(n, l)) {
				return
			}
		}
	}
}

// weighed gives a pair that the map does not link the weight that it would have.
func weighed(n *papers.Network, l wireLink) wireLink {
	l.weight, _ = n.Shares(int(l.u), int(l.v))
	return l
}

// builtPairs returns the pairs of which one builds on the other, ascending, with the flags that say which, not weighed.
func builtPairs(n *papers.Network) []wireLink {
	var pairs []wireLink
	for i, l := range n.BuildsOn {
		if i > 0 && n.BuildsOn[i-1].From == l.From && n.BuildsOn[i-1].To == l.To {
			continue
		}
		p := wireLink{u: min(l.From, l.To), v: max(l.From, l.To), flags: flagBuildsOn | flagForth}
		if l.From > l.To {
			p.flags = flagBuildsOn | flagBack
		}
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, compareLinks)
	merged := pairs[:0]
	for _, p := range pairs {
		if k := len(merged); k > 0 && compareLinks(merged[k-1], p) == 0 {
			merged[k-1].flags |= p.flags
			continue
		}
		merged = append(merged, p)
	}
	return merged
}
