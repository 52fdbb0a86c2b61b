package vocab

import (
	"cmp"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// exampleCues lead lists of examples of what stands before them (Hearst, Automatic acquisition of hyponyms from large text
// corpora (1992), doi:10.3115/992133.992154).
var exampleCues = [...]string{"such as ", "including ", "e.g."}

// exemplified returns the ties of terms to what texts call them examples of. That one document says so is enough where the
// broader term is the commoner and no bare noun. O(bytes of text) time.
func (v *Vocabulary) exemplified(c *ingest.Corpus) []tie {
	said := make(map[tie]int)
	for doc := range v.mentions {
		for _, field := range [...]ingest.Field{ingest.Title, ingest.Abstract} {
			given := c.Documents[doc].Text(field)
			for _, cue := range exampleCues {
				for at := next(given, cue, 0); at >= 0; at = next(given, cue, at+len(cue)) {
					v.readExamples(said, doc, field, given, at, at+len(cue))
				}
			}
		}
	}
	ties := make([]tie, 0, len(said))
	for t, documents := range said {
		parent := &v.Terms[t.parent]
		if documents > 1 || parent.Documents >= v.Terms[t.child].Documents && !IsBare(parent) {
			ties = append(ties, t)
		}
	}
	slices.SortFunc(ties, compareTies)
	return ties
}

func compareTies(a, b tie) int {
	return cmp.Or(cmp.Compare(a.parent, b.parent), cmp.Compare(a.child, b.child))
}

// next returns where a cue stands in a text from a place on, or -1.
func next(text, cue string, from int) int {
	i := strings.Index(text[min(from, len(text)):], cue)
	if i < 0 {
		return -1
	}
	return from + i
}

// readExamples notes what a cue from one byte of a text to another lists.
func (v *Vocabulary) readExamples(said map[tie]int, doc int, field ingest.Field, given string, from, to int) {
	parent, ok := v.broaderBefore(doc, field, given, from)
	if !ok {
		return
	}
	for _, child := range v.listed(doc, field, given, to) {
		if child != parent && !v.nested(parent, child) {
			said[tie{parent, child}]++
		}
	}
}

// broaderBefore returns the longest term that ends before a cue, but for a noun that adds nothing: of "pruning methods, such
// as", pruning. What stands there must be many, since only of many there are examples; a name is no broader term.
func (v *Vocabulary) broaderBefore(doc int, field ingest.Field, given string, cue int) (int32, bool) {
	head := strings.TrimRight(given[:cue], " ,:([")
	last := head[strings.LastIndexByte(head, ' ')+1:]
	if len(head) == cue || last == "" || extract.Singular(last) == last {
		return 0, false
	}
	m, ok := v.endingAt(doc, field, len(head))
	if !ok {
		if len(last) == len(head) || !tails[extract.Fold(last)] {
			return 0, false
		}
		m, ok = v.endingAt(doc, field, len(head)-len(last)-1)
	}
	if !ok || attached(given[:m.Start]) {
		return 0, false
	}
	t := &v.Terms[m.Term]
	return m.Term, strings.Contains(v.folds[m.Term], " ") || t.Label == strings.ToLower(t.Label)
}

// attached reports whether a text ends with a word that ties what comes to what stood before: of "tasks of robots such as
// grasping", the examples are tasks.
func attached(text string) bool {
	text = strings.TrimRight(text, " ")
	switch text[strings.LastIndexByte(text, ' ')+1:] {
	case "of", "for", "in", "on", "with", "to", "from", "by", "at", "the", "their", "its":
		return true
	}
	return false
}

// endingAt returns the longest term of the hierarchy that ends at a byte of a field.
func (v *Vocabulary) endingAt(doc int, field ingest.Field, end int) (Mention, bool) {
	for _, m := range v.mentions[doc] { // the longer of those that end there begins first
		if m.Field == field && int(m.End) == end && v.inHierarchy(m.Term) {
			return m, true
		}
	}
	return Mention{}, false
}

// listed returns the terms of a list that begins at a byte of a field. What follows a comma is only of the list if "and" or
// "or" ends it: in "fields such as mining, we show" it is not.
func (v *Vocabulary) listed(doc int, field ingest.Field, given string, at int) []int32 {
	var list []int32
	for at < len(given) && strings.IndexByte(" ,:", given[at]) >= 0 {
		at++
	}
	for last := false; ; {
		m, ok := v.beginningAt(doc, field, at)
		if !ok || !endsPhrase(given[m.End:]) {
			break
		}
		list = append(list, m.Term)
		if last {
			return list
		}
		var sep int
		if sep, last = separator(given[m.End:]); sep == 0 {
			break
		}
		at = int(m.End) + sep
	}
	return list[:min(1, len(list))]
}

// endsPhrase reports whether the rest of a text goes on with a sign or a function word, so that no word is cut off.
func endsPhrase(rest string) bool {
	word, spaced := strings.CutPrefix(rest, " ")
	if !spaced {
		return rest == "" || strings.IndexByte(",.;:)]", rest[0]) >= 0
	}
	if i := strings.IndexAny(word, " ,.;:)"); i >= 0 {
		word = word[:i]
	}
	return strings.HasPrefix(word, "(") || extract.ClassOf(word) == extract.Function
}

// beginningAt returns the longest mention of a term of the hierarchy that begins at a byte of a field.
func (v *Vocabulary) beginningAt(doc int, field ingest.Field, at int) (Mention, bool) {
	ms := v.mentions[doc]
	i, _ := slices.BinarySearchFunc(ms, at, func(m Mention, at int) int {
		return cmp.Or(cmp.Compare(m.Field, field), cmp.Compare(int(m.Start), at))
	})
	for ; i < len(ms) && ms[i].Field == field && int(ms[i].Start) == at; i++ {
		if v.inHierarchy(ms[i].Term) {
			return ms[i], true
		}
	}
	return Mention{}, false
}

// separator returns the length of what parts the members of a list at the head of a text, a short form in brackets included,
// and whether the next member is the last.
func separator(rest string) (length int, last bool) {
	if strings.HasPrefix(rest, " (") {
		if end := strings.IndexByte(rest, ')'); end > 0 && end < 16 {
			length = end + 1
		}
	}
	for _, s := range [...]string{", and ", ", or ", " and ", " or ", ", "} {
		if strings.HasPrefix(rest[length:], s) {
			return length + len(s), s != ", "
		}
	}
	return 0, false
}
