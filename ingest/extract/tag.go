package extract

import (
	"strings"

	"papergraph/ingest/text"
)

// A verb's form is a noun or an adjective in some places: the display, human face recognition, decision making, simulated
// annealing. What stands before and behind the word tells, as far as two words can; a tagger of Penn's forty parts of speech
// would cost more than all the rest of the reading.

// side is what stands beside a word.
type side uint8

const (
	edge    side = iota // nothing: a sentence's head or end, a sign
	closing             // what follows a noun phrase: and, is, has
	article             // the, our, every, a number
	link                // a preposition
	subject             // to, we, can, which: a verb follows
	other               // another function word
	praise              // an adjective
	act                 // a verb
	one                 // a noun, or what may be one
	several             // a noun in the plural
)

var sides = map[string]side{
	"a": article, "an": article, "the": article, "our": article, "their": article, "its": article, "his": article, "her": article, "my": article,
	"your": article, "every": article, "another": article, "any": article, "no": article, "each": article, "some": article, "such": article,
	"whose": article, "these": article, "this": article, "both": article, "many": article, "several": article, "few": article, "one": article,
	"two": article, "three": article, "four": article,
	"of": link, "in": link, "on": link, "for": link, "with": link, "by": link, "from": link, "at": link, "between": link, "among": link, "over": link,
	"under": link, "into": link, "through": link, "via": link, "without": link, "than": link, "versus": link, "vs": link, "against": link,
	"during": link, "within": link, "across": link, "about": link, "unlike": link, "toward": link, "towards": link, "upon": link, "per": link,
	"as": link, "like": link, "onto": link,
	"to": subject, "we": subject, "they": subject, "i": subject, "you": subject, "it": subject, "which": subject, "that": subject, "who": subject,
	"can": subject, "cannot": subject, "could": subject, "may": subject, "might": subject, "must": subject, "should": subject, "will": subject,
	"would": subject, "shall": subject, "does": subject, "do": subject, "did": subject, "not": subject,
}

// closers are function words that follow a noun phrase.
var closers = map[string]bool{
	"and": true, "or": true, "is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "has": true, "have": true, "had": true,
	"can": true, "could": true, "may": true, "might": true, "must": true, "should": true, "will": true, "would": true, "which": true, "who": true,
}

// acting are the words behind which nothing but a verb or an adverb stands.
var acting = map[string]bool{
	"we": true, "they": true, "can": true, "cannot": true, "could": true, "may": true, "might": true, "must": true, "should": true, "will": true, "would": true,
}

// adjectiveEndings are endings of adjectives that nouns of several syllables hardly have.
var adjectiveEndings = []string{"al", "ive", "ous", "able", "ible", "ful", "less", "ic", "ary", "ar"}

// nounSide returns what a word in a phrase is to the word behind it.
func nounSide(f *Spelling) side {
	low := f.Lower
	for _, e := range adjectiveEndings {
		if len(low) > len(e)+3 && strings.HasSuffix(low, e) {
			return praise
		}
	}
	if f.cues&cuePlural != 0 {
		return several
	}
	return one
}

// praises reports whether a word only praises or compares what follows.
func (f *Spelling) praises() bool { return f.form.cues&cuePraise != 0 }

// partingSide returns what a word that parts phrases, for which the lists have a side, is to the word behind it.
func (f *Spelling) partingSide(listed side) side {
	if listed != edge {
		return listed
	}
	switch praises := f.praises(); {
	case praises && !strings.HasSuffix(f.form.Lower, "ly"):
		return praise
	case f.class == Stop && !praises:
		return act
	}
	return other
}

// behindSide returns what a word, for which the lists have a side, is to the word before it. "That" and "to" take up what a verb says:
// shows that, needs to.
func (f *Spelling) behindSide(listed side) side {
	switch f.class {
	case Function:
		switch f.form.Lower {
		case "to", "that", "how", "whether", "what", "why":
			return subject
		}
		if f.form.cues&cueCloses != 0 {
			return closing
		}
		if listed != subject && listed != edge {
			return listed
		}
		return other
	case Stop:
		switch {
		case f.praises():
			return praise
		case f.verb.double && (f.verb.form == base || f.verb.form == third) || f.verb.gerund:
			return one
		}
		return act
	case Soft:
		return praise
	case Plain, Generic:
	}
	return one
}

// left returns what stands before token i, which is read now.
func (r *run) left(dst []Word, i int) side {
	switch {
	case r.joined && dst[len(dst)-1].Class == Soft:
		return praise
	case r.joined:
		return r.spellings[i-1].noun
	case r.before == nil:
		return edge
	}
	return r.spellings[i-1].parts
}

