package extract

import (
	_ "embed" // the lists below
	"strings"
	"sync"
)

var (
	//go:embed words/plainverb.txt
	plainVerbList string // verbs whose participles are parts of terms: embedded system, calibrated surrogate
	//go:embed words/double.txt
	doubleList string // verbs that are nouns as well, in their base form
	//go:embed words/gerund.txt
	gerundList string // forms in -ing that name an activity: decision making, knowledge sharing
	//go:embed words/own.txt
	ownList string // verbs whose past participle tells only what a paper does
)

// form is a form of a verb.
type form uint8

const (
	noVerb form = iota
	base        // display
	third       // displays
	past        // displayed
	ing         // displaying
)

// verb is what the lists say of a verb's form.
type verb struct {
	form   form
	double bool // the verb is a noun as well
	own    bool // what papers do with what is theirs: proposed, used
	gerund bool // names an activity
}

// verbs returns the forms of all verbs in the lists.
var verbs = sync.OnceValue(func() map[string]verb {
	all := make(map[string]verb, 5000)
	for _, list := range []struct {
		verbs       string
		double, own bool
	}{{verbList, false, false}, {plainVerbList, false, false}, {doubleList, true, false}, {ownList, false, true}} {
		for v := range strings.FieldsSeq(list.verbs) {
			for i, written := range inflect(v) {
				old := all[written]
				all[written] = verb{formOf(i), list.double || old.double, list.own || old.own, false}
			}
		}
	}
	for g := range strings.FieldsSeq(gerundList) {
		v := all[g]
		v.form, v.gerund = ing, true
		all[g] = v
	}
	return all
})

// formOf returns which form inflect gives in place i; a doubled consonant makes a second past and a second form in -ing.
func formOf(i int) form {
	if i < 4 {
		return base + form(i)
	}
	return past + form(i-4)
}
