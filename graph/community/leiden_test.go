package community_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/graph"
	"papergraph/graph/community"
)

// TestLeidenOnTheKarateClub: 0.41979 is the highest modularity there is, from Brandes et al., On modularity clustering
// (2008), doi:10.1109/TKDE.2007.190689, with four communities.
func TestLeidenOnTheKarateClub(t *testing.T) {
	g := karateClub()
	if g.Size() != 78 {
		t.Fatalf("the club has %d friendships, want 78", g.Size())
	}
	labels := leiden(t, g, 1, 1)
	if got := community.Modularity(g, labels, 1); math.Abs(got-0.41979) > 1e-5 {
		t.Errorf("modularity %.5f, want 0.41979", got)
	}
}

func TestLeidenFindsTheCliquesOfARing(t *testing.T) {
	const cliques, each = 8, 5
	var edges []graph.Edge
	want := make([]int32, cliques*each)
	for c := range int32(cliques) {
		for i := range int32(each) {
			want[c*each+i] = c
			for j := range i {
				edges = append(edges, graph.Edge{U: c*each + j, V: c*each + i, Weight: 1})
			}
		}
		edges = append(edges, graph.Edge{U: c * each, V: (c+1)%cliques*each + 1, Weight: 1})
	}
	if diff := cmp.Diff(want, leiden(t, mustNew(cliques*each, edges), 1, 3)); diff != "" {
		t.Error(diff)
	}
}

func TestLeidenRecoversPlantedCommunities(t *testing.T) {
	for seed := range uint64(5) {
		g := scattered(200, 8, 0.5, 0.03, seed)
		planted := make([]int32, 200)
		for u := range planted {
			planted[u] = int32(u % 8)
		}
		if got := sharedInformation(planted, leiden(t, g, 1, seed)); got < 0.97 {
			t.Errorf("seed %d: %.3f of the information about the planted communities", seed, got)
		}
	}
}

// sharedInformation returns the mutual information of two groupings by the mean of their entropies, 0 to 1: 1 for the
// same grouping. See Danon et al., Comparing community structure identification (2005),
// doi:10.1088/1742-5468/2005/09/P09008.
func sharedInformation(a, b []int32) float64 {
	both, as, bs := map[[2]int32]float64{}, map[int32]float64{}, map[int32]float64{}
	one := 1 / float64(len(a))
	for u := range a {
		both[[2]int32{a[u], b[u]}] += one
		as[a[u]] += one
		bs[b[u]] += one
	}
	mutual, entropy := 0.0, 0.0
	for k, p := range both {
		mutual += p * math.Log(p/as[k[0]]/bs[k[1]])
	}
	for _, p := range as {
		entropy -= p * math.Log(p)
	}
	for _, p := range bs {
		entropy -= p * math.Log(p)
	}
	return 2 * mutual / entropy
}

// TestLeidenPromises draws graphs and asks what must hold for each: communities are connected, no worse than single
// nodes, numbered by size and then by smallest member, and the same in a second run.
func TestLeidenPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "nodes")
		var edges []graph.Edge
		for u := range n {
			for v := range u {
				if rapid.IntRange(0, 9).Draw(t, "linked") == 0 {
					w := rapid.Float64Range(1e-6, 10).Draw(t, "weight")
					edges = append(edges, graph.Edge{U: int32(v), V: int32(u), Weight: w})
				}
			}
		}
		g := mustNew(n, edges)
		o := community.Options{
			Resolution: rapid.SampledFrom([]float64{0.3, 1, 3}).Draw(t, "resolution"),
			Seed:       rapid.Uint64().Draw(t, "seed"),
			Starts:     rapid.IntRange(1, 3).Draw(t, "starts"),
		}
		labels, err := community.Leiden(t.Context(), g, o)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := community.Leiden(t.Context(), g, o)
		if diff := cmp.Diff(labels, again); diff != "" {
			t.Fatal(diff)
		}
		checkNumbering(t, labels)
		checkConnected(t, g, labels)
		single := make([]int32, n)
		for u := range single {
			single[u] = int32(u)
		}
		got, least := community.Modularity(g, labels, o.Resolution), community.Modularity(g, single, o.Resolution)
		if got < least-1e-12 {
			t.Fatalf("modularity %g is below %g of single nodes", got, least)
		}
	})
}

func checkNumbering(t rapid.TB, labels []int32) {
	t.Helper()
	var size, first []int
	for u, c := range labels {
		for int(c) >= len(size) {
			size, first = append(size, 0), append(first, u)
		}
		if size[c] == 0 {
			first[c] = u
		}
		size[c]++
	}
	for c := 1; c < len(size); c++ {
		if size[c] > size[c-1] || size[c] == size[c-1] && first[c] < first[c-1] || size[c] == 0 {
			t.Fatalf("communities %d and %d of %v are not in order of size, then smallest member", c-1, c, labels)
		}
	}
}

