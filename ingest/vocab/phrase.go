package vocab

import (
	"iter"
	"strings"

	"papergraph/ingest/extract"
)

// longest is how many units a term may have: of 87,428 papers' author keywords fewer than one in 200 has more.
const longest = 5

// tails are nouns that add nothing to what stands before them: a pruning method is pruning.
var tails = map[string]bool{
	"method": true, "approach": true, "technique": true, "framework": true, "paradigm": true, "methodology": true, "scheme": true, "procedure": true,
	"problem": true, "setting": true, "scenario": true, "setup": true, "performance": true, "result": true, "experiment": true, "study": true, "capability": true,
	"ability": true, "perspective": true, "solution": true, "manner": true, "way": true, "process": true, "pipeline": true, "literature": true, "research": true, "variant": true, "counterpart": true, "baseline": true, "effort": true, "choice": true,
	"regime": true, "paper": true, "work": true, "github": true, "code": true, "yield": true, "practice": true, "overhead": true,
	"page": true, "repository": true, "hour": true, "website": true, "link": true, "minute": true, "enhancement": true, "improvement": true,
}

// adjectival are endings of words that cannot end a noun phrase, with nouns that end so.
var adjectival = []string{"al", "ive", "ous", "able", "ible", "ful", "less", "ic", "ed", "ary", "est"}

var nounsInSpite = map[string]bool{
	"retrieval": true, "removal": true, "proposal": true, "signal": true, "goal": true, "arrival": true, "approval": true, "manual": true, "interval": true, "trial": true,
	"journal": true, "material": true, "potential": true, "tutorial": true, "survival": true, "denial": true, "appraisal": true, "portal": true, "animal": true, "crystal": true, "capital": true, "metal": true, "hospital": true, "terminal": true, "rational": true, "dual": true, "recital": true, "renewal": true, "polynomial": true, "differential": true, "modal": true, "referral": true, "withdrawal": true, "integral": true, "residual": true,
	"objective": true, "perspective": true, "narrative": true, "derivative": true, "directive": true, "incentive": true, "archive": true, "hive": true, "drive": true, "prior": true,
	"variable": true, "table": true, "cable": true, "ensemble": true, "observable": true, "deliverable": true, "wearable": true,
	"metric": true, "topic": true, "logic": true, "heuristic": true, "traffic": true, "music": true, "clinic": true, "arithmetic": true, "characteristic": true, "public": true, "fabric": true, "rhetoric": true, "mosaic": true, "critic": true, "republic": true, "statistic": true,
	"feed": true, "seed": true, "speed": true, "bed": true, "need": true, "embed": true, "breed": true, "testbed": true, "rest": true, "test": true, "forest": true, "interest": true, "request": true, "harvest": true, "quest": true, "contest": true, "invest": true,
	"dictionary": true, "vocabulary": true, "boundary": true, "summary": true, "library": true, "adversary": true, "commentary": true, "glossary": true, "itinerary": true, "vary": true, "diary": true,
}

// canEnd reports whether a word can be the last of a noun phrase.
func canEnd(w string) bool {
	if nounsInSpite[w] {
		return true
	}
	for _, e := range adjectival {
		if len(w) > len(e)+1 && strings.HasSuffix(w, e) {
			return false
		}
	}
	return true
}

// describing are last parts of compounds that describe and name nothing: model-free, zero-shot, text-to-image stands below.
var describing = map[string]bool{
	"free": true, "shot": true, "box": true, "scale": true, "time": true, "step": true, "order": true, "rank": true, "bit": true, "art": true, "end": true, "turn": true,
	"quality": true, "performance": true, "domain": true, "modal": true, "lingual": true, "world": true, "level": true, "wise": true, "agnostic": true, "aware": true, "only": true, "hop": true, "stage": true, "size": true, "sized": true, "fidelity": true, "resolution": true, "resource": true, "source": true, "play": true, "house": true, "shelf": true, "distribution": true, "depth": true, "dimension": true, "side": true, "class": true, "label": true, "task": true, "view": true, "line": true, "policy": true, "type": true, "like": true, "style": true, "data": true, "effort": true, "cost": true, "memory": true, "length": true,
}

// counts are words of number that begin compounds which say of how many parts something is: a three-stage model.
var counts = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true}

// isCounted reports whether a surface is such a compound.
func isCounted(surface string) bool {
	first, rest, tied := strings.Cut(surface, "-")
	return tied && counts[strings.ToLower(first)] && describing[strings.ToLower(rest)]
}

// names reports whether a unit can stand for a thing by itself, at the end of a phrase or alone.
func (u *unit) names() bool { return u.shaped || u.short || u.form.names }

