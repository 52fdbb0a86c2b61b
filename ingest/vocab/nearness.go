package vocab

import (
	"math"
	"strings"
)

// laid is a document whose words are laid out by their places in the bags, so that it is likened to others without a search
// for each word. It is used again from document to document.
type laid struct {
	doc         int
	here, there []float64 // by word: what it counts against documents of the corpus, and by its rarity in the background
}

// lay lays out the words of a document but for one, which counts nothing.
func (s *senses) lay(doc int, without string) *laid {
	l, ok := s.laid.Get().(*laid)
	if !ok {
		l = &laid{here: make([]float64, len(s.bags.keys)), there: make([]float64, len(s.bags.keys))}
	}
	l.doc = doc
	left := s.bags.find(without)
	for i, w := range s.bags.of[doc] {
		if w != left {
			l.here[w] = s.bags.idf[w] * s.bags.idf[w] * s.bags.stress[s.bags.times[doc][i]]
		}
	}
	s.elsewhere.lay(l.there, doc, left)
	return l
}

// pickUp leaves nothing laid out.
func (s *senses) pickUp(l *laid) {
	for _, w := range s.bags.of[l.doc] {
		l.here[w], l.there[w] = 0, 0
	}
	s.laid.Put(l)
}

// nearHere returns the mean cosine of a document and the nearest of those that define a sense.
func (s *senses) nearHere(l *laid, c *candidate) float64 {
	var nearest [voters]float64 // descending
	for _, d := range c.docs {
		x := s.bags.cosine(l, d)
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

// cosine returns the cosine of two documents by their words, each weighed by its idf and how often it stands there.
func (b *bags) cosine(l *laid, doc int) float64 {
	sum, times := 0.0, b.times[doc]
	for i, w := range b.of[doc] {
		sum += float64(l.here[w] * b.stress[times[i]])
	}
	return sum / max(b.lengths[l.doc]*b.lengths[doc], math.SmallestNonzeroFloat64)
}

// near returns the cosine of a document's words and a sense's company in the background, and what the words of the long form
// add.
func (l *laid) near(c *candidate) float64 {
	sum := 0.0
	for _, x := range c.near {
		sum += float64(x.weight * l.there[x.word])
	}
	return sum
}

// companions returns the company of a sense and then the words of its long form, as far as the corpus has them.
func (b *bags) companions(c *candidate) []companion {
	var near []companion
	for _, x := range c.company {
		if w := b.find(x.Word); w >= 0 {
			near = append(near, companion{w, x.Weight})
		}
	}
	for word := range strings.FieldsSeq(c.long) {
		if w := b.find(word); w >= 0 {
			near = append(near, companion{w, longWeight})
		}
	}
	return near
}

// stresses returns what it counts that a word stands so many times in a document.
func stresses() (of [math.MaxUint8 + 1]float64) {
	for times := 1; times < len(of); times++ {
		of[times] = 1 + math.Log(float64(times))
	}
	return of
}
