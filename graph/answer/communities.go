package answer

import (
	"cmp"
	"math"
	"slices"

	"papergraph/graph/atlas"
)

// How long the lists of a community are: what a panel of the page shows without scrolling.
const (
	centralPapers = 5
	nameTerms     = 8
	apartTerms    = 10
)

// Communities returns the communities in the order of their places.
func (g *Guide) Communities() Page[Community] {
	g.a.Need(atlas.Communities)
	page := Page[Community]{Items: make([]Community, len(g.a.Communities))}
	for i := range page.Items {
		page.Items[i] = g.community(i)
	}
	return page
}

// Community returns all that is known of the community with the id. The error is a *NotFoundError. O(entries of the
// vocabulary + links of the community) time.
func (g *Guide) Community(id int) (CommunityDetail, error) {
	g.a.Need(atlas.Communities)
	c, err := g.findCommunity(id)
	if err != nil {
		return CommunityDetail{}, err
	}
	return CommunityDetail{
		Community: g.community(c), Apart: g.apart(c), Bridging: g.refs(g.bridging(c)), Newest: g.refs(g.newest(c)),
	}, nil
}

func (g *Guide) community(place int) Community {
	c := &g.a.Communities[place]
	return Community{
		ID: c.ID, Name: c.Name, Size: len(c.Members), Concepts: g.terms(c.Terms[:min(nameTerms, len(c.Terms))]),
		Central: g.refs(c.Members[:min(centralPapers, len(c.Members))]),
	}
}

// apart returns the concepts that are commoner in a community than elsewhere, ranked by how surprising their number here
// would be if they were spread evenly: the signed root of the likelihood ratio of two shares (Dunning, Accurate methods
// for the statistics of surprise and coincidence, 1993). A concept of one paper sets nothing apart.
func (g *Guide) apart(place int) []Apart {
	here := make([]int, len(g.a.Vocabulary.Terms))
	members := g.a.Communities[place].Members
	for _, u := range members {
		terms, _ := g.a.Vocabulary.Row(int(u))
		for _, t := range terms {
			here[t]++
		}
	}
	in, out := len(members), len(g.a.Corpus.Documents)-len(members)
	type scored struct {
		term     int32
		surprise float64
	}
	var found []scored
	for t, k := range here {
		if k >= 2 && g.carries(int32(t)) {
			if s := surprise(k, in, len(g.holders[t])-k, out); s > 0 {
				found = append(found, scored{int32(t), s})
			}
		}
	}
	slices.SortFunc(found, func(a, b scored) int { return cmp.Or(cmp.Compare(b.surprise, a.surprise), cmp.Compare(a.term, b.term)) })
	list := make([]Apart, 0, apartTerms)
	for _, f := range found[:min(apartTerms, len(found))] {
		ref := g.Term(f.term)
		a := Apart{Key: ref.Key, Label: ref.Label, Here: float64(here[f.term]) / float64(in)}
		if out > 0 {
			a.Elsewhere = float64(len(g.holders[f.term])-here[f.term]) / float64(out)
		}
		list = append(list, a)
	}
	return list
}

// surprise returns the log-likelihood ratio of k of n against j of m, negative where k of n is the smaller share.
func surprise(k, n, j, m int) float64 {
	p := float64(k+j) / float64(n+m)
	ratio := 2 * (spread(k, n, float64(k)/float64(n)) - spread(k, n, p))
	if m > 0 {
		ratio += 2 * (spread(j, m, float64(j)/float64(m)) - spread(j, m, p))
	}
	if m > 0 && k*m < j*n {
		return -ratio
	}
	return ratio
}

// spread returns the logarithm of the chance of k of n at a share p; 0 · log 0 counts as 0.
func spread(k, n int, p float64) float64 {
	sum := 0.0
	if k > 0 {
		sum += float64(k) * math.Log(p)
	}
	if k < n {
		sum += float64(n-k) * math.Log(1-p)
	}
	return sum
}

// bridging returns the members with most weight of links to other communities.
func (g *Guide) bridging(place int) []int32 {
	type scored struct {
		paper  int32
		weight float64
	}
	var found []scored
	for _, u := range g.a.Communities[place].Members {
		if w := g.weightOutside(u); w > 0 {
			found = append(found, scored{u, w})
		}
	}
	slices.SortFunc(found, func(a, b scored) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.paper, b.paper)) })
	out := make([]int32, 0, centralPapers)
	for _, f := range found[:min(centralPapers, len(found))] {
		out = append(out, f.paper)
	}
	return out
}

func (g *Guide) weightOutside(u int32) float64 {
	targets, weights := g.a.Network.Links.Arcs(int(u))
	sum := 0.0
	for i, v := range targets {
		if g.a.Community[v] != g.a.Community[u] {
			sum += weights[i]
		}
	}
	return sum
}

// newest returns the members of the latest known years.
func (g *Guide) newest(place int) []int32 {
	docs := g.a.Corpus.Documents
	dated := slices.DeleteFunc(slices.Clone(g.a.Communities[place].Members), func(u int32) bool { return docs[u].Year == 0 })
	slices.SortStableFunc(dated, func(a, b int32) int { return cmp.Compare(docs[b].Year, docs[a].Year) }) // stable: central first
	return dated[:min(centralPapers, len(dated))]
}
