package layout_test

import (
	"math"
	"math/rand/v2"

	"papergraph/graph"
	"papergraph/graph/layout"
)

// paperLike returns a graph like that of papers and their nearest ones: communities from large to small, each paper
// with links to five others, of which three in ten are in another community, and these more often in some than in
// others.
func paperLike(n int, seed uint64) (*graph.CSR, []int32) {
	rng := rand.New(rand.NewPCG(seed, 77))
	groups, members := planted(n)
	type pair struct{ u, v int32 }
	seen := map[pair]bool{}
	var edges []graph.Edge
	add := func(u, v int32, w float64) {
		p := pair{min(u, v), max(u, v)}
		if u == v || seen[p] {
			return
		}
		seen[p] = true
		edges = append(edges, graph.Edge{U: p.u, V: p.v, Weight: w})
	}
	for u := range int32(n) {
		c := groups[u]
		for range 5 {
			near, w := c, 0.1+0.3*rng.Float64()
			if rng.Float64() < 0.3 {
				near, w = (c+1+int32(math.Abs(rng.NormFloat64())*2))%int32(len(members)), 0.05+0.15*rng.Float64()
			}
			add(u, members[near][rng.IntN(len(members[near]))], w)
		}
	}
	g, err := graph.New(n, edges)
	if err != nil {
		panic(err)
	}
	return g, groups
}

// planted deals n nodes out to communities whose sizes fall from 44 to 5 when n is 274.
func planted(n int) (groups []int32, members [][]int32) {
	share := []int{44, 35, 30, 27, 24, 21, 19, 17, 15, 13, 10, 8, 6, 5}
	groups = make([]int32, n)
	members = make([][]int32, len(share))
	for u := range n {
		at, c := u*274/n, 0
		for at >= share[c] {
			at -= share[c]
			c++
		}
		v := int32(u * 101 % n) // 101 divides none of the orders used, so this is a permutation
		groups[v] = int32(c)
		members[c] = append(members[c], v)
	}
	return groups, members
}

// edgeRatio returns the mean length of an edge by the mean distance of two nodes, over some thousand pairs.
func edgeRatio(g *graph.CSR, points []layout.Point) float64 {
	length := func(u, v int32) float64 {
		return math.Hypot(points[u].X-points[v].X, points[u].Y-points[v].Y)
	}
	edges, pairs := 0.0, 0.0
	for _, e := range g.Edges() {
		edges += length(e.U, e.V)
	}
	rng := rand.New(rand.NewPCG(5, 5))
	for range 5000 {
		pairs += length(rng.Int32N(int32(len(points))), rng.Int32N(int32(len(points))))
	}
	return edges / float64(g.Size()) / (pairs / 5000)
}
