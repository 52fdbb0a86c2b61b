package layout

import (
	"context"
	"math"

	"papergraph/graph"
)

// bodies is what settles: points with mass that push each other away, lie on a ground that keeps them in the rectangle,
// pull along arcs, and are held by the middle of their group. Lengths are such that the rectangle has as much area as
// there is mass, so a node has a square of side 1 when all have mass 1. Bodies of one group stand in a row.
type bodies struct {
	at       []Point
	mass     []float64 // above 0
	ground   *ground
	offsets  []int32 // arcs as in graph.CSR
	targets  []int32
	pull     []float32 // by arc: its force, the same at any length, but for the strength
	strength float64   // that all pulls are multiplied by
	group    []int32   // by point
	groups   int
	hold     float64   // of a group on its members: force per mass and length
	rough    []float64 // by point: the force per mass that it rests against; nil for none
	workers  int       // 0 for one a core
	force    []Point   // by point, of the step in hand
	tree     quadtree
}

// newBodies returns the linked nodes of the frame, which stand group by group. Light links pull more than their share of
// weight: one at a tenth of the usual heavy weight pulls a quarter as much.
func newBodies(ctx context.Context, g *graph.CSR, f *frame) (*bodies, error) {
	n := len(f.linked)
	b := &bodies{at: make([]Point, n), mass: make([]float64, n), offsets: make([]int32, n+1), group: f.group, groups: f.groups, workers: f.workers}
	body := make([]int32, g.Order()) // the body of each node
	for i, u := range f.linked {
		body[u], b.mass[i] = int32(i), 1
		b.offsets[i+1] = b.offsets[i] + int32(g.Degree(int(u)))
	}
	b.ground = newGround(n, f.size)
	heavy, err := usualHeavy(ctx, g)
	if err != nil {
		return nil, err
	}
	b.targets, b.pull = make([]int32, g.FirstArc(g.Order())), make([]float32, g.FirstArc(g.Order()))
	return b, each(ctx, n, f.workers, func(from, to int) {
		for i := from; i < to; i++ {
			targets, weights := g.Arcs(int(f.linked[i]))
			for j, v := range targets {
				arc := int(b.offsets[i]) + j
				b.targets[arc], b.pull[arc] = body[v], float32(0.2+min(1, weights[j]/heavy))
			}
		}
	})
}

// weightClass returns the class of a weight: its exponent and the first four bits behind the point, so that those of a
// class differ by 6 % at most. A heavier weight is in a higher class, or in the same.
func weightClass(w float64) int { return int(math.Float64bits(w) >> 48) }

// classes is the number of classes of weights above 0.
const classes = 1 << 15

// usualHeavy returns the weight that 98 of 100 edges do not exceed, or one up to 6 % heavier. A few far heavier ones, of papers that are
// almost the same, would make all others look light. O(n + m) time.
func usualHeavy(ctx context.Context, g *graph.CSR) (float64, error) {
	count, most := make([]int, classes), 0
	err := each(ctx, g.Order(), 1, func(from, to int) {
		for u := from; u < to; u++ {
			_, weights := g.Arcs(u)
			for _, w := range weights {
				count[weightClass(w)]++
			}
			most += len(weights)
		}
	})
	below := 0
	for c, k := range count {
		if below += k; below > (most-1)*98/100 {
			return math.Float64frombits(uint64(c+1) << 48), err
		}
	}
	return 1, err
}

// tune sets the strength so that the arcs alone would hold the share of what the push of all pairs drives apart, if each
// were as long as half the height. Then the same numbers do for thin and dense graphs.
func (b *bodies) tune(share float64) {
	mass, pull := 0.0, 0.0
	for _, m := range b.mass {
		mass += m
	}
	for _, p := range b.pull {
		pull += float64(p)
	}
	if pull > 0 {
		b.strength = share * mass * mass / (pull * b.ground.half.Y)
	}
}

// length returns the sum over arcs of pull times length.
func (b *bodies) length() float64 {
	sum := 0.0
	for u, p := range b.at {
		for i := b.offsets[u]; i < b.offsets[u+1]; i++ {
			sum += float64(float64(b.pull[i]) * distance(p, b.at[b.targets[i]]))
		}
	}
	return sum
}

// meanMass returns how much a body weighs on average.
func (b *bodies) meanMass() float64 {
	return 4 * b.ground.half.X * b.ground.half.Y / float64(len(b.at))
}
