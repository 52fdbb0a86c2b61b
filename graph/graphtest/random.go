package graphtest

import (
	"math/rand/v2"

	"papergraph/graph"
)

// ErdosRenyi returns n nodes of which each pair is joined with chance p. Edges weigh 1. O(n²) time. See Gilbert, Random
// graphs (1959), doi:10.1214/aoms/1177706098.
func ErdosRenyi(n int, p float64, rng *rand.Rand) *graph.CSR {
	g, _ := Planted(1, n, p, 0, rng)
	return g
}

// Preferential returns n nodes that come one after another, each joined to min(m, nodes before) of those before it with
// chances in proportion to their degrees. Edges weigh 1. A few nodes get very many edges. See Barabási and Albert,
// Emergence of scaling in random networks (1999), doi:10.1126/science.286.5439.509.
func Preferential(n, m int, rng *rand.Rand) *graph.CSR {
	var edges []graph.Edge
	var ends []int32 // each node as often as it has edges, and once more
	for u := range int32(n) {
		joined := map[int32]bool{} // asked, never ranged over
		for len(joined) < min(m, int(u)) {
			v := ends[rng.IntN(len(ends))]
			if !joined[v] {
				joined[v] = true
				edges = append(edges, graph.Edge{U: v, V: u, Weight: 1})
			}
		}
		ends = append(ends, u)
		for _, e := range edges[len(edges)-len(joined):] {
			ends = append(ends, e.U, e.V)
		}
	}
	return build(n, edges)
}

// Planted returns k groups of size nodes, and the group of each node: pairs within a group are joined with chance
// inside, others with chance across. Edges weigh 1. O((k·size)²) time. See Condon and Karp, Algorithms for graph
// partitioning on the planted partition model (2001), doi:10.1002/1098-2418(200103)18:2<116::AID-RSA1001>3.0.CO;2-2.
func Planted(k, size int, inside, across float64, rng *rand.Rand) (g *graph.CSR, groups []int32) {
	groups = make([]int32, k*size)
	for u := range groups {
		groups[u] = int32(u / size)
	}
	var edges []graph.Edge
	for u := range groups {
		for v := range u {
			p := across
			if groups[u] == groups[v] {
				p = inside
			}
			if rng.Float64() < p {
				edges = append(edges, graph.Edge{U: int32(v), V: int32(u), Weight: 1})
			}
		}
	}
	return build(len(groups), edges), groups
}

// Reweigh returns g with weights drawn for its edges in the order of Edges.
func Reweigh(g *graph.CSR, draw func() float64) *graph.CSR {
	edges := make([]graph.Edge, 0, g.Size())
	for _, e := range g.Edges() {
		e.Weight = draw()
		edges = append(edges, e)
	}
	return build(g.Order(), edges)
}

// Renumber returns g with node u called to[u]; to holds each node once.
func Renumber(g *graph.CSR, to []int) *graph.CSR {
	edges := make([]graph.Edge, 0, g.Size())
	for _, e := range g.Edges() {
		edges = append(edges, graph.Edge{U: int32(to[e.U]), V: int32(to[e.V]), Weight: e.Weight})
	}
	return build(g.Order(), edges)
}

// Seeds is how many graphs Seeded has to offer.
const Seeds = 20

// Seeded returns the graph of a seed from 0 to Seeds-1, made to bring out what may go wrong: none, one and two nodes;
// sparse graphs in many parts with nodes without edges; dense ones; hubs; groups. In graphs of even seed weights are
// 1, ½ or ¼, so that many paths are equally long; in others they are anywhere in (0, 1].
func Seeded(seed uint64) *graph.CSR {
	rng := rand.New(rand.NewPCG(seed, 0))
	draw := func() float64 { return 1 - rng.Float64() }
	if seed%2 == 0 {
		draw = func() float64 { return []float64{1, 0.5, 0.25}[rng.IntN(3)] }
	}
	return Reweigh(shape(seed, rng), draw)
}

func shape(seed uint64, rng *rand.Rand) *graph.CSR {
	n := 20 + rng.IntN(40)
	switch seed {
	case 0, 1, 2:
		return Complete(int(seed))
	case 3:
		return build(5, nil)
	case 4:
		return Grid(6, 7)
	}
	switch seed % 5 {
	case 0:
		return ErdosRenyi(n, 1/float64(n), rng)
	case 1:
		return ErdosRenyi(n, 0.3, rng)
	case 2:
		return Preferential(n, 1, rng)
	case 3:
		return Preferential(n, 3, rng)
	default:
		g, _ := Planted(4, 12, 0.4, 0.01, rng)
		return g
	}
}
