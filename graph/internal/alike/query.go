package alike

import "slices"

// query is one row on its way through the blocks.
type query struct {
	row, place  int32
	probe       Probe
	entries     []uint32 // those of terms in the blocks, commonest first
	rareRanks   []int32  // those of the other terms
	rareWeights []uint16
	cursors     []int  // by rare entry: how far its list is walked along
	level       int    // how much is left out; levels for nothing
	length      uint32 // over what is left out, in units of the row
	left        int    // so many entries are left out
}

// open makes a query that of the row at a position, whose nearest reach least at least.
func (q *query) open(x *Index, place int32, least float64) {
	q.row, q.place = x.order[place], place
	q.probe.Set(x.matrix.Row(int(q.row)))
	q.entries = x.rows.row(int(place))
	q.rareRanks, q.rareWeights = x.rows.rare(int(place))
	q.cursors = q.cursors[:0]
	for _, rank := range q.rareRanks {
		q.cursors = append(q.cursors, x.rare.starts[rank])
	}
	lengths := x.lengths(q.entries)
	if q.level = x.level(&lengths, least); q.level == levels {
		q.length, q.left = 0, 0
		return
	}
	q.length = (lengths[q.level] + 1) >> 1
	q.left, _ = slices.BinarySearch(q.entries, uint32(x.cuts[q.level])<<16)
}

// boldness is how large, beside what is to be reached, that which is left out may be on the average. The larger, the less is
// summed and the more is looked at again; on TF-IDF of 20,000 papers 0.35 and 0.45 are alike, and 0.6 costs a third more.
const boldness = 0.45

// level returns how much to leave out of a row of such lengths: as much as boldness allows, levels for nothing.
func (x *Index) level(lengths *[levels]uint32, least float64) int {
	for l := levels - 1; l >= 0; l-- {
		if float64(lengths[l])*x.mean[l] <= boldness*least*(listUnit*listUnit) {
			return l
		}
	}
	return levels
}
