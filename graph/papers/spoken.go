package papers

import "math/bits"

// leastSlots is the least size of the hash table; a paper's kin speak for some hundreds.
const leastSlots = 1 << 11

// slot returns where a paper stands in the table, or the free slot where it would.
func (r *ranker) slot(paper int32) int {
	mask := len(r.slots) - 1
	i := int(uint32(paper) * 0x9E3779B9 >> (32 - bits.Len(uint(mask))))
	for r.slots[i] != 0 && r.spoken[r.slots[i]-1].paper != paper {
		i = (i + 1) & mask
	}
	return i
}

// find returns what is said for a paper; nil if there is nothing.
func (r *ranker) find(paper int32) *spoken {
	if len(r.slots) == 0 {
		return nil
	}
	if i := r.slots[r.slot(paper)]; i != 0 {
		return &r.spoken[i-1]
	}
	return nil
}

// at returns the same, and makes a place for it. The place is good until the next one is made.
func (r *ranker) at(paper int32) *spoken {
	if 2*len(r.spoken) >= len(r.slots) {
		r.widen()
	}
	i := r.slot(paper)
	if r.slots[i] == 0 {
		r.spoken = append(r.spoken, spoken{paper: paper})
		r.slots[i] = int32(len(r.spoken))
	}
	return &r.spoken[r.slots[i]-1]
}

func (r *ranker) widen() {
	r.slots = make([]int32, max(leastSlots, 2*len(r.slots)))
	for i := range r.spoken {
		r.slots[r.slot(r.spoken[i].paper)] = int32(i + 1)
	}
}

// forget empties the table.
func (r *ranker) forget() {
	clear(r.slots)
	r.spoken = r.spoken[:0]
}
