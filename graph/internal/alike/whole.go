package alike

import "math"

// Weights become whole numbers, rounded up: in lists listUnit is 1, in the row that is compared rowUnit. So a sum of products is
// never too small, stays below 2^32 for rows of up to a hundred million terms, and is the same in any order. Two bytes are
// enough: the rounding of a hundred terms moves a cosine by less than one in a thousand.
const (
	listUnit = 1<<16 - 1
	rowUnit  = 1<<15 - 1
)

// inList returns a weight in units of the lists. A weight that is above 1 by rounding alone counts as 1.
func inList(weight float64) uint16 { return uint16(min(listUnit, math.Ceil(weight*listUnit))) }

// inRow returns at least the weight of a row for its weight in a list.
func inRow(weight uint16) uint32 { return (uint32(weight) + 1) >> 1 }

// bar returns what a sum must reach for its cosine to reach least: a hair less than exact, which covers what floating point
// rounds away, and 1 at least, as what shares no term is not near.
func bar(least float64) uint32 { return max(2, uint32(least*(rowUnit*listUnit))) - 1 }

// lengthOf returns the length of a vector in units of the lists, rounded up, from the sum of its squares in these units.
func lengthOf(squares uint64) uint32 { return uint32(math.Sqrt(float64(squares))) + 1 }
