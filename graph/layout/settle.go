package layout

import (
	"context"
	"math"
)

// settle moves the bodies steps times. A body goes along its force, but less far than the heat, which falls in a
// straight line from hot to almost nothing: so the number of steps is known, and the last ones are rest.
func (b *bodies) settle(ctx context.Context, steps int, hot float64) error {
	b.force = make([]Point, len(b.at))
	defer func() { b.force, b.tree = nil, quadtree{} }() // a third of what a body takes
	for step := range steps {
		if err := b.push(ctx); err != nil {
			return err
		}
		heat := hot * (1 - float64(step)/float64(steps))
		err := each(ctx, len(b.at), b.workers, func(from, to int) {
			for u := from; u < to; u++ {
				b.at[u] = b.at[u].plus(b.stride(u, heat))
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// push sets the force on each body.
func (b *bodies) push(ctx context.Context) error {
	clear(b.force)
	if err := b.repel(ctx); err != nil {
		return err
	}
	middle := []Point(nil)
	if b.hold > 0 {
		middle = middles(b.at, b.mass, b.group, b.groups)
	}
	return each(ctx, len(b.at), b.workers, func(from, to int) {
		for u := from; u < to; u++ {
			f := b.force[u].plus(b.ground.pull(b.at[u]).times(b.mass[u])).plus(b.attract(u))
			if middle != nil {
				f = f.plus(middle[b.group[u]].minus(b.at[u]).times(b.hold * b.mass[u]))
			}
			b.force[u] = f
		}
	})
}

// stiffness is the force on a mass of 1 that is a length of 1 out of place, by and large; its inverse is how far a
// force takes a body, and a longer way would make it swing.
const stiffness = 8

func (b *bodies) stride(u int, heat float64) Point {
	step := b.force[u].times(1 / (stiffness * b.mass[u]))
	far := math.Sqrt(step.square())
	if b.rough != nil {
		free := max(0, far-b.rough[u]/stiffness)
		step, far = step.times(free/max(far, math.SmallestNonzeroFloat64)), free
	}
	return step.times(heat / (heat + far))
}

// slack is the square of the length below which the pull of an arc falls off, for nodes; for heavier bodies it grows with
// the room they need. With less, nodes that are almost the same are drawn into clumps, and pushing their discs apart
// takes half of the time of a large graph.
const slack = 0.1

// attract returns the pull of the arcs of a body. It does not grow with their length, which is what parts dense groups:
// the LinLog model of Noack, An energy model for visual graph clustering (2004), doi:10.1007/978-3-540-24595-7_40.
func (b *bodies) attract(u int) Point {
	p, f := b.at[u], Point{}
	slack := slack * b.meanMass()
	from, to := b.offsets[u], b.offsets[u+1]
	pull := b.pull[from:to]
	for i, v := range b.targets[from:to] {
		x, y := b.at[v].X-p.X, b.at[v].Y-p.Y
		s := float64(pull[i]) / math.Sqrt(float64(x*x)+float64(y*y)+slack)
		f.X += float64(x * s)
		f.Y += float64(y * s)
	}
	return f.times(b.strength)
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
