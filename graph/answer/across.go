package answer

import (
	"cmp"
	"context"
	"slices"

	"papergraph/graph"
	"papergraph/graph/centrality"
)

const (
	// acrossPapers is how many papers tell of two communities that a reader chose.
	acrossPapers = 12
	// acrossSources is from how many papers of the smaller community paths are followed at most. A source costs about 10 ms
	// where the two have 5,000 papers, so an answer takes a few seconds at worst; the share of paths that run through a paper
	// is then off by about 1/√256, a sixteenth of it.
	acrossSources = 256
)

// Across returns what joins two communities: the papers by the share of shortest paths from one to the other that run
// through them, those without any by the weight of their links; the concepts that carry the links, or without links those
// that both hold; and the gap. Paths are as long as 1/weight and keep to the two communities and the papers linked to both.
// Unknown ids and one given twice are errors, as is that of ctx. O(256·links of the two) time.
func (g *Guide) Across(ctx context.Context, a, b int) (Between, error) {
	if a == b {
		return Between{}, &QuestionError{Part: "b", Value: itoa(b), Try: "the id of another community"}
	}
	p, err := g.findCommunity(a)
	if err != nil {
		return Between{}, err
	}
	q, err := g.findCommunity(b)
	if err != nil {
		return Between{}, err
	}
	c := g.crossing(ordered(int32(p), int32(q)))
	if c.links == 0 {
		out := g.gap(c)
		out.Papers = []Joining{}
		return out, nil
	}
	out := g.bridge(c)
	out.Papers, err = g.brokers(ctx, c)
	return out, err
}

// crossing returns one of the crossings. O(links of a + terms) time.
func (g *Guide) crossing(a, b int32) crossing {
	c := crossing{a: a, b: b}
	ends := [2]float64{}
	for i, place := range []int32{a, b} {
		for _, u := range g.a.Communities[place].Members {
			ends[i] += float64(g.a.Network.Links.Degree(int(u)))
		}
	}
	c.expected = g.byChance(ends[0], ends[1])
	for _, u := range g.a.Communities[a].Members {
		targets, weights := g.a.Network.Links.Arcs(int(u))
		for i, v := range targets {
			if g.a.Community[v] == b {
				c.links++
				c.weight += weights[i]
			}
		}
	}
	for t, papers := range g.holders {
		if len(papers) < 4 || !g.carries(int32(t)) {
			continue
		}
		if fewer := min(g.membersIn(papers, a), g.membersIn(papers, b)); fewer >= 2 {
			c.shared = append(c.shared, g.sharing(int32(t), fewer))
		}
	}
	c.sort()
	return c
}

// membersIn counts the papers that are in a community.
func (g *Guide) membersIn(papers []int32, place int32) int {
	n := 0
	for _, u := range papers {
		if g.a.Community[u] == place {
			n++
		}
	}
	return n
}

// brokers returns the papers between two communities, those with most paths through them first.
func (g *Guide) brokers(ctx context.Context, c crossing) ([]Joining, error) {
	s := g.strait(c)
	from, to := s.sides[0], s.sides[1]
	if len(to) < len(from) {
		from, to = to, from
	}
	from = spaced(from, acrossSources)
	paths, err := centrality.Passage(ctx, s.links, from, to, centrality.Similarity, 1)
	if err != nil {
		return nil, err
	}
	var order []int32
	for u := range int32(len(s.papers)) {
		if paths[u] > 0 || s.weight[u] > 0 {
			order = append(order, u)
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(paths[b], paths[a]), cmp.Compare(s.weight[b], s.weight[a]), cmp.Compare(s.papers[a], s.papers[b]))
	})
	out := make([]Joining, 0, acrossPapers)
	for _, u := range order[:min(acrossPapers, len(order))] {
		paper := s.papers[u]
		because := g.joins(c.a, c.b, g.distinct(g.carried(c, paper).best(c.a, c.b), 2))
		score := paths[u] / float64(len(from)*len(to))
		out = append(out, Joining{PaperRef: g.Ref(paper), Score: score, Because: because})
	}
	return out, nil
}

// spaced returns at most so many of the list, evenly spaced.
func spaced(list []int32, most int) []int32 {
	if len(list) <= most {
		return list
	}
	out := make([]int32, most)
	for i := range out {
		out[i] = list[i*len(list)/most]
	}
	return out
}

// strait is the part of the network that lies between two communities.
type strait struct {
	papers []int32    // ascending; their places are the nodes of links
	links  *graph.CSR // among these papers
	sides  [2][]int32 // nodes in a and in b
	weight []float64  // by node: of its links across
}

// strait cuts out the two communities and the papers of others that are linked to both.
func (g *Guide) strait(c crossing) *strait {
	s := &strait{}
	for u := range int32(len(g.a.Community)) {
		if p := g.a.Community[u]; p == c.a || p == c.b || g.linkedToBoth(u, c) {
			s.papers = append(s.papers, u)
		}
	}
	s.weight = make([]float64, len(s.papers))
	var edges []graph.Edge
	for i, u := range s.papers {
		switch g.a.Community[u] {
		case c.a:
			s.sides[0] = append(s.sides[0], int32(i))
		case c.b:
			s.sides[1] = append(s.sides[1], int32(i))
		}
		targets, weights := g.a.Network.Links.Arcs(int(u))
		for k, v := range targets {
			if g.across(c, u, v) {
				s.weight[i] += weights[k]
			}
			if j, ok := slices.BinarySearch(s.papers, v); ok && v > u {
				edges = append(edges, graph.Edge{U: int32(i), V: int32(j), Weight: weights[k]})
			}
		}
	}
	links, err := graph.New(len(s.papers), edges)
	if err != nil {
		panic("answer: a part of a sound network is not sound: " + err.Error())
	}
	s.links = links
	return s
}

// across says whether a link of paper u leads from one community to the other.
func (g *Guide) across(c crossing, u, v int32) bool {
	p, q := g.a.Community[u], g.a.Community[v]
	return p == c.a && q == c.b || p == c.b && q == c.a
}

// linkedToBoth says whether a paper has links into both communities.
func (g *Guide) linkedToBoth(u int32, c crossing) bool {
	targets, _ := g.a.Network.Links.Arcs(int(u))
	return g.membersIn(targets, c.a) > 0 && g.membersIn(targets, c.b) > 0
}

// carried adds up the shares of a paper's links across; of a paper of a third community those of its links to the two.
func (g *Guide) carried(c crossing, u int32) *tally {
	t := newTally(g)
	inside := g.a.Community[u] == c.a || g.a.Community[u] == c.b
	targets, _ := g.a.Network.Links.Arcs(int(u))
	for _, v := range targets {
		outer := !inside && (g.a.Community[v] == c.a || g.a.Community[v] == c.b)
		if outer || g.across(c, u, v) {
			_, shares := g.a.Network.Shares(int(u), int(v))
			t.add(shares)
		}
	}
	return t
}