// right returns what stands behind token i.
func (r *run) right(i int) side {
	if i+1 >= int(r.sentences[r.sentence].Last) {
		return edge
	}
	switch t := r.tokens[i+1]; {
	case t.Class == text.Number:
		return article
	case t.Class != text.Word || !t.Spaced:
		return edge
	}
	return r.spellings[i+1].behind
}

// tag reads a form of a verb anew by what stands around it, and makes a verb of what stands where only a verb can.
func (r *run) tag(dst []Word, w *Word, i int) {
	v := r.spellings[i].verb
	if r.isGerund(w, i) {
		w.Class = Stop
		return
	}
	switch {
	case v.form == noVerb:
		if w.Class == Plain && !r.joined && r.before != nil && r.before.cues&cueActs != 0 {
			w.Class = Stop
		}
	case w.Class < Stop:
		if v.form == base && r.isPredicate(dst, i) {
			w.Class = Stop
		}
	case w.Class == Stop && !r.spellings[i].praises() && v.isNoun(r.left(dst, i), r.right(i)):
		w.Class = nounClass(v.form)
	}
}

// isGerund reports whether a word in -ing is a verb: at the head of a phrase with an adjective behind it (clustering large data,
// but not: the underlying physical state), or behind a noun with an article behind it (images depicting a).
func (r *run) isGerund(w *Word, i int) bool {
	switch {
	case w.Class >= Stop || !r.spellings[i].running:
		return false
	case r.joined:
		return r.right(i) == article
	}
	return r.isAdjective(i+1) && (r.before == nil || r.spellings[i-1].parts != article)
}

// isAdjective reports whether token i is an adjective that stands in the phrase of the token before.
func (r *run) isAdjective(i int) bool {
	return i < int(r.sentences[r.sentence].Last) && r.tokens[i].Class == text.Word && r.tokens[i].Spaced && (r.spellings[i].class == Soft || r.spellings[i].class < Soft && r.spellings[i].noun == praise)
}

// nounClass returns the class of a form of a verb that is no verb. Nouns that are verbs too are everybody's, so that they make
// no term by themselves.
func nounClass(f form) Class {
	switch f {
	case past:
		return Soft
	case ing:
		return Plain
	case noVerb, base, third:
	}
	return Generic
}

// isPredicate reports whether a verb's base form stands where it is a verb: to model, we benchmark, algorithms approximate a.
func (r *run) isPredicate(dst []Word, i int) bool {
	switch r.left(dst, i) {
	case subject:
		return r.before.Surface != "that" && r.before.Surface != "which" && r.before.Surface != "it"
	case several:
		switch r.right(i) {
		case article, link, praise, other:
			return true
		case edge, closing, subject, act, one, several:
		}
	case edge, article, link, other, praise, act, one, closing:
	}
	return false
}

// isNoun reports whether a form of a verb is a noun, or an adjective before one, by what stands around it.
func (v verb) isNoun(left, right side) bool {
	switch v.form {
	case base:
		return v.isBareNoun(left, right)
	case third:
		return v.double && isPluralNoun(left, right)
	case past:
		return !v.own && right == one && (left == article || left == link || left == praise || left == edge || left == act)
	case ing:
		return v.isActivity(left, right)
	case noVerb:
	}
	return false
}

// isBareNoun reports whether a base form is a noun: the display, human face recognition; but not: methods face, to face.
func (v verb) isBareNoun(left, right side) bool {
	switch left {
	case article, praise:
		return true
	case one:
		return v.double
	case link, act:
		return v.double && right != article
	case edge:
		return v.double && right == one
	case subject, other, several, closing:
	}
	return false
}

// isPluralNoun reports whether a form in -s is a noun: stereoscopic displays, user needs; but not: the method needs a.
func isPluralNoun(left, right side) bool {
	switch left {
	case article, praise:
		return true
	case link, act:
		return right != article
	case one, several:
		return right == edge || right == closing
	case edge:
		return right != article && right != praise && right != one
	case subject, other, closing:
	}
	return false
}

// isActivity reports whether a form in -ing is a noun: the driving performance, decision making; but not: methods using noise.
func (v verb) isActivity(left, right side) bool {
	object := right == article || right == praise
	switch left {
	case article:
		return right == one || right == edge
	case praise:
		return !object && (v.gerund || right != one)
	case one, link, act, edge, other:
		return v.gerund && !object
	case subject, several, closing:
	}
	return false
}
