package path_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	dominik "github.com/dominikbraun/graph"
	gocmp "github.com/google/go-cmp/cmp"
	yen "gonum.org/v1/gonum/graph/path"
	"pgregory.net/rapid"

	"papergraph/graph"
	"papergraph/graph/adapt"
	"papergraph/graph/graphtest"
	"papergraph/graph/path"
)

func stories(t *testing.T, g *graph.CSR, from, to, k int) [][]int32 {
	t.Helper()
	all, err := path.Stories(context.Background(), g, from, to, k)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// length adds in the order from the smaller end, as Stories does.
func length(g *graph.CSR, story []int32) float64 {
	story = slices.Clone(story)
	if story[0] > story[len(story)-1] {
		slices.Reverse(story)
	}
	var sum float64
	for i := 1; i < len(story); i++ {
		w, ok := g.Weight(int(story[i-1]), int(story[i]))
		if !ok {
			return math.NaN()
		}
		sum += 1 / w
	}
	return sum
}

func TestStories(t *testing.T) {
	far := graphtest.Reweigh(graphtest.Cycle(12), func() func() float64 {
		calls := 0
		return func() float64 { // the edges of node 0 come first: 0-1 and 0-11
			if calls++; calls == 2 {
				return 1e-6
			}
			return 1
		}
	}())
	tests := []struct {
		name        string
		g           *graph.CSR
		from, to, k int
		want        [][]int32
	}{
		{"the only way", graphtest.Path(4), 0, 3, 3, [][]int32{{0, 1, 2, 3}}},
		{"the way back is turned round", graphtest.Path(4), 3, 0, 3, [][]int32{{3, 2, 1, 0}}},
		{"nothing leads there", graphtest.Seeded(3), 0, 1, 3, nil},
		{"both ways round a ring", graphtest.Cycle(5), 0, 2, 3, [][]int32{{0, 1, 2}, {0, 4, 3, 2}}},
		{"a second way that is far longer", far, 0, 2, 2, [][]int32{{0, 1, 2}, {0, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2}}},
		{"only as many as asked for", graphtest.Complete(5), 1, 3, 1, [][]int32{{1, 3}}},
		{
			"equal ones by their nodes", graphtest.Complete(4), 0, 3, 5,
			[][]int32{{0, 3}, {0, 1, 3}, {0, 2, 3}, {0, 1, 2, 3}, {0, 2, 1, 3}},
		},
		{
			"all ways there are", graphtest.Grid(2, 3), 0, 5, 99,
			[][]int32{{0, 1, 2, 5}, {0, 1, 4, 5}, {0, 3, 4, 5}, {0, 3, 4, 1, 2, 5}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := gocmp.Diff(tt.want, stories(t, tt.g, tt.from, tt.to, tt.k)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Three steps over strong edges are a shorter way than one over a weak edge; of equally long ways, fewer steps win.
func TestStoriesPreferStrongEdgesThenFewSteps(t *testing.T) {
	g, err := graph.New(4, []graph.Edge{
		{U: 0, V: 1, Weight: 1}, {U: 1, V: 2, Weight: 1}, {U: 2, V: 3, Weight: 1}, // 3 long
		{U: 0, V: 2, Weight: 0.5}, // 2 long, so 0-2-3 is 3 long as well
		{U: 0, V: 3, Weight: 0.2}, // 5 long
	})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]int32{{0, 2, 3}, {0, 1, 2, 3}, {0, 3}}
	if diff := gocmp.Diff(want, stories(t, g, 0, 3, 3)); diff != "" {
		t.Error(diff)
	}
}

func TestStoriesRefuse(t *testing.T) {
	tests := []struct {
		name        string
		from, to, k int
		want        string
	}{
		{"one node as both ends", 1, 1, 1, "path: node 1 is both ends"},
		{"a node below 0", -1, 2, 1, "path: no way from node -1 to node 2 in a graph of 4 nodes"},
		{"a node beyond the last", 0, 4, 1, "path: no way from node 0 to node 4 in a graph of 4 nodes"},
		{"no paths", 0, 1, 0, "path: 0 paths were asked for"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all, err := path.Stories(context.Background(), graphtest.Path(4), tt.from, tt.to, tt.k)
			if all != nil || err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, %v; want %q", all, err, tt.want)
			}
		})
	}
}

// Yen on the ball finds what Yen on the whole graph finds, and gonum's Dijkstra and dominikbraun's agree on the first.
func TestStoriesAgainstTheWholeGraph(t *testing.T) {
	const k = 5
	for seed := range uint64(graphtest.Seeds) {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			g := graphtest.Seeded(seed)
			rng := rand.New(rand.NewPCG(seed, 1))
			for range min(5, g.Order()/2) {
				from := rng.IntN(g.Order())
				to := (from + 1 + rng.IntN(g.Order()-1)) % g.Order()
				got := stories(t, g, from, to, k)
				want := onWhole(g, from, to, k)
				if len(got) != len(want) {
					t.Fatalf("%d to %d: %d stories, want %d", from, to, len(got), len(want))
				}
				for i := range want {
					if a, b := length(g, got[i]), length(g, want[i]); !(math.Abs(a-b) <= 1e-9*b) {
						t.Errorf("%d to %d: story %d is %g long, want %g", from, to, i, a, b)
					}
				}
				first(t, g, from, to, got)
			}
		})
	}
}

func onWhole(g *graph.CSR, from, to, k int) [][]int32 {
	view := adapt.Gonum(g).WithLengths(func(w float64) float64 { return 1 / w })
	var all [][]int32
	for _, nodes := range yen.YenKShortestPaths(view, k, math.Inf(1), view.Node(int64(from)), view.Node(int64(to))) {
		var story []int32
		for _, u := range nodes {
			story = append(story, int32(u.ID()))
		}
		all = append(all, story)
	}
	slices.SortFunc(all, func(a, b []int32) int { return cmp.Compare(length(g, a), length(g, b)) })
	return all
}

// first compares the shortest story with what dominikbraun/graph finds in lengths of a millionth.
func first(t *testing.T, g *graph.CSR, from, to int, got [][]int32) {
	t.Helper()
	micro := func(w float64) int { return int(math.Round(1e6 / w)) }
	nodes, err := dominik.ShortestPath(adapt.Dominik(g, micro), from, to)
	if errors.Is(err, dominik.ErrTargetNotReachable) {
		if got != nil {
			t.Errorf("%d to %d: got %v, want none", from, to, got)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	story := make([]int32, len(nodes))
	for i, u := range nodes {
		story[i] = int32(u)
	}
	if a, b := length(g, got[0]), length(g, story); math.Abs(a-b) > 1e-6*float64(len(story)) {
		t.Errorf("%d to %d: got %v, %g long, want %v, %g long", from, to, got[0], a, story, b)
	}
}

func TestStoriesKeepTheirPromises(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := graphtest.Seeded(rapid.Uint64Range(2, graphtest.Seeds-1).Draw(rt, "graph"))
		from := rapid.IntRange(0, g.Order()-1).Draw(rt, "from")
		to := (from + rapid.IntRange(1, g.Order()-1).Draw(rt, "on")) % g.Order()
		all := stories(t, g, from, to, rapid.IntRange(1, 8).Draw(rt, "k"))
		for i, s := range all {
			if int(s[0]) != from || int(s[len(s)-1]) != to || math.IsNaN(length(g, s)) {
				rt.Errorf("%v is no way from %d to %d", s, from, to)
			}
			if sorted := slices.Sorted(slices.Values(s)); len(slices.Compact(sorted)) < len(s) {
				rt.Errorf("%v passes a node twice", s)
			}
			if i > 0 && (length(g, all[i-1]) > length(g, s) || slices.Equal(all[i-1], s)) {
				rt.Errorf("%v comes before %v", all[i-1], s)
			}
		}
		back := stories(t, g, to, from, max(len(all), 1))
		for _, s := range back {
			slices.Reverse(s)
		}
		if diff := gocmp.Diff(all, back); diff != "" {
			rt.Errorf("the way back differs: %s", diff)
		}
	})
}

// doneAfter is a context that is done once its error was asked for so many times.
type doneAfter struct {
	context.Context
	left *int
}

func (d doneAfter) Err() error {
	if *d.left--; *d.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

func TestContextsAreObeyed(t *testing.T) {
	g := graphtest.Reweigh(graphtest.Grid(60, 60), rand.New(rand.NewPCG(1, 1)).Float64)
	for _, times := range []int{0, 3, 8, 100, 1000} {
		t.Run(fmt.Sprintf("done after %d", times), func(t *testing.T) {
			left := times
			all, err := path.Stories(doneAfter{context.Background(), &left}, g, 0, g.Order()-1, 3)
			if all != nil || !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("got %v, %v", all, err)
			}
		})
	}
}

func BenchmarkStories(b *testing.B) {
	for _, size := range []struct{ groups, size int }{{2, 137}, {25, 200}} {
		n := size.groups * size.size
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			rng := rand.New(rand.NewPCG(1, 2))
			g, _ := graphtest.Planted(size.groups, size.size, 12/float64(size.size), 8/float64(n), rng)
			g = graphtest.Reweigh(g, func() float64 { return 0.05 + 0.5*rng.Float64() })
			b.ReportAllocs()
			for b.Loop() {
				if _, err := path.Stories(context.Background(), g, 0, n-1, 3); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
