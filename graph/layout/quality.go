package layout

import (
	"cmp"
	"math"
	"slices"
)

// OwnNear returns the share of the k nodes nearest to a node that are of its own group, averaged over the members of
// the largest groups. Groups below 0 are none and never count as own. It is 0 where no such group has a member.
// O(members · n) time.
func OwnNear(points []Point, groups []int32, k, largest int) float64 {
	wanted := largestGroups(groups, largest)
	own, all := 0, 0
	type near struct {
		square float64
		node   int
	}
	row := make([]near, 0, len(points))
	for u, c := range groups {
		if c < 0 || !wanted[c] {
			continue
		}
		row = row[:0]
		for v := range points {
			if v != u {
				row = append(row, near{points[v].minus(points[u]).square(), v})
			}
		}
		slices.SortFunc(row, func(a, b near) int {
			return cmp.Or(cmp.Compare(a.square, b.square), cmp.Compare(a.node, b.node))
		})
		for _, x := range row[:min(k, len(row))] {
			all++
			if groups[x.node] == c {
				own++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(own) / float64(all)
}

// largestGroups marks the groups with most members; of equal ones those with the smaller number.
func largestGroups(groups []int32, count int) []bool {
	var size []int
	for _, c := range groups {
		for int(c) >= len(size) {
			size = append(size, 0)
		}
		if c >= 0 {
			size[c]++
		}
	}
	order := make([]int, len(size))
	for c := range order {
		order[c] = c
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(size[b], size[a]) })
	wanted := make([]bool, len(size))
	for _, c := range order[:min(count, len(order))] {
		wanted[c] = true
	}
	return wanted
}

// HullFill returns the area of the convex hull of the points as a share of the smallest rectangle around them that is
// aspect times as wide as high and has its sides along the axes: what of a window is used when the map is fitted into
// it. It is 0 for fewer than three points. O(n log n) time.
func HullFill(points []Point, aspect float64) float64 {
	if len(points) < 3 {
		return 0
	}
	low, high := bounds(points)
	height := max(high.Y-low.Y, (high.X-low.X)/aspect)
	if height == 0 {
		return 0
	}
	return area(hull(points)) / (height * height * aspect)
}

// bounds returns the corners of the smallest rectangle around the points, of which there is at least one.
func bounds(points []Point) (low, high Point) {
	low, high = points[0], points[0]
	for _, p := range points {
		low = Point{min(low.X, p.X), min(low.Y, p.Y)}
		high = Point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	return low, high
}

// placedBounds returns the corners of the smallest rectangle around the points that have a place, of which there is at
// least one.
func placedBounds(points []Point) (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, p := range points {
		if p.Placed() {
			low, high = Point{min(low.X, p.X), min(low.Y, p.Y)}, Point{max(high.X, p.X), max(high.Y, p.Y)}
		}
	}
	return low, high
}

// hull returns the corners of the convex hull, anticlockwise, by Andrew's monotone chain (1979),
// doi:10.1016/0020-0190(79)90072-3.
func hull(points []Point) []Point {
	sorted := slices.Clone(points)
	slices.SortFunc(sorted, func(a, b Point) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	lower := chain(sorted)
	slices.Reverse(sorted)
	upper := chain(sorted)
	return append(lower[:len(lower)-1], upper[:len(upper)-1]...)
}

// chain returns the part of the hull to the right of the way from the first of the sorted points to the last.
func chain(sorted []Point) []Point {
	var c []Point
	for _, p := range sorted {
		for len(c) >= 2 && cross(c[len(c)-2], c[len(c)-1], p) <= 0 {
			c = c[:len(c)-1]
		}
		c = append(c, p)
	}
	return c
}

// cross is above 0 where the way from a over b to c turns left.
func cross(a, b, c Point) float64 {
	return float64((b.X-a.X)*(c.Y-a.Y)) - float64((b.Y-a.Y)*(c.X-a.X))
}

// area returns that of a polygon with its corners in anticlockwise order.
func area(corners []Point) float64 {
	sum := 0.0
	for i, p := range corners {
		q := corners[(i+1)%len(corners)]
		sum += float64(p.X*q.Y) - float64(q.X*p.Y)
	}
	return sum / 2
}

// Moved returns the mean way of the nodes that have a place in both drawings from the one to the other, as a share of the
// diagonal of the smallest rectangle around before. It is 0 where there are none, or before is one spot. O(n) time.
func Moved(before, after []Point) float64 {
	sum, count := 0.0, 0.0
	for u, p := range before {
		if p.Placed() && after[u].Placed() {
			sum += distance(p, after[u])
			count++
		}
	}
	low, high := placedBounds(before)
	if count == 0 || low == high {
		return 0
	}
	return sum / count / distance(low, high)
}

// Overlaps returns the number of pairs of nodes whose discs, of the radii, share more than a rim. O(n) time where few
// overlap.
func Overlaps(points []Point, radius []float64) int {
	if len(points) == 0 {
		return 0
	}
	d, count := discs{radius: radius}, 0
	d.grid = newGrid(points, d.widest())
	d.eachClose(func(u, v int32, far float64) {
		if far < (radius[u]+radius[v])*(1-1e-9) {
			count++
		}
	})
	return count
}
