package answer

import (
	"cmp"
	"slices"

	"papergraph/graph/papers"
)

// tally adds up the shares of terms over several links.
type tally struct {
	g     *Guide
	sum   map[int32]float64
	order []int32 // as they were met, so that no map order is seen
}

func newTally(g *Guide) *tally { return &tally{g: g, sum: map[int32]float64{}} }

func (t *tally) add(shares []papers.Share) {
	for _, s := range shares {
		if !t.g.carries(s.Term) {
			continue
		}
		if _, ok := t.sum[s.Term]; !ok {
			t.order = append(t.order, s.Term)
		}
		t.sum[s.Term] += s.Share
	}
}

// nameWorth is what a term counts that the name of one of the two communities has already: said again it tells little,
// so it comes first only where it outweighs the others three to one.
const nameWorth = 1.0 / 3

// best returns the terms by the sum of their shares, largest first, ties by number; terms that name community a or b
// count less.
func (t *tally) best(a, b int32) []int32 {
	named := slices.Concat(t.g.named(a), t.g.named(b))
	worth := func(term int32) float64 {
		if slices.Contains(named, term) {
			return t.sum[term] * nameWorth
		}
		return t.sum[term]
	}
	out := slices.Clone(t.order)
	slices.SortFunc(out, func(a, b int32) int { return cmp.Or(cmp.Compare(worth(b), worth(a)), cmp.Compare(a, b)) })
	return out
}

// named returns the terms of a community's name, which stand first among its terms.
func (g *Guide) named(place int32) []int32 {
	if place < 0 {
		return nil
	}
	terms := g.a.Communities[place].Terms
	return terms[:min(3, len(terms))]
}

// bySum returns the terms by the sum of their shares, largest first, ties by number.
func (t *tally) bySum() []int32 { return t.best(-1, -1) }
