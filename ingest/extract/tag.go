package extract

import (
	_ "embed" // the list below
	"strings"
	"sync"

	"papergraph/ingest/text"
)

// A verb's form is a noun or an adjective in some places: the display, human face recognition, decision making, simulated
// annealing. What stands before and behind the word tells, as far as two words can.

// form is a form of a verb.
type form uint8

const (
	base  form = 1 + iota // display
	third                 // displays
	past                  // displayed
	ing                   // displaying
)

// verb is what the lists say of a verb's form.
type verb struct {
	form   form
	double bool // the verb is a noun as well
	own    bool // what papers do with what is theirs: proposed, used
}

//go:embed words/double.txt
var doubleList string // verbs that are nouns as well, in their base form

//go:embed words/gerund.txt
var gerundList string // forms in -ing that name an activity: decision making, knowledge sharing

//go:embed words/own.txt
var ownList string // verbs whose past participle tells only what a paper does

// verbs returns the forms of all verbs in the lists.
var verbs = sync.OnceValue(func() map[string]verb {
	all := make(map[string]verb, 5000)
	add := func(list string, double, own bool) {
		for v := range strings.FieldsSeq(list) {
			for i, f := range inflect(v) {
				what := verb{min(form(i)+base, ing), double, own}
				if i == 4 {
					what.form = past
				}
				if old, ok := all[f]; ok {
					what.double, what.own = what.double || old.double, what.own || old.own
				}
				all[f] = what
			}
		}
	}
	add(verbList, false, false)
	add(doubleList, true, false)
	add(ownList, false, true)
	return all
})

// gerunds returns the words of their list.
var gerunds = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool)
	for w := range strings.FieldsSeq(gerundList) {
		all[w] = true
	}
	return all
})

// side is what stands beside a word.
type side uint8

const (
	edge     side = iota // nothing: a sentence's head or end, a sign
	article              // the, our, every
	link                 // a preposition
	subject              // to, we, can, which: a verb follows
	other                // another function word
	praise               // an adjective
	act                  // a verb
	singular             // a noun, or what may be one
	several
)

var sides = map[string]side{
	"a": article, "an": article, "the": article, "our": article, "their": article, "its": article, "his": article, "her": article, "my": article,
	"your": article, "every": article, "another": article, "any": article, "no": article, "each": article, "some": article, "such": article,
	"whose": article, "these": article, "this": article, "both": article, "many": article, "several": article, "few": article, "one": article, "two": article, "three": article, "four": article,
	"of": link, "in": link, "on": link, "for": link, "with": link, "by": link, "from": link, "at": link, "between": link, "among": link, "over": link,
	"under": link, "into": link, "through": link, "via": link, "without": link, "than": link, "versus": link, "vs": link, "against": link,
	"during": link, "within": link, "across": link, "about": link, "unlike": link, "toward": link, "towards": link, "upon": link, "per": link, "as": link, "like": link, "onto": link,
	"to": subject, "we": subject, "they": subject, "i": subject, "you": subject, "it": subject, "which": subject, "that": subject, "who": subject,
	"can": subject, "cannot": subject, "could": subject, "may": subject, "might": subject, "must": subject, "should": subject, "will": subject,
	"would": subject, "shall": subject, "does": subject, "do": subject, "did": subject, "not": subject,
}

// left returns what stands before token i, which is read now.
func (r *run) left(dst []Word) side {
	switch {
	case r.joined:
		w := &dst[len(dst)-1]
		low := strings.ToLower(w.Surface)
		switch {
		case w.Class == Soft || isAdjective(low):
			return praise
		case Singular(low) != low:
			return several
		}
		return singular
	case r.before == "":
		return edge
	}
	if s, ok := sides[r.before]; ok {
		return s
	}
	switch {
	case isPraise(r.before):
		if strings.HasSuffix(r.before, "ly") {
			return other
		}
		return praise
	case ClassOf(r.before) == Stop:
		return act
	}
	return other
}

// right returns what stands behind token i.
func (r *run) right(i int) side {
	if i+1 >= len(r.tokens) || i+1 >= int(r.sentences[r.sentence].Last) {
		return edge
	}
	t := r.tokens[i+1]
	if t.Class == text.Number {
		return article
	}
	if t.Class != text.Word || !t.Spaced {
		return edge
	}
	low := strings.ToLower(r.text(t))
	switch ClassOf(low) {
	case Function:
		switch s, ok := sides[low]; {
		case low == "to" || low == "that":
			return subject
		case ok && s != subject:
			return s
		case low == "how" || low == "whether" || low == "what" || low == "why":
			return subject
		}
		return other
	case Stop:
		switch v := verbs()[low]; {
		case isPraise(low):
			return praise
		case v.double && (v.form == base || v.form == third) || gerunds()[low]:
			return singular
		}
		return act
	case Soft:
		return praise
	case Plain, Generic:
	}
	return singular
}

// isAdjective reports whether a word has the ending of an adjective that nouns do not have.
func isAdjective(w string) bool {
	for _, e := range [...]string{"al", "ive", "ous", "able", "ible", "ful", "less", "ic", "ary", "ar"} {
		if len(w) > len(e)+3 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// tag reads a form of a verb anew by what stands around it.
func (r *run) tag(dst []Word, w *Word, i int) {
	low := strings.ToLower(w.Surface)
	v, ok := verbs()[low]
	if !ok || praising()[low] {
		r.tagUnknown(w, low)
		return
	}
	switch {
	case w.Class == Generic:
		if v.form == base && r.left(dst) == subject && r.before != "that" && r.before != "which" && r.before != "it" {
			w.Class = Stop
		}
	case w.Class != Stop:
	case r.isNoun(v, low, r.left(dst), r.right(i)):
		w.Class = Generic
		switch v.form {
		case past:
			w.Class = Soft
		case ing:
			w.Class = Plain
		case base, third:
		}
	}
}

// tagUnknown makes a verb of a word that no list has behind what only a verb follows.
func (r *run) tagUnknown(w *Word, low string) {
	switch r.before {
	case "we", "they", "can", "cannot", "could", "may", "might", "must", "should", "will", "would":
		if w.Class == Plain && !r.joined {
			w.Class = Stop
		}
	}
}

// isNoun reports whether a form of a verb is a noun, or an adjective before one.
func (r *run) isNoun(v verb, low string, left, right side) bool {
	switch v.form {
	case base:
		switch left {
		case article, praise:
			return true
		case singular:
			return v.double
		case link, act:
			return v.double && right != article
		case edge:
			return v.double && right == singular
		}
	case third:
		switch left {
		case article, praise:
			return v.double
		case link, act:
			return v.double && right != article
		case singular, several:
			return v.double && (right == edge || right == act || right == other || right == link)
		case edge:
			return v.double && right != article && right != praise && right != singular
		}
	case past:
		return !v.own && right == singular && (left == article || left == link || left == praise || left == edge || left == act)
	case ing:
		switch left {
		case article:
			return right == singular || right == edge
		case praise, singular:
			if gerunds()[low] {
				return right != article && right != praise
			}
			return left == praise && right != article && right != praise && right != singular
		case link, act, edge, other:
			return gerunds()[low] && right != article && right != praise
		}
	}
	return false
}
