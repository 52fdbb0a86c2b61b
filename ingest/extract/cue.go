package extract

import (
	"strings"
	"sync"
)

// cue is what a word in small letters may tell where it stands among others, a bit for each list that it is in.
type cue uint32

// The cues.
const (
	cueBrings cue = 1 << iota
	cueBrought
	cueCalls
	cueNames
	cueUses
	cueMakes
	cueRecent
	cueOften
	cueSelf
	cueBreaks
	cueEarlier
	cueTalk
	cueThing
	cueLeads
	cueLinks
	cueActs
	cueCloses
	cueTold
	cueFiller
	cueStands
	cueBetween
	cueOur
	cueAnd
	cueThings // its singular is a thing
	cueHead   // its singular is a head noun
	cuePlural // its singular is another word
	cuePraise // it only praises or compares what follows
	cueUse    // it may say that what follows is put to use or proposed
	cueStay   // it leaves what is said of use as it is
)

// cueOpens are the cues of words at which what is brought is looked for.
const cueOpens = cueBrings | cueBrought | cueCalls | cueNames | cueOur

// listed returns by cue the words that have it.
func listed() map[cue]map[string]bool {
	return map[cue]map[string]bool{
		cueBrings: bringing, cueBrought: participles, cueCalls: calling, cueNames: naming, cueUses: usage, cueMakes: making, cueRecent: recent,
		cueOften: often, cueSelf: selves, cueBreaks: breaks, cueEarlier: earlier, cueTalk: talk, cueThing: things, cueLeads: leads, cueLinks: linksNames,
		cueActs: acting, cueCloses: closers, cueTold: telling, cueFiller: filling, cueStands: standing, cueBetween: setOf("which is that an the here"),
		cueUse: using, cueStay: setOf("and or a an the both existing standard"), cueOur: setOf("our"), cueAnd: setOf("and or"),
	}
}

// setOf returns the words of a list.
func setOf(list string) map[string]bool {
	all := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		all[w] = true
	}
	return all
}

// entry is what the lists say of a word in small letters.
type entry struct {
	cues    cue
	class   Class
	classed bool // else no list has a class for it
	verb    verb
	side    side // edge where none is listed
}

// entries returns those of all words that are in any list.
var entries = sync.OnceValue(func() map[string]entry {
	all := make(map[string]entry, 10000)
	amend := func(w string, do func(e *entry)) {
		e := all[w]
		do(&e)
		all[w] = e
	}
	l := words()
	for w, c := range l.class {
		amend(w, func(e *entry) { e.class, e.classed = c, true })
	}
	for w := range l.head {
		amend(w, func(e *entry) { e.cues |= cueHead })
	}
	for w, v := range verbs() {
		amend(w, func(e *entry) { e.verb = v })
	}
	for w, s := range sides {
		amend(w, func(e *entry) { e.side = s })
	}
	for w := range setOf(adjectiveList + "\n" + softList) {
		amend(w, func(e *entry) { e.cues |= cuePraise })
	}
	for c, list := range listed() {
		for w := range list {
			amend(w, func(e *entry) { e.cues |= c })
		}
	}
	return all
})

// cuesOf returns what a word in small letters, of a class, tells; e has what the lists say.
func cuesOf(low string, class Class, e *entry) cue {
	c := e.cues
	singular := Singular(low)
	if singular != low {
		one := entries()[singular].cues
		c = c&^cueHead | one&cueHead | cuePlural
		if one&cueThing != 0 {
			c |= cueThings
		}
	} else if c&cueThing != 0 {
		c |= cueThings
	}
	if isAdverb(low) || class == Stop && strings.Contains(low, "-") {
		c |= cuePraise
	}
	return c
}

// tells reports whether token i, inside the sentence, has one of the cues.
func (c *clause) tells(i int, told cue) bool {
	return i >= c.first && i < c.last && c.spellings[i].cues&told != 0
}

// class returns the class of token i in small letters; beyond the sentence all is plain.
func (c *clause) class(i int) Class {
	if i < c.first || i >= c.last {
		return Plain
	}
	return c.spellings[i].class
}
