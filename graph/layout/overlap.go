package layout

import (
	"context"
	"math"
)

// pushes bounds the rounds of pushing. Discs that cover half of the rectangle need some thirty.
const pushes = 300

// pushApart moves points until no two discs, of the radii and with a gap between their rims, overlap, inside the
// rectangle of the size. Each pair shares the way by halves. What is left after the last round is stretched away: then
// every distance grows in proportion, over the sides of the rectangle too. A round takes O(n) time where few overlap.
func pushApart(ctx context.Context, points []Point, radius []float64, gap float64, size Point) error {
	for range pushes {
		if err := ctx.Err(); err != nil {
			return err
		}
		moved := keepInside(points, radius, size)
		eachClose(points, radius, gap, func(u, v int32) {
			moved = push(points, u, v, radius[u]+radius[v]+gap) || moved
		})
		if !moved {
			return nil
		}
	}
	stretch := 1.0
	eachClose(points, radius, gap, func(u, v int32) {
		if d := distance(points[u], points[v]); d > 0 {
			stretch = max(stretch, (radius[u]+radius[v]+gap)/d)
		}
	})
	for u := range points {
		points[u] = points[u].times(stretch)
	}
	return nil
}

// keepInside moves points so that their discs lie in the rectangle, and reports whether any had to. A disc wider than
// the rectangle goes to the middle.
func keepInside(points []Point, radius []float64, size Point) bool {
	moved := false
	for u, p := range points {
		x, y := max(0, size.X/2-radius[u]), max(0, size.Y/2-radius[u])
		points[u] = Point{min(max(p.X, -x), x), min(max(p.Y, -y), y)}
		moved = moved || points[u] != p
	}
	return moved
}

// push moves two points apart to the distance reach and reports whether they were nearer. A little more than needed,
// so that rounding does not bring them back; two points on one spot part in a direction taken from their numbers.
func push(points []Point, u, v int32, reach float64) bool {
	const more = 1.001
	along := points[v].minus(points[u])
	d := math.Sqrt(along.square())
	if d >= reach {
		return false
	}
	if d < reach*1e-6 {
		turn := goldenAngle * float64(u+v)
		d = reach * 1e-6
		along = Point{math.Cos(turn), math.Sin(turn)}.times(d)
	}
	step := along.times((reach*more - d) / d / 2)
	points[u], points[v] = points[u].minus(step), points[v].plus(step)
	return true
}

func distance(p, q Point) float64 { return math.Sqrt(q.minus(p).square()) }

// eachClose calls do for every pair of points that may be nearer than the sum of their radii and the gap, always in the
// same order. do may move the two: a pair that comes close by that is found in the next round. Points are sorted into
// square cells as wide as the widest reach, and pairs are those of a cell and of its neighbours.
func eachClose(points []Point, radius []float64, gap float64, do func(u, v int32)) {
	if len(points) == 0 {
		return
	}
	widest := 0.0
	for _, r := range radius {
		widest = max(widest, r)
	}
	g := newCells(points, 2*widest+gap)
	for y := range g.rows {
		for x := range g.columns {
			g.pairs(x, y, do)
		}
	}
}

// cells is points sorted by counting into square cells.
type cells struct {
	columns, rows int
	first         []int32 // by cell, row after row: where its points begin in points
	points        []int32
}

func newCells(points []Point, side float64) *cells {
	low, high := bounds(points)
	extent := high.minus(low)
	most := math.Sqrt(float64(len(points))) * 2 // no more than some four cells a point, however far apart they lie
	side = max(side, extent.X/most, extent.Y/most)
	if side == 0 {
		side = 1
	}
	g := &cells{columns: int(extent.X/side) + 1, rows: int(extent.Y/side) + 1}
	place := make([]int32, len(points))
	for u, p := range points {
		place[u] = int32(int((p.Y-low.Y)/side)*g.columns + int((p.X-low.X)/side))
	}
	g.first, g.points = bucket(place, g.columns*g.rows)
	return g
}

// pairs calls do for the pairs inside cell (x, y), and for those with the four cells that follow it among its
// neighbours.
func (g *cells) pairs(x, y int, do func(u, v int32)) {
	own := g.at(x, y)
	for i, u := range own {
		for _, v := range own[i+1:] {
			do(u, v)
		}
	}
	for _, step := range [4][2]int{{1, 0}, {-1, 1}, {0, 1}, {1, 1}} {
		for _, u := range own {
			for _, v := range g.at(x+step[0], y+step[1]) {
				do(u, v)
			}
		}
	}
}

func (g *cells) at(x, y int) []int32 {
	if x < 0 || y < 0 || x >= g.columns || y >= g.rows {
		return nil
	}
	cell := y*g.columns + x
	return g.points[g.first[cell]:g.first[cell+1]]
}

// bucket sorts numbers by their place, by counting: sorted[first[p]:first[p+1]] are those at p in ascending order.
func bucket(place []int32, count int) (first, sorted []int32) {
	first, sorted = make([]int32, count+2), make([]int32, len(place))
	for _, p := range place {
		first[p+2]++
	}
	for p := range count {
		first[p+2] += first[p+1]
	}
	for u, p := range place {
		sorted[first[p+1]] = int32(u)
		first[p+1]++
	}
	return first[:count+1], sorted
}
