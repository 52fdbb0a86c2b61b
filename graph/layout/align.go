package layout

import "math"

// Unplaced is for a node that has no place yet.
func Unplaced() Point { return Point{math.NaN(), math.NaN()} }

// Placed reports whether p is a place.
func (p Point) Placed() bool { return !math.IsNaN(p.X) && !math.IsNaN(p.Y) }

// Align returns the points turned, mirrored, scaled and shifted, all alike, so that they come as near as can be, in the
// sum of squares, to those of the same number; both are as long. Only nodes with a place on both sides count; the others
// are moved along. Of two ways equally near it is the one without a mirror. Fewer than two such nodes are shifted only,
// and none leave all as it is. O(n) time. See Schönemann, A generalized solution of the orthogonal Procrustes problem
// (1966), doi:10.1007/BF02289451; on the plane it has a closed form.
func Align(points, to []Point) []Point {
	m := match(points, to)
	moved := make([]Point, len(points))
	for u, p := range points {
		moved[u] = m.apply(p)
	}
	return moved
}

// similarity turns, mirrors, scales and shifts points.
type similarity struct {
	from, to Point // a place and where it goes
	turn     Point // of a way from there, as a complex number: turned by its angle, as much longer as it is long
	mirror   bool  // at the x axis, before turning
}

// match returns the similarity that brings points nearest to the others.
func match(points, to []Point) similarity {
	m, count := similarity{turn: Point{X: 1}}, 0.0
	for u, p := range points {
		if p.Placed() && to[u].Placed() {
			m.from, m.to = m.from.plus(p), m.to.plus(to[u])
			count++
		}
	}
	if count == 0 {
		return m
	}
	m.from, m.to = m.from.times(1/count), m.to.times(1/count)
	plain, mirrored, size := Point{}, Point{}, 0.0
	for u, p := range points {
		if p.Placed() && to[u].Placed() {
			p, q := p.minus(m.from), to[u].minus(m.to)
			plain = plain.plus(Point{p.X, -p.Y}.turned(q))
			mirrored = mirrored.plus(p.turned(q))
			size += p.square()
		}
	}
	m.mirror = mirrored.square() > plain.square()
	if m.mirror {
		plain = mirrored
	}
	if size > 0 && plain.square() > 0 {
		m.turn = plain.times(1 / size)
	}
	return m
}

func (m similarity) apply(p Point) Point {
	p = p.minus(m.from)
	if m.mirror {
		p.Y = -p.Y
	}
	return p.turned(m.turn).plus(m.to)
}

// turned returns the product of two points as complex numbers.
func (p Point) turned(q Point) Point {
	return Point{float64(p.X*q.X) - float64(p.Y*q.Y), float64(p.X*q.Y) + float64(p.Y*q.X)}
}
