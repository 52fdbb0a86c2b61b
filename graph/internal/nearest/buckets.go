package nearest

import (
	"math"
	"math/bits"
)

// Frontier holds the nodes that a search has seen and not settled.
type Frontier interface {
	// Push puts a node in, again if it has become nearer.
	Push(Entry)
	// Pop takes out a node whose distance is final, if it was not taken out before; false if none is left.
	Pop() (node int32, ok bool)
}

// maxBuckets is how many times as long as the shortest edge the longest may be for buckets to be used. Links of papers
// stay far below. With more, empty buckets are looked at too often.
const maxBuckets = 1024

// NewFrontier returns what is fastest for a search over edges from shortest to longest long, both above 0 and finite:
// buckets where the two are not too far apart, else a heap.
func NewFrontier(shortest, longest float64) Frontier {
	perLength := (1 + margin) / shortest
	if !(longest/shortest <= maxBuckets) || math.IsInf(perLength, 1) {
		return &heap{}
	}
	span := int(longest/shortest*(1+margin)) + 3
	ring := make([][]int32, 1<<bits.Len(uint(span)))
	return &buckets{ring: ring, perLength: perLength}
}

type heap struct{ Queue }

func (h *heap) Pop() (node int32, ok bool) {
	if len(h.Queue) == 0 {
		return 0, false
	}
	return h.Queue.Pop().Node, true
}

// margin makes buckets so much narrower than the shortest edge that rounding cannot put both its ends into one: it is
// larger than 2^-52 of the number of any bucket, as long as that is below a billion, so a path of a million longest edges.
const margin = 1e-6

// buckets sorts nodes by distance as far as it matters: a bucket is narrower than the shortest edge, so that no path
// leads from one node of a bucket over another, and all in the nearest one are final. See Dial, Algorithm 360: Shortest
// path forest with topological ordering (1969), doi:10.1145/363269.363610, for buckets; Denardo and Fox, Shortest-route
// methods: 1. Reaching, pruning, and buckets (1979), doi:10.1287/opre.27.1.161, for their width.
type buckets struct {
	ring      [][]int32 // a bucket stands at its number modulo the length, a power of two; more than an edge can span
	perLength float64   // buckets to a unit of length
	nearest   int       // the number of the bucket to take from; all before it are empty
	held      int       // entries in all buckets
}

func (b *buckets) Push(e Entry) {
	i := int(e.Distance*b.perLength) & (len(b.ring) - 1)
	b.ring[i] = append(b.ring[i], e.Node)
	b.held++
}

func (b *buckets) Pop() (node int32, ok bool) {
	if b.held == 0 {
		b.nearest = 0
		return 0, false
	}
	for {
		at := &b.ring[b.nearest&(len(b.ring)-1)]
		if last := len(*at) - 1; last >= 0 {
			node = (*at)[last]
			*at = (*at)[:last]
			b.held--
			return node, true
		}
		b.nearest++
	}
}
