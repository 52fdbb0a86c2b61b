package layout

import "context"

// level is bodies, and the ones on the level above that they are part of.
type level struct {
	*bodies

	into []int32 // by body; nil at the top
}

const (
	// topBodies is how many are few enough to be placed from chance starts.
	topBodies = 150
	// perGroup is how many bodies of a group are few enough to start around its middle.
	perGroup = 40
	// shrink is how many bodies of usual mass make one on the level above.
	shrink = 4
	// worth is the largest share of bodies that a level may have of those below it and still be worth its steps.
	worth = 0.9
)

// ladder returns b and smaller pictures of it, from the nodes to the top. Bodies that pull each other become one: first
// those of a group, until there are few in each, then each group, then groups, until few enough are left. O(n + arcs)
// time. See Walshaw, A multilevel algorithm for force-directed graph-drawing (2003), doi:10.7155/jgaa.00070.
func (b *bodies) ladder(ctx context.Context) ([]level, error) {
	levels := []level{{bodies: b}}
	for {
		top := &levels[len(levels)-1]
		into, count, err := top.above(ctx)
		if err != nil || into == nil {
			return levels, err
		}
		top.into = into
		above, err := top.gathered(ctx, into, count)
		if err != nil {
			return nil, err
		}
		levels = append(levels, level{bodies: above})
	}
}

// above returns what each body is part of on the next level, and how many there are; nil at the top.
func (b *bodies) above(ctx context.Context) (into []int32, count int, err error) {
	if len(b.at) > max(topBodies, perGroup*(b.groups-1)) {
		into, count, err = b.unite(ctx, shrink*b.meanMass())
		if err != nil || float64(count) <= worth*float64(len(b.at)) {
			return into, count, err
		}
	}
	if b.groups > 1 {
		return b.group, b.groups, nil
	}
	return nil, 0, nil
}

// gathered returns the bodies on the level above: as heavy as their parts together, pulled by the sum of the arcs
// between them. Where that makes one body of each group, they are of one group all.
func (b *bodies) gathered(ctx context.Context, into []int32, count int) (*bodies, error) {
	q := &bodies{
		at: make([]Point, count), mass: make([]float64, count), offsets: make([]int32, count+1),
		group: make([]int32, count), groups: 1, ground: b.ground, workers: b.workers,
	}
	if count > b.groups {
		q.groups = b.groups
	}
	first, parts := bucket(into, count)
	sum, touched := make([]float32, count), []int32(nil)
	err := each(ctx, count, 1, func(from, to int) {
		for c := from; c < to; c++ {
			touched = b.sumArcs(parts[first[c]:first[c+1]], into, sum, touched[:0])
			for _, u := range parts[first[c]:first[c+1]] {
				q.mass[c] += b.mass[u]
				if q.groups > 1 {
					q.group[c] = b.group[u]
				}
			}
			for _, d := range touched {
				if d != int32(c) {
					q.targets, q.pull = append(q.targets, d), append(q.pull, sum[d])
				}
				sum[d] = 0
			}
			q.offsets[c+1] = int32(len(q.targets))
		}
	})
	return q, err
}

// sumArcs adds the pulls of the arcs of the parts to the sum of what their targets are part of, and appends those that
// had none to touched.
func (b *bodies) sumArcs(parts, into []int32, sum []float32, touched []int32) []int32 {
	for _, u := range parts {
		for i := b.offsets[u]; i < b.offsets[u+1]; i++ {
			d := into[b.targets[i]]
			if sum[d] == 0 {
				touched = append(touched, d)
			}
			sum[d] += b.pull[i]
		}
	}
	return touched
}
