package layout

// quadtree is masses on the plane, gathered into square cells: far cells push as one mass. Points are sorted along the
// Morton curve, so a cell is a run of points, and cells follow in the order of a walk from the root: the cells inside
// cell i are those after it, up to next. After Barnes and Hut, A hierarchical O(N log N) force-calculation algorithm
// (1986), doi:10.1038/324446a0.
type quadtree struct {
	order []int32   // the points along the curve
	at    []Point   // places in that order
	mass  []float64 // beside at
	keys  []uint32  // beside at: 16 bits of x and y by turns
	cells []cell
	spare []int32 // for sorting
	index []uint32
}

// cell is a square with at least one point.
type cell struct {
	middle   Point // centre of mass
	mass     float64
	side     float64
	from, to int32 // its points along the curve
	next     int32 // the first cell behind those inside this one
	leaf     bool
}

const (
	leafPoints = 4  // in a cell that is not split further
	mortonBits = 16 // of either axis: a step is 1/65,536 of the drawing, far less than a node
)

// build sorts the points and makes the cells. O(n) time for the sort, O(n log n) for the cells at worst.
func (t *quadtree) build(points []Point, mass []float64) {
	n := len(points)
	if len(t.order) != n {
		t.order, t.spare = make([]int32, n), make([]int32, n)
		t.at, t.mass = make([]Point, n), make([]float64, n)
		t.keys, t.index = make([]uint32, n), make([]uint32, n)
	}
	low, high := bounds(points)
	side := max(high.X-low.X, high.Y-low.Y)
	if side == 0 {
		side = 1
	}
	scale := (1<<mortonBits - 1) / side
	for u, p := range points {
		t.index[u] = spread(uint32((p.X-low.X)*scale)) | spread(uint32((p.Y-low.Y)*scale))<<1
		t.order[u] = int32(u)
	}
	t.sort()
	for i, u := range t.order {
		t.at[i], t.mass[i], t.keys[i] = points[u], mass[u], t.index[u]
	}
	t.cells = t.cells[:0]
	if n > 0 {
		t.split(0, int32(n), 2*mortonBits-2, side)
	}
}

// spread puts a zero before each of the 16 bits of v.
func spread(v uint32) uint32 {
	v = (v | v<<8) & 0x00ff00ff
	v = (v | v<<4) & 0x0f0f0f0f
	v = (v | v<<2) & 0x33333333
	return (v | v<<1) & 0x55555555
}

// sort orders the points by key, then number: four rounds of sorting by counting, a byte each.
func (t *quadtree) sort() {
	for shift := 0; shift < 32; shift += 8 {
		var from [257]int32
		for _, u := range t.order {
			from[(t.index[u]>>shift&0xff)+1]++
		}
		for b := range 256 {
			from[b+1] += from[b]
		}
		for _, u := range t.order {
			b := t.index[u] >> shift & 0xff
			t.spare[from[b]] = u
			from[b]++
		}
		t.order, t.spare = t.spare, t.order
	}
}

// split makes the cell of the points from to to-1, whose keys agree above the two bits at shift, and those inside it.
func (t *quadtree) split(from, to int32, shift int, side float64) {
	for to-from > leafPoints && shift >= 0 && t.keys[from]>>shift == t.keys[to-1]>>shift {
		shift, side = shift-2, side/2 // all in one quarter: the smaller cell says as much
	}
	own := len(t.cells)
	c := cell{from: from, to: to, side: side, leaf: to-from <= leafPoints || shift < 0}
	for i := from; i < to; i++ {
		c.middle = c.middle.plus(t.at[i].times(t.mass[i]))
		c.mass += t.mass[i]
	}
	c.middle = c.middle.times(1 / c.mass)
	t.cells = append(t.cells, c)
	if !c.leaf {
		for begin := from; begin < to; {
			end := begin + 1
			for end < to && t.keys[end]>>shift == t.keys[begin]>>shift {
				end++
			}
			t.split(begin, end, shift-2, side/2)
			begin = end
		}
	}
	t.cells[own].next = int32(len(t.cells))
}

// blockPoints is how many neighbouring points share one walk through the tree.
const blockPoints = 16

// masses is what pushes the points of a block: far cells and near points alike.
type masses struct {
	at   []Point
	mass []float64
}

// near fills m with what pushes the points from to to-1. A cell is far when its side is below theta times the distance
// from its middle to the box around the block, so no point of the block sees it wider than theta allows.
func (t *quadtree) near(m *masses, from, to int, theta float64) {
	m.at, m.mass = m.at[:0], m.mass[:0]
	low, high := bounds(t.at[from:to])
	for i := int32(0); i < int32(len(t.cells)); {
		c := &t.cells[i]
		away := Point{
			max(low.X-c.middle.X, 0, c.middle.X-high.X),
			max(low.Y-c.middle.Y, 0, c.middle.Y-high.Y),
		}
		switch {
		case float64(c.side*c.side) < float64(theta*theta)*away.square():
			m.at, m.mass = append(m.at, c.middle), append(m.mass, c.mass)
			i = c.next
		case c.leaf:
			m.at, m.mass = append(m.at, t.at[c.from:c.to]...), append(m.mass, t.mass[c.from:c.to]...)
			i = c.next
		default:
			i++
		}
	}
}

// push returns the force of the masses on a mass of 1 at p. What lies at p itself does not push.
func (m *masses) push(p Point) Point {
	f := Point{}
	for i, q := range m.at {
		x, y := p.X-q.X, p.Y-q.Y
		s := m.mass[i] / (float64(x*x) + float64(y*y) + soft)
		f.X += float64(x * s)
		f.Y += float64(y * s)
	}
	return f
}
