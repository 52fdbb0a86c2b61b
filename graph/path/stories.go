// Package path tells how one node of a graph leads to another: Stories has the shortest way and the next best ones. Edges
// are the shorter the more they weigh. The ways are found by Yen's algorithm of gonum on a ball around both ends, the
// nodes that a way of bounded length can pass, so that a large graph costs little more than two searches over it.
package path

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	gonum "gonum.org/v1/gonum/graph"
	yen "gonum.org/v1/gonum/graph/path"

	"papergraph/graph"
	"papergraph/graph/adapt"
)

// Stories returns the k shortest paths between two nodes that pass no node twice, each as its nodes from one end to the
// other; fewer if there are no more, none if nothing leads there. An edge is 1/weight long. Shorter paths come first;
// of equally long ones, those of fewer steps, then those of smaller nodes from the smaller end on. The paths back are the
// paths there turned round. The answer is exact up to rounding of lengths, which decides between paths that differ by
// less than a billionth. Nodes that are not in the graph, an end that is the other, and k below 1 are errors; so is what
// ctx says. O(E log V) time for the ball and, in a ball of e edges and paths of s steps, O(k s e log e) for the paths.
// See Yen, Finding the K shortest loopless paths in a network (1971), doi:10.1287/mnsc.17.11.712.
func Stories(ctx context.Context, g *graph.CSR, from, to, k int) ([][]int32, error) {
	switch {
	case min(from, to) < 0 || max(from, to) >= g.Order():
		return nil, fmt.Errorf("path: no way from node %d to node %d in a graph of %d nodes", from, to, g.Order())
	case from == to:
		return nil, fmt.Errorf("path: node %d is both ends", from)
	case k < 1:
		return nil, fmt.Errorf("path: %d paths were asked for", k)
	}
	b, err := newBall(ctx, g, min(from, to), max(from, to))
	if err != nil || math.IsInf(b.shortest(), 1) {
		return nil, err
	}
	stories, err := b.paths(k)
	if err == nil && from > to {
		for _, s := range stories {
			slices.Reverse(s)
		}
	}
	return stories, err
}

// firstBound is how much longer than the shortest path the first ball lets paths be. Much larger and the ball has much
// of the graph; much smaller and it has to grow before it holds three paths.
const firstBound = 1.25

// growth is by how much the bound grows when too few paths are within it.
const growth = 1.5

// paths grows the ball until it holds every path that may be among the k shortest. Where it holds k, none longer than
// bound, no other path can be shorter than these, since every node of a path is in the ball of the path's length.
func (b *ball) paths(k int) ([][]int32, error) {
	for bound := firstBound * b.shortest(); ; {
		inside, next := b.within(bound)
		found := b.yen(inside, k)
		if err := b.ctx.Err(); err != nil {
			return nil, err
		}
		enough := len(found) == k
		switch {
		case math.IsInf(next, 1) || enough && b.length(found[k-1]) <= bound:
			return found, nil
		case enough: // no need to look further than these
			bound = b.length(found[k-1])
		default:
			bound = max(bound*growth, next)
		}
	}
}

// yen returns the k shortest paths among the nodes inside.
func (b *ball) yen(inside []bool, k int) [][]int32 {
	view := stoppable{adapt.Gonum(b.g).WithLengths(length).Ball(inside), b.ctx}
	found := yen.YenKShortestPaths(view, k, math.Inf(1), view.Node(int64(b.from)), view.Node(int64(b.to)))
	paths := make([][]int32, len(found))
	for i, nodes := range found {
		for _, u := range nodes {
			paths[i] = append(paths[i], int32(u.ID()))
		}
	}
	slices.SortStableFunc(paths, func(p, q []int32) int {
		return cmp.Or(cmp.Compare(b.length(p), b.length(q)), cmp.Compare(len(p), len(q)), slices.Compare(p, q))
	})
	return paths
}

// stoppable is a view without edges once ctx is done: gonum knows no contexts, but then soon finds no way on.
type stoppable struct {
	*adapt.View
	ctx context.Context
}

// From runs over the neighbours of a node, as long as ctx lets it.
func (s stoppable) From(id int64) gonum.Nodes {
	if s.ctx.Err() != nil {
		return gonum.Empty
	}
	return s.View.From(id)
}
