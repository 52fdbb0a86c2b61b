package vocab

// index is a table from digests to numbers: flat, with open addressing and at most half full, so that a look-up is one place
// of memory mostly. It has no order to be seen. The zero index is empty; reading it is safe for several goroutines at once.
type index struct {
	slots []slot // none, or a power of two
	used  int
}

type slot struct {
	digest uint64 // 0 where it is free; that of no word, which is 0, counts as 1
	value  int32
}

// newIndex returns an index with room for n digests.
func newIndex(n int) index {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return index{slots: make([]slot, size)}
}

// place returns the slot of a digest, or the free one where it would be.
func (x *index) place(d uint64) *slot {
	mask := uint64(len(x.slots) - 1)
	for at := d; ; at++ {
		if s := &x.slots[at&mask]; s.digest == d || s.digest == 0 {
			return s
		}
	}
}

// get returns the number of a digest and whether it has one.
func (x *index) get(d uint64) (int32, bool) {
	if len(x.slots) == 0 {
		return 0, false
	}
	s := x.place(max(d, 1))
	return s.value, s.digest != 0
}

// has reports whether a digest has a number.
func (x *index) has(d digest) bool {
	_, ok := x.get(d.of)
	return ok
}

// at returns the place of a digest's number, a new one with 0 where it has none, and whether it is new. It is valid until the next
// call.
func (x *index) at(d uint64) (value *int32, isNew bool) {
	if 2*x.used >= len(x.slots) {
		x.grow()
	}
	d = max(d, 1)
	s := x.place(d)
	if s.digest != 0 {
		return &s.value, false
	}
	s.digest = d
	x.used++
	return &s.value, true
}

func (x *index) grow() {
	old := x.slots
	x.slots = newIndex(max(8, len(old))).slots
	for i := range old {
		if old[i].digest != 0 {
			*x.place(old[i].digest) = old[i]
		}
	}
}

// reset leaves the index empty, with the room that it has.
func (x *index) reset() {
	clear(x.slots)
	x.used = 0
}
