package papers_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"papergraph/graph/papers"
)

func TestSameNetworkForAnyWorkers(t *testing.T) {
	c, v := vocabulary(t, example(t))
	var want *papers.Network
	for _, workers := range []int{1, 0, 2, 7, 1_000_000} {
		got, err := papers.Build(t.Context(), c, v, papers.Options{Neighbours: 10, Workers: workers}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers make another network than one", workers)
		}
	}
}

func TestSameNetworkForAnyOrder(t *testing.T) {
	docs, want := example(t), network(t, example(t), usual)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		got := network(t, slices.Clone(docs), usual)
		if !reflect.DeepEqual(got.Vocabulary.Terms, want.Vocabulary.Terms) {
			t.Fatal("another order of documents makes other terms")
		}
		got.Corpus, got.Vocabulary = want.Corpus, want.Vocabulary // the order of reading is part of a corpus
		if !reflect.DeepEqual(got, want) {
			t.Fatal("another order of documents makes another network")
		}
	}
}

func TestProgressRises(t *testing.T) {
	c, v := vocabulary(t, example(t))
	last := 0
	_, err := papers.Build(t.Context(), c, v, papers.Options{Neighbours: 10, Workers: 7}, func(done, total int) {
		if done <= last || total != len(c.Documents) {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	})
	if err != nil || last != len(c.Documents) {
		t.Errorf("told of %d of %d papers; %v", last, len(c.Documents), err)
	}
}

func TestCancel(t *testing.T) {
	c, v := vocabulary(t, example(t))
	t.Run("before", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		n, err := papers.Build(ctx, c, v, usual, func(done, _ int) { t.Errorf("told of %d papers", done) })
		if n != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("network %v, error %v", n, err)
		}
	})
	t.Run("in the midst", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		calls := 0
		n, err := papers.Build(ctx, c, v, papers.Options{Neighbours: 10, Workers: 1}, func(int, int) {
			calls++
			cancel()
		})
		if n != nil || !errors.Is(err, context.Canceled) || calls != 1 {
			t.Errorf("network %v, error %v, %d chunks done", n, err, calls)
		}
	})
	t.Run("when all nearest are known", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		n, err := papers.Build(ctx, c, v, usual, func(done, total int) {
			if done == total {
				cancel()
			}
		})
		if n != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("network %v, error %v", n, err)
		}
	})
}
