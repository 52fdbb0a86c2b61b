package community_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	gonumcommunity "gonum.org/v1/gonum/graph/community"

	"papergraph/graph"
	"papergraph/graph/community"
)

// Either is better on some graphs; ours must not be worse by and large.
func TestLouvainIsNoWorseThanGonums(t *testing.T) {
	var got, want float64
	for seed := range uint64(20) {
		g := scattered(80+int(seed)*4, 6, 0.2, 0.04, seed)
		o := community.DefaultLouvain
		o.Seed = seed
		labels, err := community.Louvain(t.Context(), g, o)
		if err != nil {
			t.Fatal(err)
		}
		checkNumbering(t, labels)
		reduced := gonumcommunity.Modularize(asGonum(g), 1, rand.NewPCG(seed, 0))
		want += gonumcommunity.Q(asGonum(g), reduced.Communities(), 1) / 20
		got += community.Modularity(g, labels, 1) / 20
	}
	if got < want {
		t.Errorf("mean modularity %.6f, gonum's reaches %.6f", got, want)
	}
}

// methods are the two ways to group, by name.
var methods = map[string]func(context.Context, *graph.CSR, community.Options) ([]int32, error){
	"Leiden": community.Leiden, "Louvain": community.Louvain,
}

// The best of more starts is no lower. Leiden finishes only that one, so there it holds by and large.
func TestMoreStartsAreNoWorse(t *testing.T) {
	for name, method := range methods {
		t.Run(name, func(t *testing.T) {
			var sum [3]float64
			for seed := range uint64(30) {
				g, last := scattered(30+int(seed)*3, 5, 0.3, 0.08, seed), math.Inf(-1)
				for i, starts := range []int{1, 2, 5} {
					labels, err := method(t.Context(), g, community.Options{Resolution: 1, Seed: 3, Starts: starts, Workers: 1})
					if err != nil {
						t.Fatal(err)
					}
					q := community.Modularity(g, labels, 1)
					if name == "Louvain" && q < last-1e-12 {
						t.Errorf("graph %d: %d starts reach %g, fewer %g", seed, starts, q, last)
					}
					last = q
					sum[i] += q
				}
			}
			if sum[1] < sum[0] || sum[2] < sum[1] {
				t.Errorf("sums over all graphs: %g", sum)
			}
		})
	}
}

func TestSameLabelsForAnyWorkers(t *testing.T) {
	g := scattered(300, 12, 0.2, 0.03, 8)
	for name, method := range methods {
		t.Run(name, func(t *testing.T) {
			group := func(workers int) []int32 {
				labels, err := method(t.Context(), g, community.Options{Resolution: 1, Seed: 1, Starts: 5, Workers: workers})
				if err != nil {
					t.Fatal(err)
				}
				return labels
			}
			want := group(1)
			for _, workers := range []int{2, 7, 0} {
				if diff := cmp.Diff(want, group(workers)); diff != "" {
					t.Errorf("%d workers: %s", workers, diff)
				}
			}
		})
	}
}

func TestLouvainRefusesAndStops(t *testing.T) {
	if _, err := community.Louvain(t.Context(), karateClub(), community.Options{}); err == nil {
		t.Error("no resolution is no error")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := community.Louvain(ctx, karateClub(), community.DefaultLouvain); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

func stability(t *testing.T, g *graph.CSR, labels []int32, runs, workers int) *community.Stable {
	t.Helper()
	o := community.DefaultLeiden
	o.Workers = workers
	s, err := community.Stability(t.Context(), g, labels, o, runs)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStability(t *testing.T) {
	cliques := scattered(40, 4, 1, 0, 1)
	labels := leiden(t, cliques, 1, 1)
	s := stability(t, cliques, labels, 8, 2)
	for u, x := range s.Nodes {
		if math.Abs(x-1) > 1e-12 {
			t.Errorf("node %d of a clique on its own has %g", u, x)
		}
	}
	if len(s.Communities) != 4 {
		t.Errorf("%d communities have a stability, want 4", len(s.Communities))
	}
	chance := scattered(60, 1, 0.1, 0.1, 2) // no communities but those that chance makes
	labels = leiden(t, chance, 1, 1)
	s = stability(t, chance, labels, 8, 1)
	mean := 0.0
	for u, x := range s.Nodes {
		if x < 0 || x > 1 {
			t.Errorf("node %d has %g", u, x)
		}
		mean += x / 60
	}
	if mean > 0.9 {
		t.Errorf("groups of a graph without any hold at %g", mean)
	}
	for _, workers := range []int{2, 7, 0} {
		if diff := cmp.Diff(s, stability(t, chance, labels, 8, workers)); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
}

// Stability by its definition: a run is what Stability does with one run, told from the labels it keeps together.
func TestStabilityOfOddGroupings(t *testing.T) {
	g := scattered(40, 4, 1, 0, 1) // four cliques, so runs are known: u%4
	split := make([]int32, 40)
	for u := range split {
		split[u] = int32(u % 2) // two cliques each
	}
	s := stability(t, g, split, 3, 1)
	for u, x := range s.Nodes {
		if math.Abs(x-9.0/19) > 1e-12 {
			t.Errorf("node %d: %g, and 9 of its 19 companions are of its clique", u, x)
		}
	}
	single := make([]int32, 40)
	for u := range single {
		single[u] = int32(u)
	}
	if s := stability(t, g, single, 3, 1); s.Nodes[0] != 0 || s.Communities[39] != 0 {
		t.Errorf("nodes that are never alone have %g", s.Nodes)
	}
	for name, call := range map[string]func() error{
		"no runs": func() error {
			_, err := community.Stability(t.Context(), g, single, community.DefaultLeiden, 0)
			return err
		},
		"few labels": func() error {
			_, err := community.Stability(t.Context(), g, single[1:], community.DefaultLeiden, 1)
			return err
		},
		"no starts": func() error {
			_, err := community.Stability(t.Context(), g, single, community.Options{}, 1)
			return err
		},
	} {
		if call() == nil {
			t.Error(fmt.Sprint(name, " is no error"))
		}
	}
}
