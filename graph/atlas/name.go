package atlas

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/vocab"
)

const (
	// nameLength is how many terms a name has at most.
	nameLength = 3
	// apartLength is how many terms are kept that set a community apart.
	apartLength = 12
	// lastContrast is that of terms which do not set a community apart: less than any that does.
	lastContrast = 1e-6
)

// candidate is a term that may name a community.
type candidate struct {
	term    int32
	members []int32 // papers of the community that hold it, ascending
	tells   float64 // how much commoner it is here than elsewhere, by what it can say in a name
	score   float64 // the same by the share of members that hold it
}

// namer names the communities of an atlas.
type namer struct {
	*Atlas
	used  map[int32]bool     // terms that name a community
	words map[int32][]string // by term, once asked for: see wordsOf
}

// nameAll names the communities, largest first. No term names two. The error is that of ctx.
func (a *Atlas) nameAll(ctx context.Context) error {
	n := namer{a, make(map[int32]bool), make(map[int32][]string)}
	for i := range a.Communities {
		if err := ctx.Err(); err != nil {
			return err
		}
		n.name(i)
	}
	return nil
}

// name names the community at a place.
func (n *namer) name(place int) {
	c := &n.Communities[place]
	apart, others := n.candidates(place)
	name := n.choose(apart, len(c.Members))
	if len(name) < 2 {
		name = n.choose(slices.Concat(apart, others), len(c.Members))
	}
	labels := make([]string, len(name))
	for k, t := range name {
		n.used[t] = true
		labels[k] = n.Vocabulary.Terms[t].Label
	}
	c.Name = strings.Join(labels, " · ")
	c.Terms = name
	for _, x := range apart {
		if len(c.Terms) < apartLength && !slices.Contains(c.Terms, x.term) {
			c.Terms = append(c.Terms, x.term)
		}
	}
}

// candidates returns the terms that set a community apart, best first, ties by term: how many members hold one, times how
// much commoner it is here than elsewhere, as the logarithm of the ratio with half a paper added to each side. The others,
// held by too few or no commoner here, are for a community that would go without a name.
func (a *Atlas) candidates(place int) (apart, others []candidate) {
	members := a.Communities[place].Members
	here, elsewhere := float64(len(members)), float64(a.Vocabulary.Documents()-len(members))
	for t, us := range a.holders(members) {
		slices.Sort(us)
		n := float64(len(us))
		outside := float64(a.Vocabulary.Terms[t].Documents) - n
		contrast := math.Log((n + 0.5) / (here + 1) * (elsewhere + 1) / (outside + 0.5))
		if contrast > 0 && len(us) >= min(len(members), max(2, len(members)/8)) {
			tells := contrast * naming(&a.Vocabulary.Terms[t])
			apart = append(apart, candidate{t, us, tells, n / here * tells})
		} else {
			tells := lastContrast * naming(&a.Vocabulary.Terms[t])
			others = append(others, candidate{t, us, tells, n / here * tells})
		}
	}
	byScore := func(x, y candidate) int { return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.term, y.term)) }
	slices.SortFunc(apart, byScore)
	slices.SortFunc(others, byScore)
	return apart, others
}

// holders returns for each term but plain words the papers that hold it.
func (a *Atlas) holders(papers []int32) map[int32][]int32 {
	holders := make(map[int32][]int32)
	for _, u := range papers {
		terms, _ := a.Vocabulary.Row(int(u))
		for _, t := range terms {
			if a.Vocabulary.Terms[t].Kind != ingest.Word {
				holders[t] = append(holders[t], u)
			}
		}
	}
	return holders
}

// naming says how good a term is in a name. Of phrases and names, methods and tasks say most; data sets and metrics say what a
// community measures, not what it is about. A word alone says little, unless it says what is done; generic terms say nothing.
func naming(t *vocab.Term) float64 {
	alone, small := !strings.ContainsAny(t.Key, " -"), t.Label == strings.ToLower(t.Label)
	head, doing := extract.HeadOf(t.Key)
	switch {
	case vocab.Generic(t.Key):
		return min(0.8, 0.1*t.Relevance)
	case t.Kind == ingest.Dataset || t.Kind == ingest.Metric:
		return 0.15
	case alone && small && doing && head.Field:
		return 0.3
	case alone && small && doing:
		return 0.6
	case alone && t.Kind == ingest.Concept:
		return 0.25
	case t.Kind == ingest.Concept:
		return 0.9
	}
	return 1
}

// choose picks two or three terms that between them cover the members. It takes the best by score first; where less than
// half of the members hold one of the name, it tries again with more weight on members not yet covered.
func (n *namer) choose(cs []candidate, size int) []int32 {
	var name []int32
	for _, breadth := range [...]float64{1, 1.5, 2, 3, 4} {
		var covered int
		name, covered = n.cover(cs, size, breadth)
		if 2*covered >= size {
			break
		}
	}
	return name
}

// cover picks terms one by one, each the best by its score and by the share of members it adds, raised to breadth, and
// returns them and how many members hold one. Two terms of a name share no word and are not forms of one another.
func (n *namer) cover(cs []candidate, size int, breadth float64) ([]int32, int) {
	covered := make(map[int32]bool)
	var name []int32
	for len(name) < nameLength && (len(name) < 2 || 2*len(covered) < size) {
		best, most := -1, 0.0
		for i, c := range cs {
			if n.used[c.term] || n.clashes(c.term, name) {
				continue
			}
			if gain := c.tells * n.carries(c.term, name) * math.Pow(c.added(covered)/float64(size), breadth); gain > most {
				best, most = i, gain
			}
		}
		if best < 0 {
			break
		}
		name = append(name, cs[best].term)
		for _, u := range cs[best].members {
			covered[u] = true
		}
	}
	return name, len(covered)
}

// carries lowers a term that would leave the first two terms of a name without a phrase or a name of its own: averaging ·
// scaling says less than averaging · scaling laws.
func (n *namer) carries(term int32, name []int32) float64 {
	switch {
	case len(name) == 0 && vocab.IsBare(&n.Vocabulary.Terms[term]), len(name) == 1 && n.isLone(name[0]) && n.isLone(term):
		return 0.1
	}
	return 1
}

// isLone reports whether a term is one word in small letters.
func (n *namer) isLone(term int32) bool {
	t := &n.Vocabulary.Terms[term]
	return !strings.ContainsAny(t.Key, " -") && t.Label == strings.ToLower(t.Label)
}

// added returns how many members a term adds to those covered, those covered already counted a little.
func (c *candidate) added(covered map[int32]bool) float64 {
	n := 0.0
	for _, u := range c.members {
		if covered[u] {
			n += 0.2
		} else {
			n++
		}
	}
	return n
}

// clashes reports whether a term shares a word with one of the name.
func (n *namer) clashes(t int32, name []int32) bool {
	for _, o := range name {
		for _, w := range n.wordsOf(o) {
			if slices.Contains(n.wordsOf(t), w) {
				return true
			}
		}
	}
	return false
}

// wordsOf returns the words of a term's key, label and long form, so that long and short forms meet.
func (n *namer) wordsOf(t int32) []string {
	words, ok := n.words[t]
	if !ok {
		term := &n.Vocabulary.Terms[t]
		words = strings.Fields(extract.Fold(term.Key + " " + term.Label + " " + term.Long))
		n.words[t] = words
	}
	return words
}
