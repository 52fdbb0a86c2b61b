package vocab

import "slices"

// tie is a broader term and a narrower one.
type tie struct{ parent, child int32 }

// reduce returns the ties of a graph without cycles that no way through other ties makes needless, in the order given. It is
// the transitive reduction, on flat arrays: of the parents of a term those go that are above another one. Terms are numbered
// from 0 to n-1. O(n + ties) time, and the ancestors of each term that has several parents.
func reduce(n int, ties []tie) []tie {
	starts, parents := parentsOf(n, ties)
	seen, stack := make([]int32, n), []int32(nil)
	above := make([]bool, len(parents)) // whether a parent is above another parent of the same term
	for child := range int32(n) {
		own := parents[starts[child]:starts[child+1]]
		if len(own) < 2 {
			continue
		}
		for _, p := range own { // what is above each parent, the parents themselves not counted
			stack = append(stack, parents[starts[p]:starts[p+1]]...)
		}
		for len(stack) > 0 {
			t := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if seen[t] != child+1 {
				seen[t] = child + 1
				stack = append(stack, parents[starts[t]:starts[t+1]]...)
			}
		}
		for i, p := range own {
			above[int(starts[child])+i] = seen[p] == child+1
		}
	}
	return slices.DeleteFunc(slices.Clone(ties), func(t tie) bool {
		from := starts[t.child]
		i, _ := slices.BinarySearch(parents[from:starts[t.child+1]], t.parent)
		return above[int(from)+i]
	})
}

// parentsOf returns the parents of each term in rows, ascending.
func parentsOf(n int, ties []tie) (starts, parents []int32) {
	starts, parents = make([]int32, n+1), make([]int32, len(ties))
	for _, t := range ties {
		starts[t.child+1]++
	}
	for i := range n {
		starts[i+1] += starts[i]
	}
	next := slices.Clone(starts[:n])
	for _, t := range ties {
		parents[next[t.child]] = t.parent
		next[t.child]++
	}
	for i := range n {
		slices.Sort(parents[starts[i]:starts[i+1]])
	}
	return starts, parents
}
