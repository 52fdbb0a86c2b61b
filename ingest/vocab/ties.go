package vocab

import (
	"strings"

	"papergraph/ingest/extract"
)

// ties are words that belong together though blanks part them, by the digests of their keys.
type ties struct {
	compounds index // two words and a linking word between: chain of thought
	tails     index // one or two words and a tail that belongs to them: gaussian process
}

// tying are linking words that compounds are made with. Others stand between words of all kinds.
var tying = map[string]bool{"of": true, "to": true, "in": true, "and": true, "as": true, "by": true}

// newTies finds the words that belong together: with a linking word, where the corpus writes them with dashes somewhere or the
// background knows them so; and with a tail, where the background hardly knows them without. O(words) time, and a look-up in
// the background for each pair of words that a linking word ties, once.
func newTies(found []extract.Found, f *forms, b background) ties {
	t := ties{compounds: dashedTies(f)}
	if b.given == nil {
		return t
	}
	a := asker{ties: t, background: b}
	for doc := range found {
		words, of := found[doc].Words, f.of[doc]
		for k := 1; k < len(words); k++ {
			here, before := &f.all[of[k]], &f.all[of[k-1]]
			if words[k].Joined && here.tail {
				a.tail(nil, before, here)
				if k > 1 && words[k-1].Joined {
					a.tail(&f.all[of[k-2]], before, here)
				}
			}
			if link := f.spellings[words[k].Before].Surface; canTie(&words[k-1], &words[k], link) {
				a.compound(before, link, here)
			}
		}
	}
	return a.ties
}

// asker asks the background about each pair of words once.
type asker struct {
	ties
	background
	asked index
}

// first reports whether a digest is asked about for the first time.
func (a *asker) first(d digest) bool {
	_, isNew := a.asked.at(d.of)
	return isNew
}

// tail asks whether a tail belongs to the word before it, or to the two.
func (a *asker) tail(ahead, before, tail *form) {
	d := before.plain.digest
	if ahead != nil {
		d = ahead.plain.digest.then(d)
	}
	if d = d.then(tail.plain.digest); !a.first(d) {
		return
	}
	words := before.plain.key
	if ahead != nil {
		words = ahead.plain.key + " " + words
	}
	if a.bears(words, tail.plain.key) {
		a.tails.at(d.of)
	}
}

// compound asks whether the background knows two words with a linking word between.
func (a *asker) compound(before *form, link string, behind *form) {
	if d := tiedDigest(before.plain.digest, link, behind.plain.digest); a.first(d) && a.has(before.plain.key+" "+link+" "+behind.plain.key) {
		a.compounds.at(d.of)
	}
}

// dashedTies returns the compounds of two words and a linking word that the corpus writes with dashes.
func dashedTies(f *forms) (dashed index) {
	for i := range f.all {
		u := &f.all[i]
		first, rest, _ := strings.Cut(u.plain.key, " ")
		if link, last, _ := strings.Cut(rest, " "); first != "" && tying[link] && last != "" && !strings.Contains(last, " ") {
			dashed.at(u.plain.digest.of)
		}
	}
	return dashed
}

// canTie reports whether w follows the word before it with nothing but a linking word between, and one of both says
// something.
func canTie(before, w *extract.Word, link string) bool {
	return link != "" && int(w.Start-before.End) == len(link)+2 && before.Field == w.Field && tying[link] &&
		!before.Shaped && !w.Shaped && min(before.Class, w.Class) < extract.Soft
}

func tiedDigest(before digest, link string, behind digest) digest {
	return before.then(digest{hashOf(link), digestBase}).then(behind)
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

// bears reports whether a tail belongs to the words before it.
func (b background) bears(rest, tail string) bool {
	whole, ok := b.given.Term(rest + " " + tail)
	if !ok || whole.Documents < tiedLeast {
		return false
	}
	bare, _ := b.given.Term(rest)
	n := float64(whole.Documents)
	return bare.Alone > 0 && n >= tiedAlone*float64(bare.Alone) && n >= tiedShare*float64(bare.Documents)
}

// tie makes one unit of words that a linking word holds together, and marks tails that belong to what stands before them.
func (t *ties) tie(us []unit) []unit {
	tied := us[:0]
	for i := range us {
		u := us[i]
		if n := len(tied); n > 0 {
			before := &tied[n-1]
			if !before.tied && u.isLinked(before) && tying[u.before()] && t.compounds.has(tiedDigest(before.digest, u.before(), u.digest)) {
				before.join(&u)
				continue
			}
			u.joined = u.joined || before.tied && u.class < extract.Stop && u.Field == before.Field && u.Start == before.End+1
			u.fixed = u.joined && u.form.tail && (t.tails.has(before.digest.then(u.digest)) ||
				n > 1 && before.joined && t.tails.has(tied[n-2].digest.then(before.digest).then(u.digest)))
		}
		tied = append(tied, u)
	}
	return tied
}

// join makes a compound of u and the unit behind it.
func (u *unit) join(next *unit) {
	u.reading = &reading{
		form: joinedForm(u.form, next.before(), next.form), key: u.key + " " + next.before() + " " + next.key, digest: tiedDigest(u.digest, next.before(), next.digest),
	}
	u.class = min(u.class, next.class)
	u.End = next.End
	u.tied = true
}

// joinedForm returns the form of a compound whose parts blanks part.
func joinedForm(a *form, link string, b *form) *form {
	f := form{surface: a.surface + " " + link + " " + b.surface, key: a.key + " " + link + " " + b.key, several: true}
	f.names = canName(strings.ReplaceAll(f.surface, " ", "-"), a.plain.key+" "+link+" "+b.plain.key)
	f.ends = []end{{a, 0}, {b, int32(len(a.surface) + len(link) + 2)}}
	return &f
}
