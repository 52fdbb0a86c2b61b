package vocab

import (
	"strings"

	"papergraph/ingest/extract"
)

// compounds counts how a corpus writes compounds: finetuning in one, fine-tuning or fine tuning apart.
type compounds struct {
	joined map[string]int    // by fold of a word without dashes: how often
	apart  map[[2]string]int // by such a fold and the same apart: how often, with a dash or a blank
}

// countCompounds counts the compounds that are written both ways.
func countCompounds(found []extract.Found, forms *forms) compounds {
	c := compounds{joined: make(map[string]int), apart: make(map[[2]string]int)}
	times, written := make([]int, len(forms.all)), make(map[uint64]bool)
	for _, of := range forms.of {
		for _, n := range of {
			times[n]++
		}
	}
	for n := range forms.all {
		if f := &forms.all[n]; !f.several {
			c.joined[f.key] += times[n]
			written[f.letters.of] = true
		}
	}
	for n := range forms.all {
		if forms.all[n].several {
			c.countApart(forms.all[n].key, times[n])
		}
	}
	for doc := range found {
		words := found[doc].Words
		for k := 1; k < len(words); k++ {
			before, f := &forms.all[forms.of[doc][k-1]], &forms.all[forms.of[doc][k]]
			if !words[k].Joined || f.several || before.several || len(f.key) < 3 || len(before.key) < 3 {
				continue
			}
			if written[before.letters.then(f.letters).of] {
				c.countApart(before.key+" "+f.key, 1)
			}
		}
	}
	return c
}

// countApart counts a key of several words, so many times, if the words stand somewhere in one.
func (c *compounds) countApart(apart string, times int) {
	if joined := strings.ReplaceAll(apart, " ", ""); c.joined[joined] > 0 {
		c.apart[[2]string{joined, apart}] += times
	}
}

// apartShare is the part of the times written in one that a compound must be written apart: with fewer it is a word that
// was parted at the end of a line once, "net-work".
const apartShare = 0.05

// splits returns what each compound written in one is apart. Where there are several ways the commonest is taken, ties by
// key.
func (c *compounds) splits() map[string]string {
	best := make(map[string]string)
	for pair, n := range c.apart {
		if float64(n) < apartShare*float64(c.joined[pair[0]]) {
			continue
		}
		now, ok := best[pair[0]]
		m := c.apart[[2]string{pair[0], now}]
		if !ok || n > m || n == m && pair[1] < now {
			best[pair[0]] = pair[1]
		}
	}
	return best
}
