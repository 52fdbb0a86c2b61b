package alike

import "cmp"

// best holds the k nearest rows so far as a heap with the farthest on top.
type best struct {
	k    int
	heap []Neighbour
}

// Compare puts the nearer first, of equals the smaller number.
func Compare(a, b Neighbour) int {
	return cmp.Or(cmp.Compare(b.Cosine, a.Cosine), cmp.Compare(a.Row, b.Row))
}

// least returns what a cosine must reach to be among the best: 0 while there is room.
func (b *best) least() float64 {
	if len(b.heap) < b.k || b.k == 0 {
		return 0
	}
	return b.heap[0].Cosine
}

// offer takes a row in if it is among the k best so far. It must not be offered again.
func (b *best) offer(n Neighbour) {
	if len(b.heap) < b.k {
		b.heap = append(b.heap, n)
		b.rise(len(b.heap) - 1)
		return
	}
	if Compare(n, b.heap[0]) < 0 {
		b.heap[0] = n
		b.sink()
	}
}

func (b *best) rise(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if Compare(b.heap[parent], b.heap[i]) >= 0 {
			return
		}
		b.heap[parent], b.heap[i] = b.heap[i], b.heap[parent]
		i = parent
	}
}

func (b *best) sink() {
	for i := 0; ; {
		child := 2*i + 1
		if child >= len(b.heap) {
			return
		}
		if child+1 < len(b.heap) && Compare(b.heap[child+1], b.heap[child]) > 0 {
			child++
		}
		if Compare(b.heap[i], b.heap[child]) >= 0 {
			return
		}
		b.heap[i], b.heap[child] = b.heap[child], b.heap[i]
		i = child
	}
}
