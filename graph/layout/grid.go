package layout

import (
	"math"
	"slices"
)

// grid has points sorted into square cells over a rectangle, each with a list of its points, so that a point that moves
// can be put into another. Points beyond the rectangle are in the cells at its rim. 12 bytes a point, 4 bytes a cell.
type grid struct {
	points        []Point
	low           Point
	perSide       float64 // cells by length
	columns, rows int
	first         []int32 // by cell, row after row: the point put into it last, -1 for none
	next, last    []int32 // by point: the ones put into its cell before and after it, -1 for none
	cell          []int32 // by point
}

// newGrid sorts the points into cells as wide as side at least, so that points nearer to each other than that are in
// the same or in neighbouring cells. There are no more than some four cells a point, however far apart points lie.
func newGrid(points []Point, side float64) *grid {
	low, high := bounds(points)
	extent := high.minus(low)
	most := 2 * math.Sqrt(float64(len(points)))
	side = max(side, extent.X/most, extent.Y/most)
	if side == 0 {
		side = 1
	}
	g := &grid{
		points: points, low: low, perSide: 1 / side, columns: int(extent.X/side) + 1, rows: int(extent.Y/side) + 1,
		next: nobody(len(points)), last: nobody(len(points)), cell: make([]int32, len(points)),
	}
	g.first = nobody(g.columns * g.rows)
	for u, p := range slices.Backward(points) { // so that lists are ascending at first
		g.put(int32(u), g.cellOf(p))
	}
	return g
}

func (g *grid) cellOf(p Point) int32 {
	x := min(max(int((p.X-g.low.X)*g.perSide), 0), g.columns-1)
	y := min(max(int((p.Y-g.low.Y)*g.perSide), 0), g.rows-1)
	return int32(y*g.columns + x)
}

func (g *grid) put(u, cell int32) {
	g.cell[u] = cell
	g.next[u], g.last[u] = g.first[cell], -1
	if v := g.next[u]; v >= 0 {
		g.last[v] = u
	}
	g.first[cell] = u
}

// moved puts a point into the cell where it now is.
func (g *grid) moved(u int32) {
	cell := g.cellOf(g.points[u])
	if cell == g.cell[u] {
		return
	}
	if g.last[u] >= 0 {
		g.next[g.last[u]] = g.next[u]
	} else {
		g.first[g.cell[u]] = g.next[u]
	}
	if g.next[u] >= 0 {
		g.last[g.next[u]] = g.last[u]
	}
	g.put(u, cell)
}

// around appends the points in the cell of u and in those around it to near, u among them.
func (g *grid) around(u int32, near []int32) []int32 {
	x, y := int(g.cell[u])%g.columns, int(g.cell[u])/g.columns
	for row := max(y-1, 0); row <= min(y+1, g.rows-1); row++ {
		for column := max(x-1, 0); column <= min(x+1, g.columns-1); column++ {
			for v := g.first[row*g.columns+column]; v >= 0; v = g.next[v] {
				near = append(near, v)
			}
		}
	}
	return near
}
