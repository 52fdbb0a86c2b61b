package answer

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"papergraph/graph/atlas"
)

// brokers is how many papers of highest betweenness have reasons that differ from each other: as many as a report shows.
const brokers = 10

// Because says in words what paper u does in the map: which two communities it joins and through which concepts, or, where
// all its links stay inside one, in what it is central. It is empty for a paper without a link. Among the ten papers of
// highest betweenness no two get the same words as long as there are concepts left to tell. O(terms of its links) time.
func (g *Guide) Because(u int32) string {
	g.a.Need(atlas.Ranks | atlas.Communities)
	if s, ok := g.lazy.because()[u]; ok {
		return s
	}
	return g.reason(u, nil)
}

// becauseOfBrokers gives the papers of highest betweenness their reasons, one after the other. Ways to other communities
// lead over such a paper even where all its own links stay inside; then it is told what its neighbours join.
func (g *Guide) becauseOfBrokers() map[int32]string {
	out, taken := map[int32]string{}, map[string]bool{}
	m := g.Measure("betweenness")
	if m == nil {
		return out
	}
	order := g.Ranked("betweenness")
	for _, u := range order[:min(brokers, len(order))] {
		if m.Scores[u] > 0 {
			out[u] = cmp.Or(g.reasonBeyond(u, taken), g.reason(u, taken))
			taken[out[u]] = true
		}
	}
	return out
}

// reason returns the first sentence about paper u that is not taken, the first of all where every one is.
func (g *Guide) reason(u int32, taken map[string]bool) string {
	own := g.a.Community[u]
	if own < 0 {
		return ""
	}
	first := ""
	for side := range g.sides(u) {
		for _, pair := range g.pairs(side.terms) {
			s := g.sentence(u, side.place, pair)
			if first == "" {
				first = s
			}
			if !taken[s] {
				return s
			}
		}
	}
	return first
}

// reasonBeyond returns the first sentence that is not taken about the communities to which the neighbours of paper u lead,
// empty where u leads to one itself or they lead nowhere.
func (g *Guide) reasonBeyond(u int32, taken map[string]bool) string {
	own := g.a.Community[u]
	if own < 0 {
		return ""
	}
	for s := range g.sides(u) {
		if s.place != own {
			return ""
		}
	}
	for s := range g.sidesBeyond(u) {
		for _, pair := range g.pairs(s.terms) {
			said := "joins " + g.called(own) + " and " + g.called(s.place) + " by way of its neighbours through " +
				strings.Join(g.labels(pair), ", ")
			if !taken[said] {
				return said
			}
		}
	}
	return ""
}

// sidesBeyond returns for each other community the neighbours of paper u that have a link into it, as sides of u.
func (g *Guide) sidesBeyond(u int32) iter.Seq[side] {
	own := g.a.Community[u]
	leads := map[int32][]int32{}
	targets, _ := g.a.Network.Links.Arcs(int(u))
	for _, v := range targets {
		further, _ := g.a.Network.Links.Arcs(int(v))
		for _, w := range further {
			if c := g.a.Community[w]; c != own && (len(leads[c]) == 0 || leads[c][len(leads[c])-1] != v) {
				leads[c] = append(leads[c], v)
			}
		}
	}
	return g.sidesOf(u, leads)
}

// sentence says what paper u does between its own community and another, or in its own where they are one.
func (g *Guide) sentence(u, other int32, terms []int32) string {
	own := g.a.Community[u]
	if other != own {
		return g.joins(own, other, terms)
	}
	by := strings.Join(g.labels(terms), ", ")
	members := g.a.Communities[own].Members
	place := slices.Index(members, u)
	if place >= 0 && place < max(3, len(members)/4) {
		return "central in " + g.called(own) + " through " + by
	}
	return "part of " + g.called(own) + " through " + by
}

// side is the links of a paper into one community: their weight, and the terms that carry them, best first.
type side struct {
	place  int32
	weight float64
	terms  []int32
}

// sides runs over the sides of paper u that some concept carries: other communities first, those with most weight first,
// its own last. The terms of a side are looked up when it comes, since few readers ask for more than the first.
func (g *Guide) sides(u int32) iter.Seq[side] {
	byPlace := map[int32][]int32{}
	targets, _ := g.a.Network.Links.Arcs(int(u))
	for _, v := range targets {
		byPlace[g.a.Community[v]] = append(byPlace[g.a.Community[v]], v)
	}
	return g.sidesOf(u, byPlace)
}

// sidesOf runs over the sides of paper u over those of its neighbours at each place, in the order that sides promises.
func (g *Guide) sidesOf(u int32, byPlace map[int32][]int32) iter.Seq[side] {
	own := g.a.Community[u]
	order := make([]side, 0, len(byPlace))
	for place, papers := range byPlace {
		order = append(order, side{place: place, weight: g.weightOf(u, papers)})
	}
	slices.SortFunc(order, func(a, b side) int {
		if (a.place == own) != (b.place == own) {
			if a.place == own {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.place, b.place))
	})
	return func(yield func(side) bool) {
		for _, s := range order {
			s.terms = g.carriers(u, s.place, byPlace[s.place])
			if len(s.terms) > 0 && !yield(s) {
				return
			}
		}
	}
}

// weightOf sums the weights of the links from paper u to some of its neighbours.
func (g *Guide) weightOf(u int32, neighbours []int32) float64 {
	sum := 0.0
	for _, v := range neighbours {
		weight, _ := g.a.Network.Links.Weight(int(u), int(v))
		sum += weight
	}
	return sum
}

// carriers returns the terms that carry the links from paper u to papers of one community, best first.
func (g *Guide) carriers(u, place int32, papers []int32) []int32 {
	t := newTally(g)
	for _, v := range papers {
		_, shares := g.a.Network.Shares(int(u), int(v))
		t.add(shares)
	}
	return t.best(g.a.Community[u], place)
}

// pairs returns what may be said of terms that are given best first: the first two, the first and the third, …, then the
// second and the third, …, then single ones. Two that share a word are not said together. At most the best eight are
// looked at.
func (g *Guide) pairs(terms []int32) [][]int32 {
	terms = terms[:min(8, len(terms))]
	var out [][]int32
	for i := range terms {
		for j := i + 1; j < len(terms); j++ {
			if !g.akin(terms[i], terms[j]) {
				out = append(out, []int32{terms[i], terms[j]})
			}
		}
	}
	for i := range terms {
		out = append(out, terms[i:i+1])
	}
	return out
}
