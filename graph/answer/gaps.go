package answer

import (
	"cmp"
	"slices"
	"strings"
)

// What makes two communities a gap: they share concepts that tell at least as much as so many phrases, and have at most so
// large a part of the links that chance would lay between them if every paper kept its number of links. With less, a
// handful of bare words such as "classification" made gaps that tell nothing.
const (
	gapTelling = 2
	gapPart    = 0.2
)

// Gaps returns the top pairs of communities that share concepts and have hardly a link, those that share most first, with
// the papers that hold most of what is shared. O(links + terms · communities²) time.
func (g *Guide) Gaps(top int) []Between {
	all := slices.DeleteFunc(g.crossings(), func(c crossing) bool {
		return sum(c.shared, shared.telling) < gapTelling || float64(c.links) > gapPart*c.expected
	})
	slices.SortStableFunc(all, func(a, b crossing) int {
		return cmp.Compare(sum(b.shared, shared.weight), sum(a.shared, shared.weight))
	})
	out := make([]Between, 0, top)
	for _, c := range all[:min(top, len(all))] {
		out = append(out, g.gap(c))
	}
	return out
}

func sum(list []shared, of func(shared) float64) float64 {
	total := 0.0
	for _, s := range list {
		total += of(s)
	}
	return total
}

// gap tells of a pair by what it shares.
func (g *Guide) gap(c crossing) Between {
	out := g.between(c)
	var terms []int32
	for _, s := range c.shared {
		terms = append(terms, s.term)
	}
	terms = g.distinct(terms, 2*betweenItems)
	out.Concepts = g.sharedConcepts(c, terms[:min(betweenItems, len(terms))])
	score, held := map[int32]float64{}, map[int32][]int32{}
	for _, t := range terms {
		for _, u := range g.holders[t] {
			if p := g.a.Community[u]; p == c.a || p == c.b {
				score[u] += g.a.Vocabulary.Terms[t].Score * g.telling(t)
				held[u] = append(held[u], t)
			}
		}
	}
	for _, u := range heaviest(score) {
		because := "holds " + strings.Join(g.labels(held[u][:min(3, len(held[u]))]), ", ")
		out.Papers = append(out.Papers, Joining{PaperRef: g.Ref(u), Score: score[u], Because: because})
	}
	return out
}
