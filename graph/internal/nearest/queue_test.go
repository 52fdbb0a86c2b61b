package nearest_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"papergraph/graph/internal/nearest"
)

func Example() {
	var q nearest.Queue
	q.Push(nearest.Entry{Distance: 2.5, Node: 7})
	q.Push(nearest.Entry{Distance: 0.5, Node: 3})
	fmt.Println(q.Pop().Node, q.Pop().Node, len(q))
	// Output: 3 7 0
}

func TestQueueSorts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		distances := rapid.SliceOf(rapid.Float64Range(0, 100)).Draw(t, "distances")
		var q nearest.Queue
		for i, d := range distances {
			q.Push(nearest.Entry{Distance: d, Node: int32(i)})
		}
		slices.Sort(distances)
		for i, want := range distances {
			if got := q.Pop().Distance; got != want {
				t.Fatalf("pop %d: got %g, want %g", i, got, want)
			}
		}
	})
}

func TestQueueBetweenPushes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var q nearest.Queue
		var twin []float64
		for range rapid.IntRange(0, 200).Draw(t, "steps") {
			if len(twin) > 0 && rapid.Bool().Draw(t, "pop") {
				slices.Sort(twin)
				if got := q.Pop().Distance; got != twin[0] {
					t.Fatalf("got %g, want %g", got, twin[0])
				}
				twin = twin[1:]
				continue
			}
			d := float64(rapid.IntRange(0, 9).Draw(t, "distance"))
			q.Push(nearest.Entry{Distance: d})
			twin = append(twin, d)
		}
	})
}
