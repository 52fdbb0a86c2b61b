package extract

import "sync"

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

// cues returns the cues by lists of all words.
var cues = sync.OnceValue(func() map[string]cue {
	all := map[string]cue{"our": cueOur, "and": cueAnd, "or": cueAnd}
	for c, list := range map[cue]map[string]bool{
		cueBrings: bringing, cueBrought: participles, cueCalls: calling, cueNames: naming, cueUses: usage, cueMakes: making, cueRecent: recent,
		cueOften: often, cueSelf: selves, cueBreaks: breaks, cueEarlier: earlier, cueTalk: talk, cueThing: things, cueLeads: leads, cueLinks: linksNames, cueActs: acting,
	} {
		for w := range list {
			all[w] |= c
		}
	}
	return all
})

// cuesOf returns what a word in small letters tells.
func cuesOf(low string) cue {
	c, singular := cues()[low], Singular(low)
	if singular != low {
		c |= cuePlural
	}
	if things[singular] {
		c |= cueThings
	}
	if _, ok := HeadOf(singular); ok {
		c |= cueHead
	}
	if isPraise(low) {
		c |= cuePraise
	}
	if mayTellUse(low) {
		c |= cueUse
	}
	if leavesUse(low) {
		c |= cueStay
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