func checkConnected(t rapid.TB, g *graph.CSR, labels []int32) {
	t.Helper()
	reached := make([]bool, g.Order())
	begun := map[int32]bool{}
	var walk func(u int32)
	walk = func(u int32) {
		reached[u] = true
		targets, _ := g.Arcs(int(u))
		for _, v := range targets {
			if labels[v] == labels[u] && !reached[v] {
				walk(v)
			}
		}
	}
	for u, c := range labels {
		if reached[u] {
			continue
		}
		if begun[c] {
			t.Fatalf("community %d is in parts: node %d is cut off", c, u)
		}
		begun[c] = true
		walk(int32(u))
	}
}

func TestLeidenOnOddGraphs(t *testing.T) {
	cases := map[string]struct {
		n     int
		edges []graph.Edge
		want  []int32
	}{
		"no node":            {0, nil, []int32{}},
		"one node":           {1, nil, []int32{0}},
		"nobody has a link":  {3, nil, []int32{0, 1, 2}},
		"a link and a node":  {3, []graph.Edge{{U: 1, V: 2, Weight: 1}}, []int32{1, 0, 0}},
		"huge weights":       {3, []graph.Edge{{U: 0, V: 1, Weight: math.MaxFloat64}, {U: 1, V: 2, Weight: math.MaxFloat64}}, []int32{0, 0, 0}},
		"the lightest there": {2, []graph.Edge{{U: 0, V: 1, Weight: math.SmallestNonzeroFloat64}}, []int32{0, 0}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, leiden(t, mustNew(c.n, c.edges), 1, 1)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLeidenHigherResolutionMakesMore(t *testing.T) {
	g := scattered(150, 10, 0.5, 0.05, 4)
	few, many := leiden(t, g, 0.5, 1), leiden(t, g, 3, 1)
	if most, least := slicesMax(many), slicesMax(few); most <= least {
		t.Errorf("%d communities at resolution 3, %d at 0.5", most+1, least+1)
	}
}

func slicesMax(labels []int32) int32 {
	most := int32(0)
	for _, c := range labels {
		most = max(most, c)
	}
	return most
}

func TestModularityOfNegativeLabels(t *testing.T) {
	g := scattered(30, 3, 0.5, 0.1, 1)
	rng := rand.New(rand.NewPCG(1, 1))
	some, own := make([]int32, 30), make([]int32, 30)
	for u := range some {
		some[u] = rng.Int32N(3) - 1
		own[u] = some[u]
		if some[u] < 0 {
			own[u] = int32(10 + u)
		}
	}
	if got, want := community.Modularity(g, some, 1), community.Modularity(g, own, 1); math.Abs(got-want) > 1e-12 {
		t.Errorf("got %g, want %g as for nodes on their own", got, want)
	}
}

func TestLeidenRefusesWhatIsOutOfRange(t *testing.T) {
	cases := map[string]struct {
		o    community.Options
		want string
	}{
		"no resolution":            {community.Options{Starts: 1}, "resolution 0"},
		"a resolution that's none": {community.Options{Resolution: math.NaN(), Starts: 1}, "resolution NaN"},
		"endless resolution":       {community.Options{Resolution: math.Inf(1), Starts: 1}, "resolution +Inf"},
		"no start":                 {community.Options{Resolution: 1}, "0 starts"},
		"a gain below 0":           {community.Options{Resolution: 1, Starts: 1, Gain: -1}, "gain of -1"},
		"a gain that's none":       {community.Options{Resolution: 1, Starts: 1, Gain: math.NaN()}, "gain of NaN"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := community.Leiden(t.Context(), karateClub(), c.o)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

func TestLeidenStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := community.Leiden(ctx, karateClub(), community.DefaultLeiden); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

// Where nodes are many, they are numbered anew and the first pass ends early. What is promised holds there too.
func TestLeidenOfManyNodes(t *testing.T) {
	g := nearest(6000)
	o := community.Options{Resolution: 1, Seed: 1, Starts: 2, Gain: 5e-4, Workers: 1}
	labels, err := community.Leiden(t.Context(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	checkNumbering(t, labels)
	checkConnected(t, g, labels)
	for _, workers := range []int{2, 7} {
		o.Workers = workers
		again, err := community.Leiden(t.Context(), g, o)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(labels, again); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
	o.Gain = 1
	early, err := community.Leiden(t.Context(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	full, soon := community.Modularity(g, labels, 1), community.Modularity(g, early, 1)
	if full < soon {
		t.Errorf("modularity %g, and %g where passes end sooner", full, soon)
	}
	louvain, err := community.Louvain(t.Context(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	if q := community.Modularity(g, louvain, 1); full < q-0.001 {
		t.Errorf("modularity %g, Louvain has %g", full, q)
	}
}
