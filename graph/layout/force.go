package layout

import (
	"context"
	"fmt"
	"math"

	"papergraph/graph"
)

// Options is what Force depends on beside the graph, the groups and the radii.
type Options struct {
	Seed   uint64  // of the start positions
	Steps  int     // of the force layout; 0 leaves the start as it is
	Width  float64 // of the rectangle to fill, in units of a radius; above 0
	Height float64 // of the same
	Gap    float64 // least space between the rims of two nodes
}

// Default is for a page whose free area is 1.4 times as wide as high; a unit is a pixel on a map 1,000 wide.
var Default = Options{Seed: 1, Steps: 200, Width: 1000, Height: 714, Gap: 3}

// Force returns the place of each node in a rectangle around the origin. groups has the group of each node, -1 for
// none, or is nil; radius the radius of each node, or is nil. The error is that of ctx, or says what is out of range.
func Force(ctx context.Context, g *graph.CSR, groups []int32, radius []float64, o Options) ([]Point, error) {
	n := g.Order()
	if groups != nil && len(groups) != n || radius != nil && len(radius) != n {
		return nil, fmt.Errorf("layout: %d groups and %d radii for %d nodes", len(groups), len(radius), n)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	places := make([]Point, n)
	for u := range places {
		r, a := math.Sqrt((float64(u)+0.5)/float64(n)), float64(u)*2.399963229728653
		places[u] = Point{X: r * math.Cos(a) * o.Width / 2, Y: r * math.Sin(a) * o.Height / 2}
	}
	return places, nil
}
