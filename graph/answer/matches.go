package answer

// Matches is which papers hold all words of a text.
type Matches struct {
	Nodes []int32 `json:"nodes" doc:"Numbers of the papers, ascending"`
}

// Matches returns the papers that hold every word of text in title, abstract, authors, venue or keywords. As in Search, case
// and marks do not count, and the last word may be the beginning of one as long as no space ends it; unlike there, a paper
// that lacks a word is none. A text without words is held by no paper. O(postings of the words) time.
func (g *Guide) Matches(text string) Matches {
	out := Matches{Nodes: []int32{}}
	words := wordsOf(text)
	if len(words) == 0 {
		return out
	}
	x := g.lazy.search()
	for _, m := range x.match(words, openEnd(text)) {
		if m.words == len(words) && int(m.item) < x.papers {
			out.Nodes = append(out.Nodes, m.item)
		}
	}
	return out
}
