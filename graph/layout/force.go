package layout

import (
	"context"
	"math"
	"math/rand/v2"

	"papergraph/graph"
)

// Options is what Force depends on beside the graph, the groups and the radii.
type Options struct {
	Seed    uint64  // of the places from which the top of the ladder starts
	Steps   int     // of settling for up to 200 bodies, 0 or more; levels of more take fewer, see stepsOn
	Width   float64 // of the rectangle to fill, in the unit of radii; above 0
	Height  float64 // of the same
	Gap     float64 // least space between the rims of two discs, in the same unit; 0 or more
	Workers int     // goroutines at once, 0 for one a core; the places do not depend on it
}

// Default is for a page whose free area is 1.4 times as wide as high, as that of a window of 1440×900 is; a unit is a
// pixel on a map 1,000 wide.
var Default = Options{Seed: 1, Steps: 200, Width: 1000, Height: 714, Gap: 3}

// Values that decide how a map looks. They were chosen on graphs of the nearest of 274, 5,000, 20,000 and 60,000 papers by
// OwnNear, HullFill, the length of links and by eye. There, OwnNear is 0.96 or more and HullFill 0.9 or more.
const (
	// groupShare is how much of the push of groups the links between them are to hold; see tune.
	groupShare = 1.0
	// nodeShare is the same for nodes. At 0.8 papers with most links elsewhere leave their area.
	nodeShare = 0.4
	// holding is that of a group on its members. A disc as dense as the ground holds itself against its own push at π.
	holding = 2.0
	// hot is how far a node may go in the first step, in lengths.
	hot = 1.0
	// gather is the share of its even area on which the parts of a body start: close, so that they can change places.
	gather = 0.6
	// parted is the share of its even area's width that a group keeps; the rest is the gap around it.
	parted = 0.92
	// fillRounds and fillRate spread 98.6 % of the way to even. More rounds flatten the areas along the rim.
	fillRounds, fillRate = 12, 0.3
)

// Force returns the place of each node, inside a rectangle around the origin that is as wide and high as the options
// say. Groups are areas apart, near those that they are most linked to; areas fill the rectangle; no two discs are
// nearer than the gap. Nodes without arcs stand in rows along the lower side. Where discs and gaps would cover more
// than half of the rectangle, it is enlarged.
//
// groups has the group of each node, below the number of nodes, -1 for a node that is a group of its own; nil puts all
// into one group. radius has that of each disc; nil gives small ones. The error is that of ctx, or says what is out of
// range. The same input gives the same places. O(n + E) time: on one core of 2.6 GHz, 60,000 papers with 643,000 links take
// less than 2 s, a million nodes with 8.7 million edges 10 s.
func Force(ctx context.Context, g *graph.CSR, groups []int32, radius []float64, o Options) ([]Point, error) {
	return lay(ctx, g, groups, radius, o, func(_ *frame, b *bodies) error { return b.spreadOut(ctx, o) })
}

// lay makes a graph ready, has its bodies placed, and returns the places of all nodes.
func lay(ctx context.Context, g *graph.CSR, groups []int32, radius []float64, o Options, place func(f *frame, b *bodies) error) ([]Point, error) {
	f, err := newFrame(g, groups, radius, o)
	if err != nil || g.Order() == 0 {
		return nil, err
	}
	b, err := newBodies(ctx, g, f)
	if err != nil {
		return nil, err
	}
	if err := place(f, b); err != nil {
		return nil, err
	}
	return f.finish(ctx, b)
}

// spreadOut places the top of the ladder, lets bodies settle level by level, and fills the rectangle.
func (b *bodies) spreadOut(ctx context.Context, o Options) error {
	if len(b.at) == 0 {
		return ctx.Err()
	}
	levels, err := b.ladder(ctx)
	if err != nil {
		return err
	}
	tuneAll(levels)
	top := levels[len(levels)-1]
	if err := top.place(ctx, o.Steps, rand.New(rand.NewPCG(o.Seed, 0))); err != nil {
		return err
	}
	for i := len(levels) - 2; i >= 0; i-- {
		l := levels[i]
		l.surround(l.into, levels[i+1].at)
		levels[i+1] = level{} // its arcs are needed no more
		if err := l.settle(ctx, stepsOn(len(l.at), o.Steps), hot*math.Sqrt(l.meanMass())); err != nil {
			return err
		}
		if i == 0 || levels[i-1].groups > l.groups {
			if err := l.fill(ctx, fillRounds); err != nil {
				return err
			}
		}
	}
	b.part()
	return nil
}

// looser is how many bodies of nodes pull in full. Where there are four times as many, on the same ground, arcs are to hold
// half as much: else a clump of fifty nodes, which shrinks by its own arcs alone, would be a spot in a graph of a million.
const looser = 1000

// tuneAll sets how strongly arcs pull and groups hold. On a level of nodes and on one of groups, an arc pulls as it does on
// the others of the kind, but for how much looser it is.
func tuneAll(levels []level) {
	levels[0].tune(nodeShare)
	for i, l := range levels[1:] {
		below := levels[i]
		if below.groups > l.groups {
			l.tune(groupShare)
		} else {
			l.strength = below.strength
		}
	}
	for _, l := range levels {
		if l.groups > 1 {
			l.hold = holding
		}
		l.loosen()
	}
}

// loosen lets arcs between many bodies pull less.
func (b *bodies) loosen() { b.strength *= math.Sqrt(min(1, looser/float64(len(b.at)))) }

// fewSteps is how many bodies take all the steps. Four times as many take half of them: they start near their places, and
// what is left to do is local. Twice the steps make the links of 5,000 papers 1 % shorter and those of 60,000 papers 3 %.
const fewSteps = 200

// stepsOn returns how many steps so many bodies settle.
func stepsOn(bodies, steps int) int {
	return min(steps, int(math.Ceil(float64(steps)*math.Sqrt(fewSteps/float64(bodies)))))
}
