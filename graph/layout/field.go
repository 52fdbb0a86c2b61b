package layout

// field is the push of masses far from a cell, as a power series around the cell's middle. With places as complex
// numbers, a mass m at q pushes a mass of 1 at p with the conjugate of m/(p-q), which has such a series wherever p is
// nearer to the middle than q is; three terms of it are kept.
type field struct{ c0, c1, c2 complex128 }

// add adds the push of a cell whose middle is off from that of the field. The cell counts as its mass in its middle and,
// for the first two terms, by how its points are spread around it.
func (f *field) add(off Point, c *cell) {
	s := 1 / off.square()
	inverse := complex(off.X*s, -off.Y*s)
	m := complex(c.mass, 0) * inverse
	square := inverse * inverse
	f.c0 += m + c.spread*square*inverse
	f.c1 -= m*inverse + 3*c.spread*square*square
	f.c2 += m * square
}

// at returns the field as a series around another middle, which is off from the old one.
func (f field) at(off Point) field {
	z := complex(off.X, off.Y)
	return field{f.c0 + z*(f.c1+z*f.c2), f.c1 + 2*z*f.c2, f.c2}
}

// push returns the force on a mass of 1 at a place that is off from the middle.
func (f field) push(off Point) Point {
	z := complex(off.X, off.Y)
	v := f.c0 + z*(f.c1+z*f.c2)
	return Point{real(v), -imag(v)}
}

// theta is how large two cells may be together, as the sum of their radii by the distance of their middles, for one to
// be seen from the other as a whole. The push comes out within 1 % of that of all pairs.
const theta = 0.8

// blur keeps cells within half a length or so from counting as far: there the forces of points are soft, the field is not.
const blur = 32 * soft

// walk finds what pushes the points of a cell, from the cell down to its leaves: cells far from all of it go into its
// field, the others are looked at again from the smaller cells inside it. After Dehnen, A very fast and
// momentum-conserving tree code (2000), doi:10.1086/312724, but each cell looks for itself, so that cells can be walked
// at once.
type walk struct {
	tree  *quadtree
	force []Point // by point, added to
	open  []int32 // cells still to be looked at from the one in hand
	left  [][]int32
	near  []weight
	// stop, where it is not nil, is told of cells with a chunk of points or less instead of walking them.
	stop func(target int32, seen []int32, f field)
}

// visit walks the cell target, on the depth below the first one. seen has the cells that are not yet in the field.
func (w *walk) visit(target int32, seen []int32, f field, depth int) {
	t := &w.tree.cells[target]
	if w.stop != nil && t.to-t.from <= chunk {
		w.stop(target, seen, f)
		return
	}
	if depth == len(w.left) {
		w.left = append(w.left, nil)
	}
	w.left[depth] = w.look(t, seen, &f, w.left[depth][:0])
	if t.leaf {
		w.pushPoints(t, w.left[depth], f)
		return
	}
	for i := target + 1; i < t.next; i = w.tree.cells[i].next {
		w.visit(i, w.left[depth], f.at(w.tree.cells[i].middle.minus(t.middle)), depth+1)
	}
}

// look puts the cells that are far from t into its field, opens those that are larger, and appends the others to left.
func (w *walk) look(t *cell, seen []int32, f *field, left []int32) []int32 {
	w.open = append(w.open[:0], seen...)
	for len(w.open) > 0 {
		s := w.open[len(w.open)-1]
		w.open = w.open[:len(w.open)-1]
		c := &w.tree.cells[s]
		off, r := t.middle.minus(c.middle), t.radius+c.radius
		switch {
		case float64(r*r)+blur < theta*theta*off.square():
			f.add(off, c)
		case !c.leaf && (t.leaf || c.radius >= t.radius):
			for i := s + 1; i < c.next; i = w.tree.cells[i].next {
				w.open = append(w.open, i)
			}
		default:
			left = append(left, s)
		}
	}
	return left
}

// pushPoints adds to the force on each point of a leaf: the field, and the push of each point of the leaves near it.
func (w *walk) pushPoints(t *cell, leaves []int32, f field) {
	w.near = w.near[:0]
	for _, s := range leaves {
		c := &w.tree.cells[s]
		w.near = append(w.near, w.tree.points[c.from:c.to]...)
	}
	for i := t.from; i < t.to; i++ {
		p, u := w.tree.points[i], uint32(w.tree.keys[i])
		push := f.push(p.minus(t.middle)).plus(pushOf(w.near, p.Point))
		w.force[u] = w.force[u].plus(push.times(p.mass))
	}
}

// pushOf returns the force of the weights on a mass of 1 at p. What lies at p itself does not push.
func pushOf(near []weight, p Point) Point {
	f := Point{}
	for _, q := range near {
		x, y := p.X-q.X, p.Y-q.Y
		s := q.mass / (float64(x*x) + float64(y*y) + soft)
		f.X += float64(x * s)
		f.Y += float64(y * s)
	}
	return f
}

// soft is the square of the length below which forces fall off, so that none is without bound.
const soft = 0.01
