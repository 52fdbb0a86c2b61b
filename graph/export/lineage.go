package export

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"papergraph/graph/papers"
)

// Kinds of links, as files and commands name them.
const (
	kindConcepts = "concepts"
	kindBuildsOn = "builds-on"
)

// builtOn returns the node ids of those of the two papers that the other builds on, joined where both are.
func (g *graphOf) builtOn(u, v int32) string {
	var ids []string
	for _, l := range g.a.Network.Between(int(u), int(v)) {
		if id := nodeID(g.place[l.To]); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return strings.Join(ids, "|")
}

// lineage runs over the builds-on links among the papers to write, one a pair and direction, from the paper that uses to the
// one that introduces.
func (g *graphOf) lineage() iter.Seq[edge] {
	return func(yield func(edge) bool) {
		n, all := 0, g.a.Network.BuildsOn
		for i := 0; i < len(all); {
			j := i
			for j < len(all) && all[j].From == all[i].From && all[j].To == all[i].To {
				j++
			}
			if g.place[all[i].From] >= 0 && g.place[all[i].To] >= 0 {
				if !yield(g.lineageEdge(n, all[i:j])) {
					return
				}
				n++
			}
			i = j
		}
	}
}

// lineageEdge makes an edge of the lineages of one pair and direction.
func (g *graphOf) lineageEdge(n int, same []papers.Lineage) edge {
	from, to := same[0].From, same[0].To
	weight, _ := g.a.Network.Shares(int(from), int(to))
	var methods, told []string
	for _, l := range same {
		t := &g.a.Vocabulary.Terms[l.Term]
		methods = append(methods, g.label(l.Term))
		words := []string{fmt.Sprintf("%s (%s)", g.label(l.Term), t.Kind)}
		introduces, uses := g.a.Network.Grounds(l)
		for _, said := range [...][]papers.Evidence{introduces, uses} {
			if len(said) > 0 {
				words = append(words, `"`+prose(said[0].Sentence)+`"`)
			}
		}
		told = append(told, strings.Join(words, " "))
	}
	return edge{
		id: edgeID(n), source: nodeID(g.place[from]), target: nodeID(g.place[to]),
		values: []value{
			numberValue(weight), textValue(kindBuildsOn), textValue(kindBuildsOn),
			{},
			listValue(methods), textValue(nodeID(g.place[to])), textValue(strings.Join(told, "; ")),
		},
	}
}
