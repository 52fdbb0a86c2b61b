package layout

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"papergraph/graph"
)

// quotient returns the groups as bodies of their own: as heavy as their members together, pulled by the sum of the
// arcs between their members.
func (b *bodies) quotient() *bodies {
	q := &bodies{
		at: make([]Point, b.groups), mass: make([]float64, b.groups), offsets: make([]int32, 1, b.groups+1),
		ground: b.ground, workers: b.workers,
	}
	first, members := bucket(b.group, b.groups)
	sum, touched := make([]float64, b.groups), []int32(nil)
	for c := range int32(b.groups) {
		for _, u := range members[first[c]:first[c+1]] {
			q.mass[c] += b.mass[u]
			for i := b.offsets[u]; i < b.offsets[u+1]; i++ {
				d := b.group[b.targets[i]]
				if d == c {
					continue
				}
				if sum[d] == 0 {
					touched = append(touched, d)
				}
				sum[d] += b.pull[i]
			}
		}
		for _, d := range touched {
			q.targets, q.pull = append(q.targets, d), append(q.pull, sum[d])
			sum[d] = 0
		}
		touched = touched[:0]
		q.offsets = append(q.offsets, int32(len(q.targets)))
	}
	return q
}

// tune scales the pull of all arcs so that they alone would hold the share of what the push of all pairs drives apart,
// if each arc were as long as half the height. Then the same numbers do for thin and dense graphs.
func (b *bodies) tune(share float64, size Point) {
	mass, pull := 0.0, 0.0
	for _, m := range b.mass {
		mass += m
	}
	for _, p := range b.pull {
		pull += p
	}
	if pull == 0 {
		return
	}
	f := share * mass * mass / (pull * size.Y / 2)
	for i := range b.pull {
		b.pull[i] *= f
	}
}

const (
	placings   = 10   // starts for groups: the shortest of ten has links some 5 % shorter than the usual one
	placeSteps = 150  // of settling
	placeWork  = 5000 // groups, over all starts
)

// place lays the groups out from several chance starts and keeps the one with the shortest pulls; with more than 500
// groups from fewer, with 5,000 from one.
func (b *bodies) place(ctx context.Context, rng *rand.Rand) error {
	size := b.ground.half.times(2)
	best, shortest := []Point(nil), math.Inf(1)
	for range max(1, min(placings, placeWork/len(b.at))) {
		for c := range b.at {
			b.at[c] = Point{(rng.Float64() - 0.5) * size.X, (rng.Float64() - 0.5) * size.Y}
		}
		if err := b.settle(ctx, placeSteps, size.Y/8); err != nil {
			return err
		}
		if err := fill(ctx, b.at, b.mass, size, 2*fillRounds, fillRate); err != nil {
			return err
		}
		if l := b.length(); l < shortest {
			best, shortest = append(best[:0], b.at...), l
		}
	}
	b.at = best
	return nil
}

// length returns the sum over arcs of pull times length.
func (b *bodies) length() float64 {
	sum := 0.0
	for u, p := range b.at {
		for i := b.offsets[u]; i < b.offsets[u+1]; i++ {
			sum += float64(b.pull[i] * distance(p, b.at[b.targets[i]]))
		}
	}
	return sum
}

// surround sets each body at its group's place, on a sunflower on part of the area that the group's mass has.
func (b *bodies) surround(places []Point) {
	first, members := bucket(b.group, b.groups)
	for c := range b.groups {
		for i, u := range members[first[c]:first[c+1]] {
			sin, cos := math.Sincos(goldenAngle * float64(i))
			r := gathered * math.Sqrt((float64(i)+0.5)/math.Pi)
			b.at[u] = places[c].plus(Point{cos, sin}.times(r))
		}
	}
}

// renumber returns the groups of the nodes as numbers from 0 without a hole, in the order of their first node, and how
// many there are. Each node with a negative group has one of its own; nil is one group.
func renumber(nodes, groups []int32) ([]int32, int) {
	own := make([]int32, len(nodes))
	if groups == nil {
		return own, 1
	}
	number, count := make([]int32, len(groups)), int32(0) // 1 more than the group's new number, 0 for none yet
	for i, u := range nodes {
		c := groups[u]
		switch {
		case c < 0:
			own[i] = count
			count++
		case number[c] == 0:
			count++
			number[c] = count
			fallthrough
		default:
			own[i] = number[c] - 1
		}
	}
	return own, int(count)
}

// usualHeavy returns the weight that 98 of 100 edges do not exceed. A few far heavier ones, of papers that are almost
// the same, would make all others look light.
func usualHeavy(g *graph.CSR) float64 {
	weights := make([]float64, 0, g.Size())
	for _, e := range g.Edges() {
		weights = append(weights, e.Weight)
	}
	if len(weights) == 0 {
		return 1
	}
	slices.Sort(weights)
	return weights[(len(weights)-1)*98/100]
}
