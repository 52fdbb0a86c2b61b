package answer

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The constants of BM25 as its authors have them, and what a word counts of which only the beginning was typed.
const (
	saturation  = 1.2
	lengthShare = 0.75
	prefixWorth = 0.7
)

// Search returns at most limit papers and concepts that hold the words of text, best first; 0 is no limit. Case and marks
// do not count, and the last word may be the beginning of one as long as no space ends it. Hits hold all words; only where
// there is none, those that hold most. What is called so comes before what has the words in a title or label, and that
// before full text; inside, by BM25 with the title counted three times (Robertson and Zaragoza, The probabilistic
// relevance framework: BM25 and beyond, 2009, doi:10.1561/1500000019), ties concepts first, then by number. O(postings of
// the words) time.
func (g *Guide) Search(text string, limit int) List[Hit] {
	x := g.lazy.search()
	words := wordsOf(text)
	if len(words) == 0 {
		return List[Hit]{Items: []Hit{}}
	}
	found := x.match(words, openEnd(text))
	g.weigh(x, found, text)
	slices.SortFunc(found, func(a, b match) int {
		concept := func(m match) bool { return int(m.item) >= x.papers }
		if c := cmp.Or(cmp.Compare(b.tier, a.tier), cmp.Compare(b.score, a.score)); c != 0 {
			return c
		}
		if concept(a) != concept(b) {
			return cmp.Compare(b.item, a.item)
		}
		return cmp.Compare(a.item, b.item)
	})
	if limit > 0 {
		found = found[:min(limit, len(found))]
	}
	out := List[Hit]{Items: make([]Hit, len(found))}
	for i, m := range found {
		out.Items[i] = g.hit(x, m, words, openEnd(text))
	}
	return out
}

// openEnd says whether the last word may go on.
func openEnd(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// match is an item with what was found in it.
type match struct {
	item  int32
	words int // of the question, how many it holds
	tier  int // 2 is called so, 1 all its words in the name, 0 in the text
	score float64
	all   part // parts that hold every word found
	any   part // parts that hold some word
}

// match returns the items that hold all words, else those that hold most, in the order of items.
func (x *index) match(words []word, open bool) []match {
	sum := make([]match, len(x.length))
	for i := range sum {
		sum[i] = match{item: int32(i), all: inName | inAbstract | inAuthors | inVenue | inKeywords}
	}
	most := 0
	for i, w := range words {
		for item, h := range x.holders(w.folded, open && i == len(words)-1) {
			if h.parts == 0 {
				continue
			}
			m := &sum[item]
			m.words++
			m.score += h.score
			m.all &= h.parts
			m.any |= h.parts
			most = max(most, m.words)
		}
	}
	found := slices.DeleteFunc(sum, func(m match) bool { return m.words == 0 || m.words < most })
	for i := range found {
		if found[i].all&inName != 0 {
			found[i].tier = 1
		}
	}
	return found
}

// held is how well one word of a question is held by an item, and in which parts.
type held struct {
	score float64
	parts part
}

// holders returns by item how well it holds a word, or any word that begins so.
func (x *index) holders(w string, open bool) []held {
	out := make([]held, len(x.length))
	from, ok := slices.BinarySearch(x.words, w)
	to := from
	if ok {
		to = from + 1
	}
	if open {
		from, to = x.starting(w)
	}
	count := 0
	for i := from; i < to; i++ {
		worth := 1.0
		if x.words[i] != w {
			worth = prefixWorth
		}
		for _, p := range x.postings[i] {
			h := &out[p.item]
			if h.parts == 0 {
				count++
			}
			h.score = max(h.score, worth*x.tf(p))
			h.parts |= p.parts
		}
	}
	idf := x.idf(count) // of all the words together: else the rarest that begins so would come first
	for i := range out {
		out[i].score *= idf
	}
	return out
}

func (x *index) idf(holders int) float64 {
	return math.Log(1 + (float64(len(x.length)-holders)+0.5)/(float64(holders)+0.5))
}

func (x *index) tf(p posting) float64 {
	count, length := float64(p.count), float64(x.length[p.item])/x.mean
	return count * (saturation + 1) / (count + saturation*(1-lengthShare+float64(lengthShare*length)))
}

// weigh puts what is called just as the question, or has it as its id, before all else, and concepts of few papers behind:
// one that a single paper mentions counts a third, one of ten papers five sixths.
func (g *Guide) weigh(x *index, found []match, text string) {
	want, folded := strings.TrimSpace(text), fold(strings.TrimSpace(text))
	for i := range found {
		m := &found[i]
		name, id := g.names(x, m.item)
		if id == want || m.tier == 1 && fold(name) == folded {
			m.tier = 2
		}
		if int(m.item) >= x.papers {
			n := float64(len(g.holders[x.terms[int(m.item)-x.papers]]))
			m.score *= n / (n + 2)
		}
	}
}

// names returns the name and the id of an item.
func (g *Guide) names(x *index, item int32) (name, id string) {
	if int(item) < x.papers {
		d := &g.a.Corpus.Documents[item]
		return d.Title, d.ID
	}
	t := &g.a.Vocabulary.Terms[x.terms[int(item)-x.papers]]
	return t.Label, t.Key
}

// hit gives a match its shape.
func (g *Guide) hit(x *index, m match, words []word, open bool) Hit {
	name, id := g.names(x, m.item)
	where := m.all
	if where == 0 {
		where = m.any
	}
	p := where & -where // the first part that holds them
	if int(m.item) >= x.papers {
		h := Hit{Kind: "concept", Key: id, Label: name, Field: "label", Marks: marks(name, words, open), Score: m.score}
		if p != inName { // its key, or what its label stands for
			h.Field, h.Marks = "key", marks(id, words, open)
		}
		return h
	}
	d := &g.a.Corpus.Documents[m.item]
	h := Hit{Kind: "paper", ID: id, Node: g.node(m.item), Label: Label(d), Field: partNames[p], Marks: [][2]int{}, Score: m.score}
	switch p {
	case inName:
		h.Marks = marks(d.Title, words, open)
	case inAbstract:
		h.Marks = marks(d.Abstract, words, open)
	case inVenue:
		h.Marks = marks(d.Venue, words, open)
	default: // lists have no places to mark
	}
	return h
}

var partNames = map[part]string{inName: "title", inAbstract: "abstract", inAuthors: "authors", inVenue: "venue", inKeywords: "keywords"}

// marks returns where words of the question stand in a text, in ascending order.
func marks(text string, words []word, open bool) [][2]int {
	out := [][2]int{}
	for _, w := range wordsOf(text) {
		for i, q := range words {
			if w.folded == q.folded || open && i == len(words)-1 && strings.HasPrefix(w.folded, q.folded) {
				out = append(out, [2]int{w.start, w.end})
				break
			}
		}
	}
	return out
}
