package answer

import (
	"cmp"
	"slices"
	"strings"

	"papergraph/graph/atlas"
)

// betweenItems is how many papers and concepts tell of two communities.
const betweenItems = 5

// crossing is the links between two communities, by their places, a < b.
type crossing struct {
	a, b   int32
	links  int
	weight float64
	// links that chance would lay between the two if every paper kept its number of links
	expected float64
	shared   []shared // most worth first
}

// shared is a concept that at least two papers of each of two communities hold.
type shared struct {
	term  int32
	tells float64 // what the term counts when a reader is shown its label alone, up to 1
	worth float64 // papers of the community that has fewer, times what the term tells, times its score
}

func (s shared) telling() float64 { return s.tells }
func (s shared) weight() float64  { return s.worth }

// Bridges returns the top pairs of communities with most weight of links between them; the papers and concepts that carry
// most of it. O(links + terms · communities²) time, and O(terms of two papers) for each link of the pairs.
func (g *Guide) Bridges(top int) []Between {
	all := slices.DeleteFunc(g.crossings(), func(c crossing) bool { return c.links == 0 })
	slices.SortStableFunc(all, func(a, b crossing) int { return cmp.Compare(b.weight, a.weight) })
	out := make([]Between, 0, top)
	for _, c := range all[:min(top, len(all))] {
		out = append(out, g.bridge(c))
	}
	return out
}

// crossings returns every pair of communities, ordered by the places of a and b.
func (g *Guide) crossings() []crossing {
	g.a.Need(atlas.Communities)
	k := len(g.a.Communities)
	all := make([]crossing, 0, k*(k-1)/2)
	place := make([]int, k*k)
	for a := range k {
		for b := a + 1; b < k; b++ {
			place[a*k+b] = len(all)
			all = append(all, crossing{a: int32(a), b: int32(b)})
		}
	}
	for _, e := range g.a.Network.Links.Edges() {
		if a, b := ordered(g.a.Community[e.U], g.a.Community[e.V]); a != b {
			c := &all[place[int(a)*k+int(b)]]
			c.links++
			c.weight += e.Weight
		}
	}
	g.expect(all)
	g.share(all, place)
	return all
}

// expect sets how many links chance would lay, as modularity counts them.
func (g *Guide) expect(all []crossing) {
	ends := make([]float64, len(g.a.Communities)) // of links
	for u, c := range g.a.Community {
		if c >= 0 {
			ends[c] += float64(g.a.Network.Links.Degree(u))
		}
	}
	for i := range all {
		all[i].expected = g.byChance(ends[all[i].a], ends[all[i].b])
	}
}

// byChance returns how many links chance would lay between communities that have so many ends of links.
func (g *Guide) byChance(a, b float64) float64 {
	return a * b / float64(2*max(1, g.a.Network.Links.Size()))
}

func ordered(a, b int32) (int32, int32) { return min(a, b), max(a, b) }

// share notes for each pair of communities the concepts that both hold.
func (g *Guide) share(all []crossing, place []int) {
	k := len(g.a.Communities)
	count := make([]int, k)
	for t, papers := range g.holders {
		if len(papers) < 4 || !g.carries(int32(t)) {
			continue
		}
		clear(count)
		for _, u := range papers {
			if c := g.a.Community[u]; c >= 0 {
				count[c]++
			}
		}
		for a := range k {
			for b := a + 1; count[a] >= 2 && b < k; b++ {
				if count[b] >= 2 {
					c := &all[place[a*k+b]]
					c.shared = append(c.shared, g.sharing(int32(t), min(count[a], count[b])))
				}
			}
		}
	}
	for i := range all {
		all[i].sort()
	}
}

// sharing returns what a term counts that so many papers hold of the community that has fewer of them.
func (g *Guide) sharing(t int32, papers int) shared {
	tells := g.telling(t)
	return shared{t, tells, float64(papers) * tells * g.a.Vocabulary.Terms[t].Score}
}

// sort puts the shared concepts in their order.
func (c *crossing) sort() {
	slices.SortStableFunc(c.shared, func(a, b shared) int { return cmp.Compare(b.worth, a.worth) })
}

// bridge tells of a pair by the links it has.
func (g *Guide) bridge(c crossing) Between {
	out := g.between(c)
	whole, weight, mine := newTally(g), map[int32]float64{}, map[int32]*tally{}
	for _, u := range g.a.Communities[c.a].Members {
		targets, weights := g.a.Network.Links.Arcs(int(u))
		for i, v := range targets {
			if g.a.Community[v] != c.b {
				continue
			}
			_, shares := g.a.Network.Shares(int(u), int(v))
			whole.add(shares)
			for _, w := range []int32{u, v} {
				if mine[w] == nil {
					mine[w] = newTally(g)
				}
				mine[w].add(shares)
				weight[w] += weights[i]
			}
		}
	}
	out.Concepts = g.sharedConcepts(c, g.distinct(whole.bySum(), betweenItems))
	for _, u := range heaviest(weight) {
		because := g.joins(c.a, c.b, g.distinct(mine[u].best(c.a, c.b), 2))
		out.Papers = append(out.Papers, Joining{PaperRef: g.Ref(u), Score: weight[u], Because: because})
	}
	return out
}

// between returns what is told of every pair.
func (g *Guide) between(c crossing) Between {
	out := Between{
		A: g.a.Communities[c.a].ID, B: g.a.Communities[c.b].ID, Papers: []Joining{}, Concepts: []SharedConcept{},
		Gap: Gap{Shared: []string{}, Links: c.links, Expected: c.expected},
	}
	for _, s := range c.shared[:min(2*betweenItems, len(c.shared))] {
		out.Gap.Shared = append(out.Gap.Shared, g.a.Vocabulary.Terms[s.term].Key)
	}
	return out
}

func (g *Guide) sharedConcepts(c crossing, terms []int32) []SharedConcept {
	out := make([]SharedConcept, 0, len(terms))
	for _, t := range terms {
		n := 0
		for _, u := range g.holders[t] {
			if p := g.a.Community[u]; p == c.a || p == c.b {
				n++
			}
		}
		out = append(out, SharedConcept{Key: g.a.Vocabulary.Terms[t].Key, Label: g.a.Vocabulary.Terms[t].Label, Papers: n})
	}
	return out
}

// heaviest returns the few papers with most weight, ties by number.
func heaviest(weight map[int32]float64) []int32 {
	out := make([]int32, 0, len(weight))
	for u := range weight {
		out = append(out, u)
	}
	slices.SortFunc(out, func(a, b int32) int { return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b)) })
	return out[:min(betweenItems, len(out))]
}

func (g *Guide) joins(a, b int32, terms []int32) string {
	s := "joins " + g.called(a) + " and " + g.called(b)
	if len(terms) == 0 {
		return s
	}
	return s + " through " + strings.Join(g.labels(terms), ", ")
}

// called returns the name of a community as it stands in a sentence.
func (g *Guide) called(place int32) string {
	c := &g.a.Communities[place]
	if c.Name == "" {
		return "community " + itoa(c.ID)
	}
	return "“" + c.Name + "”"
}

func (g *Guide) labels(terms []int32) []string {
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = g.a.Vocabulary.Terms[t].Label
	}
	return out
}
