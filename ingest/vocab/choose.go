package vocab

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// candidate is one of the things that a short form may stand for.
type candidate struct {
	long            string
	here, elsewhere int                // documents that define it so: of the corpus, of the background
	docs            []int              // those of the corpus, as many as are looked at
	company         []ingest.Companion // of those of the background
}

const (
	// voters is how many of the documents that define a sense tell how near it is. In a trial on 339 texts with an ambiguous
	// short form, without the background, the mean of three found 91 in a hundred, a vote of the three nearest of all 89.
	voters = 3
	// mostDefining is how many documents of the corpus are looked at for each sense.
	mostDefining = 64
	// companyWorth is what the company of a sense in the background counts against documents of the corpus: it is the sum of
	// many, and so nearer to anything.
	companyWorth = 0.6
	// longWeight is what a word of the long form adds to the company.
	longWeight = 0.3
	// nearLeast is how near the company of a sense that the corpus does not define must be, less commonWeight times the
	// share of the documents of the background that mean it. A lower bar resolves more and is wrong more often: of 381 texts
	// whose definition was taken out 78 in a hundred are read rightly, and 85 in a hundred of those that are resolved.
	nearLeast    = 0.04
	commonWeight = 0.03
	// writtenWeight is what it adds, where no document of the corpus defines the short form, that the corpus writes a long
	// form out which writtenLeast documents of the background define, times their share.
	writtenWeight = 0.06
	writtenLeast  = 10
	// anyway and commonPower keep the commoner sense ahead where no company tells; a document of the corpus counts for
	// hereWorth of the background.
	anyway      = 0.02
	commonPower = 0.1
	hereWorth   = 10
)

// choose returns the sense of a short form whose documents, or whose company in the background, are nearest to the words of
// the document, the commoner the likelier; or "" where none is near enough.
func (s *senses) choose(doc int, short string) string {
	found, ok := s.candidates.Load(short)
	if !ok {
		found, _ = s.candidates.LoadOrStore(short, s.candidatesOf(short))
	}
	candidates, _ := found.([]candidate)
	if len(candidates) == 0 || len(candidates) == 1 && candidates[0].here > 0 {
		return soleOf(candidates)
	}
	all := 0
	for i := range candidates {
		all += candidates[i].elsewhere
	}
	fold := extract.Fold(short)
	words, without := s.elsewhere.weights(doc, fold), s.bags.find(fold)
	best, top, nearest := -1, 0.0, 0.0
	for i := range candidates {
		c := &candidates[i]
		x := max(s.nearHere(doc, c, without), companyWorth*s.elsewhere.near(words, c))
		if candidates[0].here == 0 {
			x += s.elsewhere.wrote(c, all)
		}
		if rank := (x + anyway) * math.Pow(float64(c.elsewhere+hereWorth*c.here), commonPower); rank > top {
			best, top, nearest = i, rank, x
		}
	}
	c := &candidates[best]
	if nearest <= 0 || c.here == 0 && nearest+commonWeight*float64(c.elsewhere)/float64(all) < nearLeast {
		return ""
	}
	return c.long
}

// soleOf returns the long form of the only candidate, or "" where there is none.
func soleOf(candidates []candidate) string {
	if len(candidates) == 0 {
		return ""
	}
	return candidates[0].long
}

// nearHere returns the mean cosine of a document and the nearest of those that define a sense, by their words but for one.
func (s *senses) nearHere(doc int, c *candidate, without int32) float64 {
	var nearest [voters]float64 // descending
	for _, d := range c.docs {
		x := s.bags.cosine(doc, d, without)
		for i := range nearest {
			if x > nearest[i] {
				x, nearest[i] = nearest[i], x
			}
		}
	}
	sum := 0.0
	for _, x := range nearest {
		sum += x
	}
	return sum / float64(max(1, min(voters, len(c.docs))))
}

