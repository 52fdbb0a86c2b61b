package answer

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"papergraph/graph/atlas"
	"papergraph/graph/papers"
)

// BuildsOn is a builds-on link with its grounds: the paper it comes from uses a method that the paper it goes to introduces.
type BuildsOn struct {
	From       string     `json:"from"`
	To         string     `json:"to"`
	Method     ConceptRef `json:"method"`
	Introduces []Evidence `json:"introduces"`
	Uses       []Evidence `json:"uses"`
}

// Ancestry is the other end of a builds-on link of a paper, with its grounds.
type Ancestry struct {
	PaperRef
	Method     ConceptRef `json:"method"`
	Uses       []Evidence `json:"uses"`
	Introduces []Evidence `json:"introduces"`
}

// grounds returns the sentences of a builds-on link.
func (g *Guide) grounds(l papers.Lineage) (introduces, uses []Evidence) {
	in, use := g.a.Network.Grounds(l)
	return g.quoted(l.To, in), g.quoted(l.From, use)
}

// lineageOf returns the builds-on links of a pair, either way.
func (g *Guide) lineageOf(u, v int32) []BuildsOn {
	docs := g.a.Corpus.Documents
	out := []BuildsOn{}
	for _, l := range g.a.Network.Between(int(u), int(v)) {
		b := BuildsOn{From: docs[l.From].ID, To: docs[l.To].ID, Method: g.Term(l.Term)}
		b.Introduces, b.Uses = g.grounds(l)
		out = append(out, b)
	}
	return out
}

// notBuilt says of the terms that a pair shares why they make no builds-on link, where there is something to say.
func (g *Guide) notBuilt(u, v int32, shares []papers.Share) []NotBuilt {
	n, docs := g.a.Network, g.a.Corpus.Documents
	var out []NotBuilt
	for _, s := range shares {
		for _, paper := range [...]int32{u, v} {
			other := u + v - paper
			why := n.Objection(int(paper), s.Term)
			if why == "" || !n.Claims(int(other), s.Term) && !n.Claims(int(paper), s.Term) {
				continue
			}
			out = append(out, NotBuilt{Method: g.Term(s.Term), Paper: docs[paper].ID, Why: why})
			break
		}
	}
	return out
}

// ancestry returns what paper u builds on, and what builds on it, oldest known year first, ties by number.
func (g *Guide) ancestry(u int32) (buildsOn, builtOnBy []Ancestry) {
	buildsOn, builtOnBy = []Ancestry{}, []Ancestry{}
	for _, l := range g.a.Network.BuildsOn {
		if l.From == u {
			buildsOn = append(buildsOn, g.ancestor(l, l.To))
		}
		if l.To == u {
			builtOnBy = append(builtOnBy, g.ancestor(l, l.From))
		}
	}
	byYear := func(a, b Ancestry) int { return cmp.Compare(a.Year, b.Year) }
	slices.SortStableFunc(buildsOn, byYear)
	slices.SortStableFunc(builtOnBy, byYear)
	return buildsOn, builtOnBy
}

func (g *Guide) ancestor(l papers.Lineage, other int32) Ancestry {
	a := Ancestry{PaperRef: g.Ref(other), Method: g.Term(l.Term)}
	a.Introduces, a.Uses = g.grounds(l)
	return a
}

// BuildsOnLinks runs over the builds-on links, at most top of each paper that uses, the strongest first, ties by the paper they
// go to; where a paper builds on another by several methods they are one link. Weights are cosines.
func (g *Guide) BuildsOnLinks(top int) iter.Seq[Link] {
	g.a.Need(atlas.Links)
	return func(yield func(Link) bool) {
		all := g.a.Network.BuildsOn
		for i := 0; i < len(all); {
			j := i
			for j < len(all) && all[j].From == all[i].From {
				j++
			}
			for rank, l := range g.buildsOnOf(all[i:j]) {
				l.Rank = rank + 1
				if rank < top && !yield(l) {
					return
				}
			}
			i = j
		}
	}
}

// buildsOnOf makes the links of one paper from its lineages.
func (g *Guide) buildsOnOf(own []papers.Lineage) []Link {
	docs := g.a.Corpus.Documents
	var out []Link
	for i, l := range own {
		if i > 0 && own[i-1].To == l.To {
			continue
		}
		weight, _ := g.a.Network.Shares(int(l.From), int(l.To))
		_, onMap := g.a.Network.Links.Weight(int(l.From), int(l.To))
		out = append(out, Link{
			Source: docs[l.From].ID, Target: docs[l.To].ID, Weight: weight, Kind: "builds-on", Directed: true, OnMap: onMap,
		})
	}
	slices.SortStableFunc(out, func(a, b Link) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Target, b.Target))
	})
	return out
}
