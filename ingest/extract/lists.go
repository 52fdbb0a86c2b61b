package extract

import (
	_ "embed" // the word lists below
	"strings"
	"sync"

	"papergraph/ingest"
)

// The lists are of language and of the way abstracts are written, never of what a field calls its methods.
var (
	//go:embed words/function.txt
	functionList string
	//go:embed words/foreign.txt
	foreignList string // function words of other languages that are no words, names or short forms in English
	//go:embed words/verb.txt
	verbList string // base forms of what papers do
	//go:embed words/irregular.txt
	irregularList string // forms that a rule does not make, and nouns that are verbs in nearly every abstract
	//go:embed words/adjective.txt
	adjectiveList string // praise, comparison, degree: they part phrases
	//go:embed words/soft.txt
	softList string // adjectives that belong to some terms: optimal transport, random forest
	//go:embed words/noun.txt
	nounList string // nouns of every paper: no term by themselves
	//go:embed words/head.txt
	headList string // head nouns that tell the kind of what they head
)

// Class says what part a word can play in a phrase.
type Class uint8

// The classes of words.
const (
	Plain    Class = iota // can stand anywhere in a term
	Generic               // can stand in a term, is none by itself
	Soft                  // begins a term only where the two belong together
	Stop                  // parts phrases: what papers do, and praise
	Function              // parts phrases and says nothing: the, of, which
)

type lists struct {
	class map[string]Class
	head  map[string]Head
	verb  map[string]bool // base forms of verbs
}

// Head is what a head noun tells of what it heads.
type Head struct {
	Kind  ingest.Kind
	Field bool // what it heads is a field of many methods, and a method only where the whole has a name
}

// words returns the lists, read once.
var words = sync.OnceValue(func() lists {
	l := lists{class: make(map[string]Class, 8000), head: headKinds(), verb: make(map[string]bool, 1000)}
	for w := range strings.FieldsSeq(nounList) {
		l.class[w] = Generic
		l.class[plural(w)] = Generic
	}
	for w := range strings.FieldsSeq(verbList) {
		l.verb[w] = true
		for _, form := range inflect(w) {
			if _, isHead := l.head[Singular(form)]; !isHead && l.class[form] != Generic {
				l.class[form] = Stop
			}
		}
	}
	for w := range strings.FieldsSeq(plainVerbList) {
		for _, form := range inflect(w)[:2] {
			if _, isHead := l.head[form]; !isHead && l.class[form] != Generic {
				l.class[form] = Stop
			}
		}
	}
	for _, list := range []string{irregularList, adjectiveList} {
		for w := range strings.FieldsSeq(list) {
			l.class[w] = Stop
		}
	}
	for _, list := range []string{functionList, foreignList} {
		for w := range strings.FieldsSeq(list) {
			l.class[w] = Function
		}
	}
	for w := range strings.FieldsSeq(softList) {
		l.class[w] = Soft
	}
	return l
})

func headKinds() map[string]Head {
	kinds := map[string]Head{
		"method": {ingest.Method, false}, "field": {ingest.Method, true}, "dataset": {ingest.Dataset, false},
		"metric": {ingest.Metric, false}, "task": {ingest.Task, false},
	}
	head := make(map[string]Head)
	for line := range strings.Lines(headList) {
		name, nouns, ok := strings.Cut(line, ":")
		kind, known := kinds[name]
		if !ok || !known {
			continue
		}
		for w := range strings.FieldsSeq(nouns) {
			head[w] = kind
		}
	}
	return head
}

// inflect returns a verb's base form, third person, past and present participle by the regular rules.
func inflect(v string) []string {
	third, past, ing := v+"s", v+"ed", v+"ing"
	last, before := v[len(v)-1], v[len(v)-2]
	switch {
	case last == 'e':
		past = v + "d"
		if before != 'e' {
			ing = v[:len(v)-1] + "ing"
		}
	case last == 'y' && !isVowel(before):
		third, past = v[:len(v)-1]+"ies", v[:len(v)-1]+"ied"
	case strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "sh"), last == 's', last == 'x', last == 'z':
		third = v + "es"
	case len(v) > 2 && !isVowel(last) && last != 'w' && last != 'y' && isVowel(before) && !isVowel(v[len(v)-3]):
		return []string{v, third, past, ing, v + string(last) + "ed", v + string(last) + "ing"}
	}
	return []string{v, third, past, ing}
}

func plural(n string) string {
	switch last := n[len(n)-1]; {
	case last == 's', last == 'x', strings.HasSuffix(n, "ch"), strings.HasSuffix(n, "sh"):
		return n + "es"
	case last == 'y' && !isVowel(n[len(n)-2]):
		return n[:len(n)-1] + "ies"
	}
	return n + "s"
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// ClassOf returns the class of a word in lower case.
func ClassOf(w string) Class {
	e := entries()[w]
	return e.classOf(w)
}

// classOf returns the class of a word of which the lists say e.
func (e *entry) classOf(w string) Class {
	if e.classed {
		return e.class
	}
	if us := american(w); us != w {
		if e := entries()[us]; e.classed {
			return e.class
		}
	}
	switch {
	case isAdverb(w):
		return Stop
	case len(w) > 7 && (strings.HasSuffix(w, "ifies") || strings.HasSuffix(w, "izes")): // verbs only: nullifies, parameterizes
		return Stop
	case compoundStop(w):
		return Stop
	}
	return Plain
}

// isAdverb reports whether a word is an adverb in -ly.
func isAdverb(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ly") && !lyNouns[w]
}

// lyNouns are words in -ly that are no adverbs.
var lyNouns = map[string]bool{
	"family": true, "anomaly": true, "assembly": true, "supply": true, "butterfly": true, "monopoly": true,
	"likely": true, "reply": true, "early": true, "friendly": true, "multiply": true, "curly": true, "homophily": true,
}

// compoundStop reports whether a word with dashes only praises: its last part is a stop word of degree or praise, as in
// cost-effective or best-performing.
func compoundStop(w string) bool {
	_, last, dashed := strings.Cut(w, "-")
	return dashed && len(last) > 4 && !strings.Contains(last, "-") && !strings.HasSuffix(last, "ed") && entries()[last].class == Stop
}

// HeadOf returns what a head noun, singular and in lower case, tells of what it heads, and whether it tells.
func HeadOf(w string) (Head, bool) {
	h, ok := words().head[w]
	return h, ok
}
