package papers

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"papergraph/graph/internal/pace"
	"papergraph/ingest/text"
	"papergraph/ingest/vocab"
)

// Lineage is a builds-on link: paper From uses the named method, data set or metric Term, which paper To introduces.
type Lineage struct{ From, To, Term int32 }

// lineage finds who builds on whom: where exactly one work of the corpus introduces a term, each other paper that writes of it
// as of a name builds on that work, unless its known year is older. Links come by From, then To, then Term. The error is that
// of ctx. O(mentions) time.
func (n *Network) lineage(ctx context.Context) error {
	v := n.Vocabulary
	n.origin = n.origins()
	spellings := make(map[int32]map[string]bool)
	for t, to := range n.origin {
		if to >= 0 && !v.IsCommonWord(int32(t)) {
			spellings[int32(t)] = n.spellings(int(to), int32(t))
		}
	}
	n.strange = n.strangers(spellings)
	watch := pace.New(ctx)
	for u := range v.Documents() {
		terms, _ := v.Row(u)
		for _, t := range terms {
			if err := watch.Step(); err != nil {
				return err
			}
			to := n.origin[t]
			if spellings[t] == nil || n.sameWork(u, int(to)) || v.Role(u, t) != vocab.Uses {
				continue
			}
			if n.objection(u, t, spellings[t]) == "" {
				n.BuildsOn = append(n.BuildsOn, Lineage{int32(u), to, t})
			}
		}
	}
	slices.SortFunc(n.BuildsOn, compareLineage)
	return ctx.Err()
}

// Objection returns in words why paper u, which holds a named term, is linked by it to no paper that introduces it, though one does or
// some do; "" where it is linked, or where there is nothing to say. O(terms and mentions of two papers) time.
func (n *Network) Objection(u int, term int32) string {
	v, role := n.Vocabulary, n.Vocabulary.Role(u, term)
	to := n.origin[term]
	switch {
	case role == vocab.NoRole:
		return ""
	case to == several:
		return "several papers introduce it, so none is built on"
	case v.Contests(u, term):
		return "claimed here, but other papers write of it as of nobody's or their own, so none is built on"
	case to < 0 || role == vocab.Introduces || n.sameWork(u, int(to)):
		return ""
	case v.IsCommonWord(term):
		return "a common word too, so the paper that introduces the name is not built on"
	}
	return n.objection(u, term, n.spellings(int(to), term))
}

// Claims reports whether a paper introduces a term, or says so of what others write of too.
func (n *Network) Claims(u int, term int32) bool {
	return n.Vocabulary.Role(u, term) == vocab.Introduces || n.Vocabulary.Contests(u, term)
}

// objection returns what speaks against a link from u to the only paper that introduces a term, whose spellings there are given.
func (n *Network) objection(u int, term int32, spellings map[string]bool) string {
	v, to := n.Vocabulary, int(n.origin[term])
	switch {
	case n.isOlder(u, to):
		return "older than the paper that introduces it"
	case v.Contests(u, term):
		return "the name of something else here"
	case !n.writes(u, term, spellings):
		return "not written here as the paper that introduces it writes the name"
	case v.MeansOther(u, term):
		return "not spelled out here, and mostly short for something else"
	case n.isSubject(u, to, term):
		return "words of a subject here, not the name that the paper that introduces it is known by"
	case !n.areClose(u, to, term, spellings):
		return "too little in common with the paper that introduces it to mean the same"
	case n.strange[term]:
		return "no paper that writes it has anything else in common with the one that introduces it"
	}
	return ""
}

// none and several stand for the origin of a term that no work introduces, or more than one.
const (
	none    = -1
	several = -2
)

