// Package nearest has the queue by which the searches of centrality and path take the nearest node next.
package nearest

// Queue is a heap of nodes by distance with four children to a place, so that a level of it fills one or two cache
// lines. A node may stand in it more than once, since moving it up in place would take an index that is written at
// every step: who pops must skip nodes already settled. Of equal distances any may come first, always the same for the
// same pushes. The zero value is empty.
type Queue []Entry

// Entry is a node at a distance from where the search began.
type Entry struct {
	Distance float64 // not NaN
	Node     int32
}

// Push puts e in. O(log n) time.
func (q *Queue) Push(e Entry) {
	h := append(*q, e)
	i := len(h) - 1
	for i > 0 {
		parent := (i - 1) / 4
		if h[parent].Distance <= e.Distance {
			break
		}
		h[i] = h[parent]
		i = parent
	}
	h[i] = e
	*q = h
}

// Pop takes the nearest out. The queue must not be empty. O(log n) time.
func (q *Queue) Pop() Entry {
	h := *q
	top, last := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	*q = h
	if len(h) > 0 {
		h.sink(last)
	}
	return top
}

// sink puts e where the top was taken from, or as far down as there are nearer ones.
func (q Queue) sink(e Entry) {
	i := 0
	for child := 1; child < len(q); child = 4*i + 1 {
		least := child
		for c := child + 1; c < min(child+4, len(q)); c++ {
			if q[c].Distance < q[least].Distance {
				least = c
			}
		}
		if e.Distance <= q[least].Distance {
			break
		}
		q[i] = q[least]
		i = least
	}
	q[i] = e
}
