package layout

import "math"

// part draws the members of each group towards its middle, so that a gap parts it from its neighbours.
func (b *bodies) part() { b.draw(func(near float64) float64 { return near }) }

// join undoes part.
func (b *bodies) join() { b.draw(func(near float64) float64 { return 1 / near }) }

// draw moves the members of each group to a share of their distance from its middle, made from the share that a parted
// group keeps. Small groups draw together more: all their members lie at the rim of their area.
func (b *bodies) draw(share func(near float64) float64) {
	if b.groups == 1 {
		return
	}
	middle, size := middles(b.at, b.mass, b.group, b.groups), make([]float64, b.groups)
	for _, c := range b.group {
		size[c]++
	}
	for u, c := range b.group {
		near := share(parted * math.Sqrt(size[c]/(size[c]+2)))
		b.at[u] = middle[c].plus(b.at[u].minus(middle[c]).times(near))
	}
}
