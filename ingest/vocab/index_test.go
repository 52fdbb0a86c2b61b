package vocab

import (
	"testing"

	"pgregory.net/rapid"
)

// TestIndexIsAMap does the same to an index and to a map: digests are few, so that they meet again, and some share their low bits, so that
// their places do.
func TestIndexIsAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var x index
		want := make(map[uint64]int32)
		digests := rapid.Custom(func(t *rapid.T) uint64 {
			return uint64(rapid.IntRange(1, 40).Draw(t, "low")) | uint64(rapid.IntRange(0, 2).Draw(t, "high"))<<40
		})
		for range rapid.IntRange(0, 200).Draw(t, "steps") {
			d := digests.Draw(t, "digest")
			switch rapid.IntRange(0, 20).Draw(t, "step") {
			case 0:
				x.reset()
				clear(want)
			case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10:
				n, isNew := x.at(d)
				if _, known := want[d]; known == isNew {
					t.Fatalf("%x is new: %t", d, isNew)
				}
				*n++
				want[d]++
			default:
				n, ok := x.get(d)
				if m, known := want[d]; n != m || ok != known {
					t.Fatalf("%x has %d, %t; want %d, %t", d, n, ok, m, known)
				}
			}
		}
		if x.used != len(want) {
			t.Errorf("%d digests, want %d", x.used, len(want))
		}
	})
}

// TestIndexOfNoWord holds that the digest of no word, which marks what is free, can be asked for and counted.
func TestIndexOfNoWord(t *testing.T) {
	var x index
	if _, ok := x.get(nothing.of); ok {
		t.Error("found in an empty index")
	}
	n, isNew := x.at(nothing.of)
	*n = 7
	if got, ok := x.get(nothing.of); !isNew || !ok || got != 7 {
		t.Errorf("got %d, %t", got, ok)
	}
}

// TestSieveHoldsNothingBack holds that a sieve lets all of its set through, and keeps most others out.
func TestSieveHoldsNothingBack(t *testing.T) {
	var x index
	const n = 10_000
	for i := range uint64(n) {
		x.at(i * digestBase * letterHash)
	}
	s, through := newSieve(&x), 0
	for i := range uint64(n) {
		if !s.mayHold(max(1, i*digestBase*letterHash)) {
			t.Fatalf("digest %d is held back", i)
		}
		if s.mayHold((i + n) * digestBase * letterHash) {
			through++
		}
	}
	if through > n/5 {
		t.Errorf("of %d others %d get through", n, through)
	}
}

// TestArrange puts terms in any order.
func TestArrange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := make([]int, rapid.IntRange(0, 30).Draw(t, "terms"))
		for i := range places {
			places[i] = i
		}
		places = rapid.Permutation(places).Draw(t, "order")
		terms, order := make([]Term, len(places)), make([]sortable, len(places))
		for i, at := range places {
			terms[i].Documents, order[i].at = i, at
		}
		arrange(terms, order)
		for i := range terms {
			if terms[i].Documents != places[i] {
				t.Fatalf("term %d at %d, want %d", terms[i].Documents, i, places[i])
			}
		}
	})
}