// cosine returns the cosine of two documents by their words but for one, each weighed by its idf and how often it stands there.
func (b *bags) cosine(i, j int, without int32) float64 {
	sum, ti, tj := 0.0, b.times[i], b.times[j]
	for x, y := b.of[i], b.of[j]; len(x) > 0 && len(y) > 0; {
		switch {
		case x[0] < y[0]:
			x, ti = x[1:], ti[1:]
		case x[0] > y[0]:
			y, tj = y[1:], tj[1:]
		default:
			if x[0] != without {
				sum += float64(b.idf[x[0]] * b.idf[x[0]] * stress(ti[0]) * stress(tj[0]))
			}
			x, y, ti, tj = x[1:], y[1:], ti[1:], tj[1:]
		}
	}
	return sum / max(b.length(i)*b.length(j), math.SmallestNonzeroFloat64)
}

// length returns the length of a document's vector for cosine.
func (b *bags) length(doc int) float64 {
	square := 0.0
	for k, w := range b.of[doc] {
		x := b.idf[w] * stress(b.times[doc][k])
		square += float64(x * x)
	}
	return math.Sqrt(square)
}

// stress returns what it counts that a word stands so many times in a document.
func stress(times uint8) float64 {
	if times == 1 {
		return 1
	}
	return 1 + math.Log(float64(times))
}

// near returns the cosine of a document's words and a sense's company in the background, and what the words of the long form
// add.
func (e *elsewhere) near(words weighed, c *candidate) float64 {
	sum := 0.0
	for _, x := range c.company {
		sum += float64(words.of(e.bags.find(x.Word)) * x.Weight)
	}
	for w := range strings.FieldsSeq(c.long) {
		sum += float64(longWeight * words.of(e.bags.find(w)))
	}
	return sum
}

// wrote returns what it adds that the corpus writes out a sense of the background, of which so many documents define any.
func (e *elsewhere) wrote(c *candidate, all int) float64 {
	if c.elsewhere < writtenLeast || !e.written[c.long] {
		return 0
	}
	return writtenWeight * float64(c.elsewhere) / float64(all)
}

// candidatesOf returns the senses of a short form, in the corpus and in the background, the commonest first. Where the corpus
// defines it, a sense of the background counts only if the corpus writes it out. What differs in blanks and dashes only is
// one.
func (s *senses) candidatesOf(short string) []candidate {
	byLong := make(map[string][]int) // documents, by long form
	for _, d := range s.defining[short] {
		byLong[d.long] = append(byLong[d.long], d.doc)
	}
	var all []candidate
	for long, docs := range byLong {
		all = append(all, candidate{long: long, here: len(docs)})
	}
	for _, sense := range s.elsewhere.background.senses(short) {
		i := slices.IndexFunc(all, func(c candidate) bool { return c.long == sense.Long })
		if i < 0 && len(byLong) > 0 && !s.elsewhere.written[sense.Long] {
			continue
		}
		if i < 0 {
			i = len(all)
			all = append(all, candidate{long: sense.Long})
		}
		all[i].elsewhere, all[i].company = sense.Documents, sense.Company
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.here, a.here), cmp.Compare(b.elsewhere, a.elsewhere), cmp.Compare(a.long, b.long))
	})
	return s.joinAlike(all, byLong)
}

// joinAlike joins senses that differ in blanks and dashes only to the commonest of them, and finds the company of each.
func (s *senses) joinAlike(all []candidate, docs map[string][]int) []candidate {
	first := make(map[string]int)
	var joined []candidate
	for _, c := range all {
		letters := lettersOnly(c.long)
		i, ok := first[letters]
		if !ok {
			first[letters] = len(joined)
			joined = append(joined, c)
			continue
		}
		to := &joined[i]
		to.here += c.here
		to.elsewhere += c.elsewhere
		if len(to.company) == 0 {
			to.company = c.company
		}
		docs[to.long] = append(docs[to.long], docs[c.long]...)
	}
	for i := range joined {
		c := &joined[i]
		c.docs = docs[c.long]
		slices.Sort(c.docs)
		c.docs = c.docs[:min(len(c.docs), mostDefining)]
	}
	return joined
}

// lettersOnly returns a long form without blanks and dashes.
func lettersOnly(long string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return -1
		}
		return r
	}, long)
}
