package answer

import (
	"slices"
	"strings"
	"unicode"

	"papergraph/graph/atlas"
)

// part is a text that a search looks into, as a bit.
type part uint8

// The parts, in the order in which a hit names them.
const (
	inName part = 1 << iota // title of a paper, label of a concept
	inAbstract
	inAuthors
	inVenue
	inKeywords
)

// index is an inverted index of the papers and the concepts of an atlas. Items are the papers by number, then the shown
// terms.
type index struct {
	words    []string    // folded, ascending
	postings [][]posting // by word; ascending by item
	length   []float32   // by item: its words, those of the name counted nameBoost times
	mean     float64     // of length over papers
	terms    []int32     // the terms of the items after the papers
	papers   int
}

// posting says how often a word stands in an item, the name's counted nameBoost times, and in which parts.
type posting struct {
	item  int32
	count float32
	parts part
}

// nameBoost is what a word in a title counts against one in an abstract. Titles hold about a tenth of the words, and
// three is the weight at which a paper that is about a thing comes before one that speaks of it twice.
const nameBoost = 3

// newIndex reads all texts of the atlas. O(bytes of text) time.
func newIndex(a *atlas.Atlas) *index {
	x := &index{papers: len(a.Corpus.Documents)}
	found := map[string][]posting{}
	for i := range a.Corpus.Documents {
		d := &a.Corpus.Documents[i]
		x.read(found, texts{d.Title, d.Abstract, strings.Join(d.Authors, "\n"), d.Venue, strings.Join(d.Keywords, "\n")})
	}
	for t := range a.Vocabulary.Terms {
		term := &a.Vocabulary.Terms[t]
		if slices.Contains(kinds, term.Kind.String()) {
			x.terms = append(x.terms, int32(t))
			x.read(found, texts{term.Label, "", "", "", term.Key + "\n" + term.Long})
		}
	}
	x.sort(found)
	return x
}

// texts is what an item says in each part, in the order of the parts.
type texts [5]string

// read adds the next item with its texts.
func (x *index) read(found map[string][]posting, said texts) {
	item, length := int32(len(x.length)), float32(0)
	for i, text := range said {
		p, weight := part(1)<<i, float32(1)
		if p == inName {
			weight = nameBoost
		}
		for _, w := range wordsOf(text) {
			length += weight
			list := found[w.folded]
			if n := len(list); n == 0 || list[n-1].item != item {
				list = append(list, posting{item: item})
			}
			last := &list[len(list)-1]
			last.count += weight
			last.parts |= p
			found[w.folded] = list
		}
	}
	x.length = append(x.length, length)
}

// sort puts the words in order.
func (x *index) sort(found map[string][]posting) {
	x.words = make([]string, 0, len(found))
	for w := range found {
		x.words = append(x.words, w)
	}
	slices.Sort(x.words)
	x.postings = make([][]posting, len(x.words))
	for i, w := range x.words {
		x.postings[i] = slices.Clip(found[w])
	}
	sum := 0.0
	for _, l := range x.length[:x.papers] {
		sum += float64(l)
	}
	x.mean = max(1, sum/float64(max(1, x.papers)))
}

// starting returns the places of the words that begin with a folded prefix.
func (x *index) starting(prefix string) (from, to int) {
	from, _ = slices.BinarySearch(x.words, prefix)
	to = from
	for to < len(x.words) && strings.HasPrefix(x.words[to], prefix) {
		to++
	}
	return from, to
}

// word is a run of letters and digits of a text, folded, with its first and last but one code point.
type word struct {
	folded     string
	start, end int
}

// wordsOf parts a text into words. A letter of a script that is written without spaces is a word of its own.
func wordsOf(text string) []word {
	var out []word
	at, start, startByte := 0, -1, 0
	end := func(b int) {
		if start >= 0 {
			if w := fold(text[startByte:b]); w != "" {
				out = append(out, word{w, start, at})
			}
			start = -1
		}
	}
	for b, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			end(b)
			out = append(out, word{fold(string(r)), at, at + 1})
		case unicode.IsLetter(r) || unicode.IsDigit(r) || start >= 0 && unicode.IsMark(r):
			if start < 0 {
				start, startByte = at, b
			}
		default:
			end(b)
		}
		at++
	}
	end(len(text))
	return out
}
