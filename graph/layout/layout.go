// Package layout places the nodes of a graph on a plane, so that nodes near each other belong together, groups of nodes
// are areas apart, and the drawing fills a rectangle. Force does it in five steps, a file or two each: the graph is made
// smaller level by level, up to its groups and beyond (ladder.go, unite.go); what is on top is placed (start.go), and
// level by level what it is made of settles around it under forces (settle.go, repel.go, field.go, quadtree.go,
// ground.go); the drawing is spread evenly over the rectangle (fill.go); groups draw together so that a white gap parts
// them (part.go); and discs that still overlap are pushed apart (overlap.go, grid.go). Renew starts from the places of an
// earlier version of the graph instead (enter.go), so that the map does not jump; quality.go measures the outcome.
//
// Beyond the graph, a layout needs some 160 bytes a node and 40 to 65 an edge, more where groups are linked at random.
package layout

// Point is a place on the plane; x grows to the right, y upwards.
type Point struct{ X, Y float64 }

func (p Point) plus(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

func (p Point) minus(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

func (p Point) times(f float64) Point { return Point{float64(p.X * f), float64(p.Y * f)} }

// square returns the squared length of p as a vector.
func (p Point) square() float64 { return float64(p.X*p.X) + float64(p.Y*p.Y) }
