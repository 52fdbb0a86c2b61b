package community

// tally is a sum of weights by community that is cleared in the time it took to fill.
type tally struct {
	weight  []float64
	seen    []uint8 // 1 or 0
	touched []int32 // communities with seen set, in the order in which they came; one place more than can be needed
	count   int     // of touched
}

// resize makes the tally, which is clear, ready for so many communities.
func (t *tally) resize(communities int) {
	t.weight, t.seen = grown(t.weight, communities), grown(t.seen, communities)
	t.touched = grown(t.touched, communities+1)
}

// gather adds weights to the communities of targets. Whether a community was seen is as good as random to the processor,
// so each is put down, and stays if it was not.
func (t *tally) gather(of, targets []int32, weights []float64) {
	seen, sums, touched, count := t.seen, t.weight, t.touched, t.count
	weights = weights[:len(targets)]
	for i, v := range targets {
		c := of[v]
		touched[count] = c
		count += int(1 - seen[c])
		seen[c] = 1
		sums[c] += weights[i]
	}
	t.count = count
}

// gatherOthers is gather without the community own, whose weight it returns. Most neighbours of a node are of its own
// community, and a sum in a register does not wait for its last store.
func (t *tally) gatherOthers(of, targets []int32, weights []float64, own int32) float64 {
	seen, sums, touched, count := t.seen, t.weight, t.touched, t.count
	weights = weights[:len(targets)]
	mine := 0.0
	for i, v := range targets {
		c := of[v]
		if c == own {
			mine += weights[i]
			continue
		}
		touched[count] = c
		count += int(1 - seen[c])
		seen[c] = 1
		sums[c] += weights[i]
	}
	t.count = count
	return mine
}

// list returns the communities that were seen.
func (t *tally) list() []int32 { return t.touched[:t.count] }

func (t *tally) clear() {
	for _, c := range t.touched[:t.count] {
		t.weight[c], t.seen[c] = 0, 0
	}
	t.count = 0
}

// grown returns a slice of length n, s itself where it is long enough. What is new is zero; what was used is as it was.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
