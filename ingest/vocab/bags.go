package vocab

import (
	"context"
	"math"
	"slices"
)

// bags are the words of each document, each once, weighed by their rarity, to liken documents by.
type bags struct {
	keys  []string         // ascending
	place map[string]int32 // of a key among them
	of    [][]int32        // by document: its keys, ascending
	idf   []float64        // by key
	norms []float64        // by document: length of its vector of idfs
	times [][]uint8        // by document: how often each of its keys stands there, at most 255

	stress  [math.MaxUint8 + 1]float64 // what it counts that a key stands so many times in a document
	lengths []float64                  // by document: length of its vector of idfs and stresses
}

// newBags fills the bags of all documents. O(words) time.
func newBags(ctx context.Context, f *forms, workers int) (*bags, error) {
	b := &bags{of: make([][]int32, len(f.of)), norms: make([]float64, len(f.of)), times: make([][]uint8, len(f.of)), stress: stresses(), lengths: make([]float64, len(f.of))}
	place := b.sortKeys(f)
	err := inChunks(ctx, workers, len(f.of), func(_, from, to int) {
		for doc := from; doc < to; doc++ {
			bag := make([]int32, len(f.of[doc]))
			for i, n := range f.of[doc] {
				bag[i] = place[f.all[n].keyed]
			}
			slices.Sort(bag)
			b.of[doc], b.times[doc] = counted(bag)
		}
	})
	b.weigh()
	return b, err
}

// counted returns the words of a sorted bag, each once, and how often each stands there.
func counted(bag []int32) ([]int32, []uint8) {
	n := 0
	times := make([]uint8, 0, len(bag))
	for i, w := range bag {
		if i > 0 && w == bag[n-1] {
			times[n-1] = min(times[n-1], math.MaxUint8-1) + 1
			continue
		}
		bag[n] = w
		n++
		times = append(times, 1)
	}
	return bag[:n], times
}

// sortKeys sorts the keys of the forms and returns the way from their numbers.
func (b *bags) sortKeys(f *forms) []int32 {
	b.keys = make([]string, f.keys)
	for i := range f.all {
		b.keys[f.all[i].keyed] = f.all[i].key
	}
	slices.Sort(b.keys)
	b.place = make(map[string]int32, len(b.keys))
	for i, key := range b.keys {
		b.place[key] = int32(i)
	}
	place := make([]int32, len(b.keys))
	for i := range f.all {
		place[f.all[i].keyed] = b.place[f.all[i].key]
	}
	return place
}

func (b *bags) weigh() {
	df := make([]int, len(b.keys))
	for _, bag := range b.of {
		for _, w := range bag {
			df[w]++
		}
	}
	b.idf = make([]float64, len(df))
	for w, n := range df {
		b.idf[w] = math.Log(float64(len(b.of)+1) / float64(n))
	}
	for doc, bag := range b.of {
		square, stressed := 0.0, 0.0
		for i, w := range bag {
			square += float64(b.idf[w] * b.idf[w])
			x := b.idf[w] * b.stress[b.times[doc][i]]
			stressed += float64(x * x)
		}
		b.norms[doc], b.lengths[doc] = max(math.Sqrt(square), math.SmallestNonzeroFloat64), math.Sqrt(stressed)
	}
}

// weight returns the weight of a word of a document; that of all its words makes a vector of length 1.
func (b *bags) weight(doc int, word int32) float64 { return b.idf[word] / b.norms[doc] }

// find returns the place of a key, -1 where no document has it.
func (b *bags) find(key string) int32 {
	if w, ok := b.place[key]; ok {
		return w
	}
	return -1
}
