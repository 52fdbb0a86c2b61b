package layout

import "math"

// ground is a rectangle around the origin, spread evenly with what attracts every mass as much as masses push each
// other: 1 of it on each unit of area. Where masses are as dense as the ground, corners included, they are at rest.
type ground struct {
	half  Point   // half the sides
	knots []Point // the pull at the corners of a lattice over the rectangle, row by row
}

// lattice is into how many cells the ground is cut along each axis. Between corners the pull is taken as changing in a
// straight line, which is off by less than 0.5 % of the largest pull.
const lattice = 64

// newGround returns the ground for a mass, in the shape of a rectangle of the size.
func newGround(mass int, size Point) *ground {
	tall := math.Sqrt(float64(mass) * size.Y / size.X)
	g := &ground{half: Point{float64(mass) / tall / 2, tall / 2}}
	for row := range lattice + 1 {
		for column := range lattice + 1 {
			at := Point{float64(column)*2/lattice - 1, float64(row)*2/lattice - 1}
			g.knots = append(g.knots, g.exact(Point{float64(at.X * g.half.X), float64(at.Y * g.half.Y)}))
		}
	}
	return g
}

// pull returns the force on a mass of 1 at p: inside the rectangle from the lattice, outside exactly.
func (g *ground) pull(p Point) Point {
	x, y := (p.X/g.half.X+1)*(lattice/2), (p.Y/g.half.Y+1)*(lattice/2)
	if !(x >= 0 && x < lattice && y >= 0 && y < lattice) { // so written, NaN is outside too
		return g.exact(p)
	}
	column, row := int(x), int(y)
	x, y = x-float64(column), y-float64(row)
	low := g.knots[row*(lattice+1)+column:]
	high := low[lattice+1:]
	below := low[0].times(1 - x).plus(low[1].times(x))
	above := high[0].times(1 - x).plus(high[1].times(x))
	return below.times(1 - y).plus(above.times(y))
}

// exact is the integral of (q−p)/|q−p|² over the places q of the rectangle, in closed form.
func (g *ground) exact(p Point) Point {
	return Point{
		X: -side(p.X, g.half.X, p.Y, g.half.Y),
		Y: -side(p.Y, g.half.Y, p.X, g.half.X),
	}
}

// side returns the part of the force along an axis, at place x of a rectangle that reaches to ±a on it, and at y to ±b
// on the other.
func side(x, a, y, b float64) float64 {
	return (edge(x+a, y+b) - edge(x+a, y-b) - edge(x-a, y+b) + edge(x-a, y-b)) / 2
}

// edge is the integral over t of ln(c² + t²), less −2t, which the four corners cancel.
func edge(c, t float64) float64 {
	if c == 0 && t == 0 {
		return 0
	}
	f := t * math.Log(c*c+t*t)
	if c != 0 {
		f += 2 * c * math.Atan(t/c)
	}
	return f
}
