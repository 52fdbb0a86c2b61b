package community

import (
	"fmt"
	"math"
	"slices"
)

// overlap counts the nodes that two groupings put into the same pair of communities.
type overlap struct {
	n       float64
	a, b    []float64 // sizes by community
	both    []float64 // sizes of the overlaps that are not empty
	a2, b2  []int32   // beside both: the two communities
	perNode []int32   // by node: its overlap
}

func newOverlap(a, b []int32) *overlap {
	if len(a) != len(b) {
		panic(fmt.Sprintf("community: groupings of %d and of %d nodes", len(a), len(b)))
	}
	a, b = alone(a), alone(b)
	o := &overlap{n: float64(len(a)), perNode: make([]int32, len(a))}
	o.a, o.b = make([]float64, compact(a)), make([]float64, compact(b))
	var by aggregation
	by.bucket(a, len(o.a))
	seen := make([]int32, len(o.b)) // by community of b: 1 more than its overlap with the community of a in hand
	for c := range int32(len(o.a)) {
		begin := int32(len(o.both))
		for _, u := range by.members[by.first[c]:by.first[c+1]] {
			d := b[u]
			if seen[d] <= begin {
				o.both, o.a2, o.b2 = append(o.both, 0), append(o.a2, c), append(o.b2, d)
				seen[d] = int32(len(o.both))
			}
			o.both[seen[d]-1]++
			o.perNode[u] = seen[d] - 1
			o.a[c]++
			o.b[d]++
		}
	}
	return o
}

// alone returns labels from 0 on with those below 0 replaced by one for each node.
func alone(labels []int32) []int32 {
	sorted := slices.Clone(labels)
	slices.Sort(sorted)
	sorted = slices.Compact(sorted)
	out := make([]int32, len(labels))
	negative, _ := slices.BinarySearch(sorted, 0)
	for u, c := range labels {
		if c >= 0 {
			i, _ := slices.BinarySearch(sorted, c)
			out[u] = int32(i - negative)
		}
	}
	next := int32(len(sorted) - negative)
	for u, c := range labels {
		if c < 0 {
			out[u] = next
			next++
		}
	}
	return out
}

// NMI returns how much of what one grouping tells about a node the other tells too, 0 to 1: the mutual information
// divided by the mean of the two entropies. 1 is the same grouping under whatever labels; two groupings with one
// community each are the same. A node with a negative label is a community of its own. Groupings of different numbers of
// nodes panic. O(V log V) time. See Danon et al., Comparing community structure identification (2005),
// doi:10.1088/1742-5468/2005/09/P09008.
func NMI(a, b []int32) float64 {
	o := newOverlap(a, b)
	entropy := func(sizes []float64) float64 {
		h := 0.0
		for _, s := range sizes {
			h -= s / o.n * math.Log(s/o.n)
		}
		return h
	}
	ha, hb := entropy(o.a), entropy(o.b)
	if ha+hb == 0 {
		return 1
	}
	mutual := 0.0
	for i, s := range o.both {
		mutual += s / o.n * math.Log(s*o.n/(o.a[o.a2[i]]*o.b[o.b2[i]]))
	}
	return min(1, max(0, 2*mutual/(ha+hb)))
}

// ARI returns how often two groupings agree on whether two nodes belong together, beyond chance: 1 for the same grouping,
// about 0 for unrelated ones, and below that for less than chance. What NMI says of labels holds here too. O(V log V)
// time. See Hubert and Arabie, Comparing partitions (1985), doi:10.1007/BF01908075.
func ARI(a, b []int32) float64 {
	o := newOverlap(a, b)
	pairs := func(sizes []float64) float64 {
		sum := 0.0
		for _, s := range sizes {
			sum += s * (s - 1) / 2
		}
		return sum
	}
	pa, pb, both, all := pairs(o.a), pairs(o.b), pairs(o.both), pairs([]float64{o.n})
	if all == 0 {
		return 1
	}
	chance := pa * pb / all
	if mean := (pa + pb) / 2; mean != chance {
		return (both - chance) / (mean - chance)
	}
	return 1 // both have one community, or both have none but single nodes
}
