package centrality

import (
	"context"

	"papergraph/graph"
	"papergraph/graph/internal/pace"
)

// ClusteringScores tells how often neighbours of a node are neighbours of each other. Weights are not looked at.
type ClusteringScores struct {
	Local        []float64 // by node: the share of the pairs of its neighbours that have an edge, 0 if there is no pair
	Mean         float64   // of Local over all nodes; 0 if there is none
	Transitivity float64   // the share of all paths of two edges that a third closes, 0 if there is no path
}

// Clustering returns the coefficients of all nodes and of the graph. A node with fewer than two neighbours has 0, so
// NetworkX has it; igraph gives no number there unless it is told to. The error is that of ctx. O(E^1.5) time, since
// triangles are looked for from the ends of smaller degree. See Watts and Strogatz, Collective dynamics of small-world
// networks (1998), doi:10.1038/30918, for Local and Mean; Newman, Watts and Strogatz, Random graph models of social
// networks (2002), doi:10.1073/pnas.012582999, for Transitivity; Latapy, Main-memory triangle computations for very
// large (sparse (power-law)) graphs (2008), doi:10.1016/j.tcs.2008.07.017, for the way to count.
func Clustering(ctx context.Context, g *graph.CSR) (*ClusteringScores, error) {
	n := g.Order()
	triangles, err := trianglesAt(ctx, g)
	if err != nil {
		return nil, err
	}
	c := &ClusteringScores{Local: make([]float64, n)}
	var closed, pairs float64
	for u, t := range triangles {
		d := float64(g.Degree(u))
		own := d * (d - 1) / 2
		closed, pairs = closed+float64(t), pairs+own
		if own > 0 {
			c.Local[u] = float64(t) / own
		}
		c.Mean += c.Local[u] / float64(n)
	}
	if pairs > 0 {
		c.Transitivity = closed / pairs
	}
	return c, nil
}

// Transitivity is that of Clustering, without a context.
func Transitivity(g *graph.CSR) float64 {
	c, err := Clustering(context.Background(), g)
	if err != nil {
		panic("centrality: " + err.Error()) // that context is never done
	}
	return c.Transitivity
}

// askedEvery is after how many steps of some nanoseconds each a loop that no chunk ends looks at its context: a
// millisecond or two.
const askedEvery = 1 << 18

// trianglesAt counts the triangles of each node. Each is found at its first node in the order of degree, then number.
func trianglesAt(ctx context.Context, g *graph.CSR) ([]int64, error) {
	offsets, ahead, err := upward(ctx, g)
	if err != nil {
		return nil, err
	}
	row := func(u int32) []int32 { return ahead[offsets[u]:offsets[u+1]] }
	mark, count := make([]int32, g.Order()), make([]int64, g.Order())
	steps := askedEvery
	for u := range int32(g.Order()) {
		for _, v := range row(u) {
			mark[v] = u + 1
		}
		for _, v := range row(u) {
			if steps += len(row(v)) + 1; steps > askedEvery {
				if steps = 0; ctx.Err() != nil {
					return nil, ctx.Err()
				}
			}
			for _, w := range row(v) {
				if mark[w] == u+1 {
					count[u]++
					count[v]++
					count[w]++
				}
			}
		}
	}
	return count, ctx.Err()
}

// upward returns for each node the neighbours that come after it in the order of degree, then number; row u is ahead
// from offsets[u] to offsets[u+1]-1. No row is longer than the square root of twice the number of edges. The error is that
// of ctx.
func upward(ctx context.Context, g *graph.CSR) (offsets, ahead []int32, err error) {
	look := pace.New(ctx)
	offsets, ahead = make([]int32, g.Order()+1), make([]int32, 0, g.Size())
	for u := range g.Order() {
		if err := look.Step(); err != nil {
			return nil, nil, err
		}
		targets, _ := g.Arcs(u)
		for _, v := range targets {
			du, dv := g.Degree(u), g.Degree(int(v))
			if du < dv || du == dv && u < int(v) {
				ahead = append(ahead, v)
			}
		}
		offsets[u+1] = int32(len(ahead))
	}
	return offsets, ahead, nil
}
