package layout

import "math"

// ground is a rectangle around the origin, spread evenly with what attracts every mass as much as masses push each
// other: 1 of it on each unit of area. Where masses are as dense as the ground, corners included, they are at rest.
type ground struct {
	half Point // half the sides
}

// pull returns the force on a mass of 1 at p: the integral of (q−p)/|q−p|² over the rectangle, in closed form.
func (g ground) pull(p Point) Point {
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
