// Package layout places the nodes of a graph on a plane.
package layout

// Point is a place on the plane; x grows to the right, y upwards.
type Point struct{ X, Y float64 }
