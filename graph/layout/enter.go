package layout

import "math"

// onGround returns the places brought to the ground: the rectangle around them becomes that of the ground. The stretch
// of one axis is at most half as much again as that of both together, so points in a line stay one.
func onGround(places []Point, g *ground) []Point {
	low, high := placedBounds(places)
	sides, middle := high.minus(low), low.plus(high).times(0.5)
	both := math.Sqrt(4 * g.half.X * g.half.Y / max(float64(sides.X*sides.Y), float64(sides.X*sides.X)/9, float64(sides.Y*sides.Y)/9))
	scale := func(size, side float64) float64 {
		return min(max(size/side, both/1.5), both*1.5) // a side of 0 is an endless stretch, so bounded
	}
	x, y := scale(2*g.half.X, sides.X), scale(2*g.half.Y, sides.Y)
	at := make([]Point, len(places))
	for u, p := range places {
		p = p.minus(middle)
		at[u] = Point{float64(p.X * x), float64(p.Y * y)}
	}
	return at
}

// enter gives the bodies without a place one: the mean of their placed neighbours, each as heavy as it pulls, plus a
// small way that differs from body to body. Those without such neighbours wait until these have entered. Parts of the
// graph in which nobody has a place are spread over the ground. O(n + arcs) time.
func (b *bodies) enter() {
	var placed []int32
	for u, p := range b.at {
		if p.Placed() {
			placed = append(placed, int32(u))
		}
	}
	called := make([]bool, len(b.at))
	b.callIn(placed, called)
	spots := 0
	for u, p := range b.at {
		if !p.Placed() {
			b.at[u] = b.spot(spots)
			spots++
			b.callIn([]int32{int32(u)}, called)
		}
	}
}

// callIn places the neighbours of the hosts, then theirs, and so on. called marks whoever is placed so.
func (b *bodies) callIn(hosts []int32, called []bool) {
	for len(hosts) > 0 {
		var guests []int32
		for _, u := range hosts {
			for _, v := range b.targets[b.offsets[u]:b.offsets[u+1]] {
				if !called[v] && !b.at[v].Placed() {
					guests, called[v] = append(guests, v), true
				}
			}
		}
		places := make([]Point, len(guests))
		for i, u := range guests {
			places[i] = b.among(u)
		}
		for i, u := range guests {
			b.at[u] = places[i]
		}
		hosts = guests
	}
}

// among returns the weighted mean of the places of the neighbours of u, of which one at least has a place, a little off.
// Where some are of its own group, those alone count.
func (b *bodies) among(u int32) Point {
	var sum, ownSum Point
	var heavy, ownHeavy float64
	for i := b.offsets[u]; i < b.offsets[u+1]; i++ {
		v, pull := b.targets[i], float64(b.pull[i])
		if p := b.at[v]; p.Placed() {
			sum, heavy = sum.plus(p.times(pull)), heavy+pull
			if b.group[v] == b.group[u] {
				ownSum, ownHeavy = ownSum.plus(p.times(pull)), ownHeavy+pull
			}
		}
	}
	if ownHeavy > 0 {
		sum, heavy = ownSum, ownHeavy
	}
	sin, cos := math.Sincos(goldenAngle * float64(u))
	return sum.times(1 / heavy).plus(Point{cos, sin}.times(0.5))
}

// spot returns the i-th of places that are spread over the ground, however many are asked for.
func (b *bodies) spot(i int) Point {
	const across, up = 0.7548776662466927, 0.5698402909980532 // of the sequence R2: no two spots of a few are near
	x, y := math.Mod(0.5+float64(i)*across, 1), math.Mod(0.5+float64(i)*up, 1)
	return Point{(2*x - 1) * b.ground.half.X, (2*y - 1) * b.ground.half.Y}
}
