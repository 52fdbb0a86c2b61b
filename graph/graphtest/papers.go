package graphtest

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Papers is made-up papers as a document × term matrix: rows of weights, the squares of which add up to 1.
type Papers struct {
	Starts  []int     // paper u has entries Starts[u] to Starts[u+1]-1
	Terms   []int32   // ascending inside a paper
	Weights []float64 // above 0
	Subject []int32   // by paper: what it is about
}

// MakePapers returns n papers of some fifty terms each, in subjects of about a hundred, those in fields of some thousands. A
// term of a paper is one of all papers, of its field or of its subject, the commoner ones first as Zipf and Mandelbrot have
// it; what a subject has is recombined from a stock that others draw from too; every fifth paper is about two subjects; and
// each has a few terms that hardly any other has. So the thirty commonest terms stand in 6 to 19 % of the papers, the three
// hundred commonest in 1 % and more, which is what abstracts have, the words that link nothing left out. Weights are those of
// counts that saturate, times the rarity of the term. It is the same for the same seed. O(n) time, 12 bytes an entry. See
// Mandelbrot, An informational theory of the statistical structure of language (1953), for the law.
func MakePapers(n int, seed uint64) Papers {
	p := Papers{Starts: make([]int, 1, n+1), Subject: make([]int32, n)}
	s := newSubjects(n)
	var counts []float64
	for u := range n {
		rng := rand.New(rand.NewPCG(seed, uint64(u)))
		from := len(p.Terms)
		p.Subject[u] = int32(rng.IntN(s.subjects))
		p.Terms = s.write(p.Terms, p.Subject[u], rng)
		slices.Sort(p.Terms[from:])
		p.Terms, counts = together(p.Terms, counts, from)
		p.Starts = append(p.Starts, len(p.Terms))
	}
	p.Weights = counts
	p.weigh(int(s.terms))
	return p
}

// How many terms of each sort a paper draws.
const (
	ofAll     = 24
	ofField   = 14
	ofSubject = 12
	ofItself  = 3
)

// stock is numbered terms, the first the commonest: the term of rank r is drawn in proportion to 1/(r + flat).
type stock struct {
	first, size, flat int32
}

func (s stock) draw(rng *rand.Rand) int32 {
	flat := float64(s.flat)
	rank := flat*math.Pow((float64(s.size)+flat)/flat, rng.Float64()) - flat // the inverse of the law's sum, all but exactly
	return s.first + min(int32(rank), s.size-1)
}

// subjects is what papers are made of.
type subjects struct {
	subjects, fields  int
	all, field, about stock // of field and about, those of the first
	pool              int32 // terms that subjects are made of
	itself            int32 // the first of the terms that stand nearly alone
	terms             int32
}

func newSubjects(n int) *subjects {
	s := &subjects{subjects: max(1, n/100), fields: max(1, n/5000)}
	s.all = stock{first: 0, size: 4000, flat: 25}
	s.field = stock{first: s.all.size, size: 2000, flat: 10}
	s.about = stock{first: s.field.first + int32(s.fields)*s.field.size, size: 150, flat: 5}
	s.pool = int32(s.subjects) * 40
	s.itself = s.about.first + s.pool
	s.terms = s.itself + 2*int32(n)
	return s
}

// write appends the terms of a paper, in the order of drawing.
func (s *subjects) write(terms []int32, subject int32, rng *rand.Rand) []int32 {
	second := subject
	if rng.IntN(5) == 0 {
		second = int32(rng.IntN(s.subjects))
	}
	pick := func() int32 {
		if rng.IntN(2) == 0 {
			return second
		}
		return subject
	}
	for range ofAll {
		terms = append(terms, s.all.draw(rng))
	}
	for range ofField {
		field := pick() % int32(s.fields)
		terms = append(terms, s.field.draw(rng)+field*s.field.size)
	}
	for range ofSubject {
		terms = append(terms, s.recombined(pick(), s.about.draw(rng)-s.about.first))
	}
	for range ofItself {
		terms = append(terms, s.itself+rng.Int32N(s.terms-s.itself))
	}
	return terms
}

// recombined returns the term of a rank in a subject: one of the pool, so that a term belongs to about four subjects.
func (s *subjects) recombined(subject, rank int32) int32 {
	mixed := uint64(subject)<<32 | uint64(rank)
	mixed = (mixed ^ mixed>>31) * 0x9e3779b97f4a7c15
	mixed = (mixed ^ mixed>>29) * 0xbf58476d1ce4e5b9
	return s.about.first + int32((mixed^mixed>>32)%uint64(s.pool))
}

// together makes one of terms from a place on that are alike, and appends how often each was there.
func together(terms []int32, counts []float64, from int) (kept []int32, with []float64) {
	kept = terms[:from]
	for _, t := range terms[from:] {
		if len(kept) > from && kept[len(kept)-1] == t {
			counts[len(counts)-1]++
			continue
		}
		kept, counts = append(kept, t), append(counts, 1)
	}
	return kept, counts
}

// saturation is the count that weighs half as much as any would.
const saturation = 1.2

// weigh turns counts into weights.
func (p *Papers) weigh(terms int) {
	in := make([]int32, terms) // by term: papers
	for _, t := range p.Terms {
		in[t]++
	}
	papers := float64(len(p.Subject))
	for u := range p.Subject {
		from, to := p.Starts[u], p.Starts[u+1]
		square := 0.0
		for i := from; i < to; i++ {
			c := p.Weights[i]
			w := c / (c + saturation) * math.Log((papers+1)/(float64(in[p.Terms[i]])+0.5))
			p.Weights[i] = w
			square += float64(w * w)
		}
		for i, length := from, math.Sqrt(square); i < to; i++ {
			p.Weights[i] /= length
		}
	}
}
