package alike

// A block is so many rows, by position: their sums fill half of a first cache, and the number of one inside it takes 12
// bits.
const (
	blockBits = 12
	blockSize = 1 << blockBits
	// stripe is how many rows, side by side in a block, have one bound on what is left out.
	stripe = 64
)

// block is the lists of the commoner terms, as far as they lie in it.
type block struct {
	starts  []int32  // by rank
	entries []uint32 // the row's number in the block in the lower half, the weight in the upper
}

// list returns the entries of a term.
func (b *block) list(rank int) []uint32 { return b.entries[b.starts[rank]:b.starts[rank+1]] }

// leastInBlock is how many entries a term must have in each block, on the average, to be kept by block. The lists of rarer ones
// are walked along instead, since most of their parts would be empty.
const leastInBlock = 8

// newBlocks cuts the lists of the terms of ranks below common into blocks.
func newBlocks(l *lists, common int32, count int) []block {
	blocks := make([]block, count)
	for b := range blocks {
		blocks[b].starts = make([]int32, common+1)
	}
	for rank := range common {
		for _, p := range l.places[l.starts[rank]:l.starts[rank+1]] {
			blocks[p>>blockBits].starts[rank+1]++
		}
		for b := range blocks {
			blocks[b].starts[rank+1] += blocks[b].starts[rank]
		}
	}
	for b := range blocks {
		blocks[b].entries = make([]uint32, 0, blocks[b].starts[common])
	}
	for i, p := range l.places[:l.starts[common]] {
		b := &blocks[p>>blockBits]
		b.entries = append(b.entries, uint32(l.weights[i])<<16|uint32(p&(blockSize-1)))
	}
	return blocks
}

// sums are what the rows of a block have in common with one row, so far.
type sums [blockSize]uint32

// add adds the products of a weight with those of a list, four at a time: a list has some hundred entries, and the loop would
// cost as much as what is done in it.
func (s *sums) add(list []uint32, weight uint32) {
	for len(list) >= 4 {
		a, b, c, d := list[0], list[1], list[2], list[3]
		s[a&(blockSize-1)] += weight * (a >> 16)
		s[b&(blockSize-1)] += weight * (b >> 16)
		s[c&(blockSize-1)] += weight * (c >> 16)
		s[d&(blockSize-1)] += weight * (d >> 16)
		list = list[4:]
	}
	for _, e := range list {
		s[e&(blockSize-1)] += weight * (e >> 16)
	}
}

// reaching appends the numbers of those rows from from to to-1 whose sums reach floor.
func (s *sums) reaching(found []int32, from, to int, floor uint32) []int32 {
	for i, sum := range s[from:to] {
		if sum >= floor {
			found = append(found, int32(from+i))
		}
	}
	return found
}
