package alike

import "math/bits"

// Probe is one row made ready for products with many others: a hash table by term, an eighth full at most, so that most terms
// of another row are told at the first look; it stays in the first cache, where a vector of all terms would not.
type Probe struct {
	terms   []int32   // by slot; -1 is free
	weights []float64 // by slot
	shift   uint
	warmth  warmth
}

// Set makes the probe that of a row. O(terms of the row) time.
func (p *Probe) Set(terms []int32, weights []float64) {
	width := bits.Len(uint(8*len(terms) + 7))
	p.shift = uint(32 - width)
	size := 1 << width
	if cap(p.terms) < size {
		p.terms, p.weights = make([]int32, size), make([]float64, size)
	}
	p.terms, p.weights = p.terms[:size], p.weights[:size]
	for i := range p.terms {
		p.terms[i] = -1
	}
	for i, t := range terms {
		slot := p.slot(t)
		for p.terms[slot] >= 0 {
			slot = (slot + 1) & (size - 1)
		}
		p.terms[slot], p.weights[slot] = t, weights[i]
	}
}

// slot spreads terms by the golden ratio.
func (p *Probe) slot(t int32) int { return int(uint32(t) * 0x9E3779B9 >> p.shift) }

// Dot returns the product with another row. Parts are added in the order of terms, each rounded first, so that it is the same from
// both ends and on every machine. O(terms of the other row) time.
func (p *Probe) Dot(terms []int32, weights []float64) float64 {
	sum, slots := 0.0, p.terms
	weights = weights[:len(terms)]
	for i, t := range terms {
		slot := p.slot(t)
		for slots[slot] != t {
			if slots[slot] < 0 {
				slot = -1
				break
			}
			slot = (slot + 1) & (len(slots) - 1)
		}
		if slot >= 0 {
			sum += float64(p.weights[slot] * weights[i])
		}
	}
	return sum
}

// Dots appends the products with some rows of a matrix. They are asked for all at once, so that it costs far less than one by
// one where they lie far apart in memory.
func (p *Probe) Dots(dst []float64, m *Matrix, rows []int32) []float64 {
	for _, u := range rows {
		p.warmth.row(m, int(u))
	}
	for _, u := range rows {
		dst = append(dst, p.Dot(m.Row(int(u))))
	}
	return dst
}
