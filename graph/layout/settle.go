package layout

import (
	"context"
	"math"
)

// bodies is what settles: points with mass that push each other away, lie on a ground that keeps them in the rectangle,
// pull along arcs, and are held by the middle of their group. Lengths are such that the rectangle has as much area as
// there is mass, so a node has a square of side 1 when all have mass 1.
type bodies struct {
	at      []Point
	mass    []float64 // above 0
	ground  ground
	offsets []int32 // arcs as in graph.CSR
	targets []int32
	pull    []float64 // by arc: force, the same at any length
	group   []int32   // by point
	groups  int
	hold    float64 // of a group on its members: force per mass and length
	workers int     // 0 for one a core
	force   []Point // by point, of the step in hand
	tree    quadtree
}

// settle moves the bodies steps times. A body goes along its force, but less far than the heat, which falls in a
// straight line from hot to almost nothing: so the number of steps is known, and the last ones are rest.
func (b *bodies) settle(ctx context.Context, steps int, hot float64) error {
	b.force = make([]Point, len(b.at))
	for step := range steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		clear(b.force)
		b.repel()
		b.attract()
		b.gather()
		heat := hot * (1 - float64(step)/float64(steps))
		for u := range b.at {
			b.at[u] = b.at[u].plus(b.stride(u, heat))
		}
	}
	return nil
}

// stiffness is the force on a mass of 1 that is a length of 1 out of place, by and large; its inverse is how far a
// force takes a body, and a longer way would make it swing.
const stiffness = 8

func (b *bodies) stride(u int, heat float64) Point {
	step := b.force[u].times(1 / (stiffness * b.mass[u]))
	far := math.Sqrt(step.square())
	return step.times(heat / (heat + far))
}

// attract adds the pull of the ground and of the arcs. The pull of an arc does not grow with its length, which is what
// parts dense groups: the LinLog model of Noack, An energy model for visual graph clustering (2004),
// doi:10.1007/978-3-540-24595-7_40.
func (b *bodies) attract() {
	stripes(len(b.at), b.helpers(), func(from, to int) {
		for u := from; u < to; u++ {
			p := b.at[u]
			f := b.ground.pull(p).times(b.mass[u])
			for i := b.offsets[u]; i < b.offsets[u+1]; i++ {
				along := b.at[b.targets[i]].minus(p)
				f = f.plus(along.times(b.pull[i] / math.Sqrt(along.square()+soft)))
			}
			b.force[u] = b.force[u].plus(f)
		}
	})
}

// helpers returns the number of workers that are worth their start.
func (b *bodies) helpers() int {
	if len(b.at) <= few {
		return 1
	}
	return b.workers
}

// gather adds the hold of the groups.
func (b *bodies) gather() {
	if b.hold == 0 {
		return
	}
	middle := middles(b.at, b.mass, b.group, b.groups)
	for u, c := range b.group {
		b.force[u] = b.force[u].plus(middle[c].minus(b.at[u]).times(b.hold * b.mass[u]))
	}
}

// middles returns the centre of mass of each group.
func middles(points []Point, mass []float64, group []int32, groups int) []Point {
	middle, heavy := make([]Point, groups), make([]float64, groups)
	for u, c := range group {
		middle[c] = middle[c].plus(points[u].times(mass[u]))
		heavy[c] += mass[u]
	}
	for c := range middle {
		middle[c] = middle[c].times(1 / heavy[c])
	}
	return middle
}
