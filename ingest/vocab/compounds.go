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
func countCompounds(found []extract.Found) compounds {
	c := compounds{joined: make(map[string]int), apart: make(map[[2]string]int)}
	for i := range found {
		for _, w := range found[i].Words {
			if !strings.Contains(w.Key, " ") {
				c.joined[w.Key]++
			}
		}
	}
	for i := range found {
		words := found[i].Words
		for k := range words {
			if strings.Contains(words[k].Key, " ") {
				c.countApart(words[k].Key)
			} else if k > 0 && words[k].Joined && len(words[k].Key) > 2 && len(words[k-1].Key) > 2 && !strings.Contains(words[k-1].Key, " ") {
				c.countApart(words[k-1].Key + " " + words[k].Key)
			}
		}
	}
	return c
}

func (c *compounds) countApart(apart string) {
	if joined := strings.ReplaceAll(apart, " ", ""); c.joined[joined] > 0 {
		c.apart[[2]string{joined, apart}]++
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
