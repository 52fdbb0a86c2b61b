package extract

import (
	"hash/maphash"
	"math/bits"
)

// manner is how a spelling is read.
type manner uint8

const (
	quiet manner = iota // a word
	loud                // a word of a text in capitals, where these make no name
	sign                // no word
)

// writing tells spellings apart without a look at their bytes, which lie elsewhere in memory: up to longestWhole of them, how many
// they are and the manner fill it, so that equal writings are equal spellings. Of longer ones it is a hash.
type writing struct{ head, tail uint64 }

const longestWhole = 15

// The last byte of a writing.
const (
	mannerShift = 60 // above the length
	lengthShift = 56
	cut         = 3 << mannerShift // in the place of the manner: a hash
)

// writingOf returns the writing of a spelling that is read in a manner.
func writingOf(s string, m manner) writing {
	n := len(s)
	w := writing{tail: uint64(m)<<mannerShift | uint64(n)<<lengthShift}
	switch {
	case n > longestWhole:
		return writing{maphash.String(longSeed, s), cut | uint64(m)}
	case n >= 8:
		w.head = eight(s)
		w.tail |= eight(s[n-8:]) >> (8 * (16 - n))
	case n >= 4:
		w.head = four(s) | four(s[n-4:])<<(8*(n-4))
	default:
		for i := range n {
			w.head |= uint64(s[i]) << (8 * i)
		}
	}
	return w
}

// longSeed is one for the process: only which slot a long spelling is looked for in depends on it.
var longSeed = maphash.MakeSeed()

// isWhole reports whether no other spelling has the writing.
func (w writing) isWhole() bool { return w.tail>>mannerShift != cut>>mannerShift }

// hash spreads a writing over the bits of a number, as wyhash does.
func (w writing) hash() uint64 {
	high, low := bits.Mul64(w.head^0xa0761d6478bd642f, w.tail^0xe7037ed1a0b428db)
	return high ^ low
}

// eight returns the first eight bytes of s as a number, the first the lowest.
func eight(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// four does the same with four bytes.
func four(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
