package centrality

// queue is a heap of nodes by distance with four children to a place, in which a node may stand more than once: moving
// it up in place would take an index that is written at every step. Of equal distances any may come first.
type queue []entry

type entry struct {
	distance float64
	node     int32
}

func (q *queue) push(e entry) {
	h := append(*q, e)
	i := len(h) - 1
	for i > 0 {
		parent := (i - 1) / 4
		if h[parent].distance <= e.distance {
			break
		}
		h[i] = h[parent]
		i = parent
	}
	h[i] = e
	*q = h
}

// pop takes the nearest out. The queue must not be empty.
func (q *queue) pop() entry {
	h := *q
	top, last := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	*q = h
	if len(h) == 0 {
		return top
	}
	i := 0
	for {
		child := 4*i + 1
		if child >= len(h) {
			break
		}
		least := child
		for c := child + 1; c < min(child+4, len(h)); c++ {
			if h[c].distance < h[least].distance {
				least = c
			}
		}
		if last.distance <= h[least].distance {
			break
		}
		h[i] = h[least]
		i = least
	}
	h[i] = last
	return top
}