// origins returns for each term the paper that introduces it: of several records of one work the first.
func (n *Network) origins() []int32 {
	v := n.Vocabulary
	origin, unsure := make([]int32, len(v.Terms)), make([]bool, len(v.Terms))
	for t := range origin {
		origin[t] = none
	}
	for u := range v.Documents() {
		for _, i := range v.Introductions(u) {
			switch at := origin[i.Term]; {
			case v.Role(u, i.Term) != vocab.Introduces || !i.Sure && at != none:
			case !i.Sure:
				unsure[i.Term] = true
				origin[i.Term] = int32(u)
			case unsure[i.Term]:
				unsure[i.Term] = false
				origin[i.Term] = int32(u)
			case at == none:
				origin[i.Term] = int32(u)
			case at != several && !n.sameWork(u, int(at)):
				origin[i.Term] = several
			}
		}
	}
	for t, doubtful := range unsure {
		if doubtful {
			origin[t] = none
		}
	}
	return origin
}

// isOlder reports whether both years are known and that of u is before that of v.
func (n *Network) isOlder(u, v int) bool {
	docs := n.Corpus.Documents
	return docs[u].Year != 0 && docs[v].Year != 0 && docs[u].Year < docs[v].Year
}

// spellings returns how a paper writes a term, as bare letters.
func (n *Network) spellings(paper int, term int32) map[string]bool {
	all := make(map[string]bool)
	for s := range n.written(paper, term) {
		all[s] = true
	}
	return all
}

// written runs over how a paper writes a term: its letters, digits and plus signs, a plural ending cut.
func (n *Network) written(paper int, term int32) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		d := &n.Corpus.Documents[paper]
		for _, m := range n.Vocabulary.Mentions(paper) {
			if m.Term == term && !yield(letters(text.Clean(d.Text(m.Field)[m.Start:m.End]).Text)) {
				return
			}
		}
	}
}

func letters(s string) string {
	return strings.TrimSuffix(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' {
			return r
		}
		return -1
	}, s), "s")
}

// writes reports whether a paper writes of a term as of a name: in more than one word, in the spelling of the paper that
// introduces it, or, where it is longer than a short form, with a capital inside. POINTS is not points, nor dVC DVC.
func (n *Network) writes(paper int, term int32, spellings map[string]bool) bool {
	if strings.Contains(n.Vocabulary.Terms[term].Key, " ") && !n.isJoined(int(n.origin[term]), term) {
		return true
	}
	for s := range n.written(paper, term) {
		if spellings[s] || len(s) > bareLetters && strings.ToLower(s[1:]) != s[1:] {
			return true
		}
	}
	return false
}

// isJoined reports whether a paper writes a term in one word with a capital inside wherever it does: SemanticFusion.
func (n *Network) isJoined(paper int, term int32) bool {
	d := &n.Corpus.Documents[paper]
	for _, m := range n.Vocabulary.Mentions(paper) {
		s := d.Text(m.Field)[m.Start:m.End]
		if m.Term == term && (strings.ContainsAny(s, " -") || strings.ToLower(s[1:]) == s[1:]) {
			return false
		}
	}
	return true
}

// Grounds returns the sentence in which the introducing paper brings the term, and those in which the other uses it. O(bytes
// of both papers) time.
func (n *Network) Grounds(l Lineage) (introduces, uses []Evidence) {
	i, ok := n.Vocabulary.Introduction(int(l.To), l.Term)
	if ok {
		introduces = []Evidence{{Span: i.Span}}
		n.sentences(int(l.To), introduces)
	}
	return introduces, n.Evidence(int(l.From), l.Term)
}

// Between returns the builds-on links of a pair, either way, in order. O(log n) time.
func (n *Network) Between(u, v int) []Lineage {
	return append(slices.Clone(n.from(u, v)), n.from(v, u)...)
}

func (n *Network) from(u, v int) []Lineage {
	low, _ := slices.BinarySearchFunc(n.BuildsOn, Lineage{int32(u), int32(v), -1}, compareLineage)
	high, _ := slices.BinarySearchFunc(n.BuildsOn, Lineage{int32(u), int32(v) + 1, -1}, compareLineage)
	return n.BuildsOn[low:high:high]
}

func compareLineage(a, b Lineage) int {
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Term, b.Term))
}
