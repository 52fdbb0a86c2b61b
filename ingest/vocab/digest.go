package vocab

import "strings"

// digest stands for a key where keys are only compared: that of "a b" is made of those of "a" and of "b", so that a run of
// units has one without a string being made. of is a polynomial over the hashes of the words modulo 2^64: that two of ten
// million keys share one has a chance of one in 10^5.
type digest struct {
	of    uint64
	scale uint64 // digestBase to the number of words
}

// digestBase is odd, so that its powers never vanish.
const digestBase = 0x9e3779b97f4a7c15

// nothing is the digest of no word.
var nothing = digest{0, 1}

// then returns the digest of a key and another behind it.
func (d digest) then(next digest) digest {
	return digest{d.of*next.scale + next.of, d.scale * next.scale}
}

// digestOf returns the digest of a key, whose words are parted by one blank each.
func digestOf(key string) digest {
	if key == "" {
		return nothing
	}
	d := nothing
	for {
		word, rest, more := strings.Cut(key, " ")
		d = d.then(digest{hashOf(word), digestBase})
		if !more {
			return d
		}
		key = rest
	}
}

// lettersOf returns the digest of a word whose parts are its bytes, so that of a compound is made of those of what it joins.
func lettersOf(word string) digest {
	d := nothing
	for i := range len(word) {
		d = d.then(digest{letterHash * (uint64(word[i]) + 1), digestBase})
	}
	return d
}

// letterHash spreads a byte over the bits of a hash. What lettersOf finds alike is compared in letters.
const letterHash = 0xff51afd7ed558ccd

// hashOf hashes a word by FNV-1a, whose bits are then mixed as in MurmurHash3.
func hashOf(word string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 0x100000001b3
	}
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