// canName reports whether a word can stand for a thing by itself: a compound with dashes does not where its last part only
// describes, or where it goes from one thing to another.
func canName(surface, key string) bool {
	dash := strings.LastIndexByte(surface, '-')
	if dash < 0 {
		return canEnd(lastWord(key))
	}
	low := strings.ToLower(surface)
	return canEnd(low[dash+1:]) && !describing[low[dash+1:]] && !strings.Contains(low, "-to-") && !strings.Contains(low, "-of-")
}

// softHead reports whether a unit begins a term only where the two belong together: an adjective of degree, or what is done
// to the rest.
func (u *unit) softHead() bool {
	return u.class == extract.Soft || u.form.counted || u.class == extract.Plain && !u.shaped && u.form.verbal
}

// chunk is a run of units between what parts phrases: units first to last-1.
type chunk struct{ first, last int }

// chunks yields the maximal runs of joined units. A word said twice is no phrase: it parts them.
func chunks(us []unit) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		for first := 0; first < len(us); {
			last := first + 1
			for last < len(us) && us[last].joined && (us[last].digest != us[last-1].digest || us[last].shaped) {
				last++
			}
			if !yield(chunk{first, last}) {
				return
			}
			first = last
		}
	}
}

// core returns the part of a chunk that a term may be: without tails and what cannot end a noun phrase, and at most the
// longest last units; empty where nothing is left.
func core(us []unit, c chunk) chunk {
	for c.last > c.first {
		u := &us[c.last-1]
		if u.shaped || u.fixed || !u.form.tail && u.names() && u.class < extract.Soft && !isPeople(us, c) || isProperProcess(us, c) {
			break
		}
		c.last--
	}
	c.first = max(c.first, c.last-longest)
	return c
}

// isPeople reports whether a chunk ends in those who work on what a name says: the AI community.
func isPeople(us []unit, c chunk) bool {
	return us[c.last-1].key == "community" && c.last > c.first+1 && (us[c.last-2].shaped || us[c.last-2].short)
}

// isProperProcess reports whether a chunk ends in a process that bears a name: Gaussian process, Markov decision process; not the
// Bayesian optimization process, where what is done has a head noun of its own.
func isProperProcess(us []unit, c chunk) bool {
	if c.last < c.first+2 || us[c.last-1].key != "process" {
		return false
	}
	before := &us[c.last-2]
	if before.capital && !before.shaped {
		return true
	}
	if _, heads := extract.HeadOf(before.key); heads || c.last < c.first+3 {
		return false
	}
	return us[c.last-3].capital && !us[c.last-3].shaped
}

// bare returns a core without the soft words at its head, the measures that are one adjective with what was left out before
// them, and what is done to the rest.
func bare(us []unit, c chunk) chunk {
	for c.first < c.last {
		u, long := &us[c.first], c.last > c.first+2
		if !u.softHead() && (!long || !u.measures(us, c) && !u.governs(&us[c.first+1])) {
			break
		}
		c.first++
	}
	return c
}

// measured are nouns that are one adjective with a word of degree or number before them: general purpose, first order.
var measured = map[string]bool{
	"purpose": true, "order": true, "shot": true, "rank": true, "scale": true, "quality": true, "resolution": true, "fidelity": true, "level": true,
}

// measures reports whether the first unit of a chunk, or of what is left of it, is a measure that says of the rest how much, by a word
// of degree that was left out or stands apart.
func (u *unit) measures(us []unit, c chunk) bool {
	return measured[u.key] && !u.capital && (c.first > 0 && u.joined && us[c.first-1].class == extract.Soft || ordinals[u.before()])
}

// ordinals are words of number that make an adjective with a measure.
var ordinals = map[string]bool{"zero": true, "one": true, "first": true, "second": true, "third": true}

// governs reports whether a word in -ing does something to what begins with the next, which is an adjective: learning
// parameter-efficient models, not learning rate schedules.
func (u *unit) governs(next *unit) bool {
	return u.class <= extract.Plain && !u.shaped && strings.HasSuffix(u.key, "ing") && !next.shaped && !next.short && (next.class == extract.Soft || !next.names())
}

func lastWord(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

// keyOf returns the key of a run of units.
func keyOf(us []unit, c chunk) string {
	if c.last == c.first+1 {
		return us[c.first].key
	}
	keys := make([]string, 0, longest)
	for i := c.first; i < c.last; i++ {
		keys = append(keys, us[i].key)
	}
	return strings.Join(keys, " ")
}

// digestOfRun returns the digest of the key of a run of units.
func digestOfRun(us []unit, c chunk) digest {
	d := nothing
	for i := c.first; i < c.last; i++ {
		d = d.then(us[i].digest)
	}
	return d
}

// telling reports whether a run of units says more than generic nouns do.
func telling(us []unit, c chunk) bool {
	for i := c.first; i < c.last; i++ {
		if us[i].class == extract.Plain {
			return true
		}
	}
	return false
}
