package alike

// A row that is looked at only now comes from far away in memory, and waiting for it takes longer than all that is done with
// it. So before some rows are gone through one by one, a word of each of their cache lines is read, which depends on
// nothing: the processor waits for many at once. The sum of the words keeps the compiler from leaving that out.
type warmth uint32

// line is how many words of four bytes are in a cache line.
const line = 16

// entries reads words of some four-byte values.
func entries[T int32 | uint32](w *warmth, values []T) {
	for i := 0; i < len(values); i += line {
		*w += warmth(values[i])
	}
}

func (w *warmth) row(m *Matrix, u int) {
	terms, weights := m.Row(u)
	entries(w, terms)
	for i := 0; i < len(weights); i += line / 2 {
		if weights[i] < 0 {
			*w++
		}
	}
}
