package vocab

import (
	"strings"

	"papergraph/ingest/extract"
)

// ties are words that belong together though blanks part them.
type ties struct {
	compounds map[string]bool // folds of two words and a linking word between: chain of thought
	tails     map[string]bool // folds of one or two words and a tail that belongs to them: gaussian process
}

// tying are linking words that compounds are made with. Others stand between words of all kinds.
var tying = map[string]bool{"of": true, "to": true, "in": true, "and": true, "as": true, "by": true}

// newTies finds the words that belong together: with a linking word, where the corpus writes them with dashes somewhere or the
// background knows them so; and with a tail, where the background hardly knows them without.
func newTies(found []extract.Found, b background) ties {
	t := ties{compounds: make(map[string]bool), tails: make(map[string]bool)}
	dashed := dashedTies(found)
	asked := make(map[string]bool)
	var key []byte
	for i := range found {
		words := found[i].Words
		for k := 1; k < len(words); k++ {
			before, w := &words[k-1], &words[k]
			if w.Joined && tails[w.Key] {
				t.askTail(b, asked, before.Key, w.Key)
				if k > 1 && before.Joined {
					t.askTail(b, asked, words[k-2].Key+" "+before.Key, w.Key)
				}
			}
			if !canTie(before, w) {
				continue
			}
			key = append(append(append(append(append(key[:0], before.Key...), ' '), w.Before...), ' '), w.Key...)
			if _, known := asked[string(key)]; !known {
				asked[string(key)] = true
				if dashed[string(key)] || b.has(string(key)) {
					t.compounds[string(key)] = true
				}
			}
		}
	}
	return t
}

// dashedTies returns the folds of compounds of two words and a linking word that the corpus writes with dashes.
func dashedTies(found []extract.Found) map[string]bool {
	dashed := make(map[string]bool)
	for i := range found {
		for k := range found[i].Words {
			w := &found[i].Words[k]
			if strings.Count(w.Key, " ") != 2 || w.Class >= extract.Stop {
				continue
			}
			_, rest, _ := strings.Cut(w.Key, " ")
			if link, _, _ := strings.Cut(rest, " "); tying[link] {
				dashed[w.Key] = true
			}
		}
	}
	return dashed
}

// canTie reports whether w follows the word before it with nothing but a linking word between, and one of both says
// something.
func canTie(before, w *extract.Word) bool {
	return tying[w.Before] && !before.Shaped && !w.Shaped && min(before.Class, w.Class) < extract.Soft && before.Field == w.Field && int(w.Start-before.End) == len(w.Before)+2
}

const (
	// tiedLeast is in how many documents of the background words must stand with a tail.
	tiedLeast = 20
	// tiedShare is the part of all documents with the words that must have the tail. A third and what stands below leave
	// fifteen phrases of the background, such as Gaussian process and boundary value problem.
	tiedShare = 1.0 / 3
	// tiedAlone is the part of the documents in which the words end a phrase, tail aside, that must have the tail.
	tiedAlone = 0.9
)

// askTail notes whether a tail belongs to the words before it.
func (t *ties) askTail(b background, asked map[string]bool, rest, tail string) {
	key := rest + " " + tail
	if b.given == nil || asked[key] {
		return
	}
	asked[key] = true
	whole, ok := b.given.Term(key)
	if !ok || whole.Documents < tiedLeast {
		return
	}
	bare, _ := b.given.Term(rest)
	n := float64(whole.Documents)
	t.tails[key] = bare.Alone > 0 && n >= tiedAlone*float64(bare.Alone) && n >= tiedShare*float64(bare.Documents)
}

// tie makes one unit of words that a linking word holds together, and marks tails that belong to what stands before them.
func (t *ties) tie(us []unit) []unit {
	tied := us[:0]
	for i := range us {
		u := us[i]
		if n := len(tied); n > 0 {
			before := &tied[n-1]
			if !before.tied && u.linked(before) && t.compounds[before.key+" "+u.before+" "+u.key] {
				before.join(&u)
				continue
			}
			u.joined = u.joined || before.tied && u.class < extract.Stop && u.Field == before.Field && u.Start == before.End+1
			u.fixed = u.joined && tails[u.key] && (t.tails[before.key+" "+u.key] || n > 1 && before.joined && t.tails[tied[n-2].key+" "+before.key+" "+u.key])
		}
		tied = append(tied, u)
	}
	return tied
}

// join makes a compound of u and the unit behind it.
func (u *unit) join(next *unit) {
	u.key += " " + next.before + " " + next.key
	u.surface += " " + next.before + " " + next.surface
	u.End = next.End
	u.class = min(u.class, next.class)
	u.tied = true
}
