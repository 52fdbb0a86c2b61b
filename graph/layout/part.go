package layout

import "math"

// part draws the members of each group towards its middle, to the share of their distance from it, so that a gap parts
// it from its neighbours. Small groups draw together more: all their members lie at the rim of their area.
func (b *bodies) part(share float64) {
	middle, size := middles(b.at, b.mass, b.group, b.groups), make([]float64, b.groups)
	for _, c := range b.group {
		size[c]++
	}
	for u, c := range b.group {
		near := share * math.Sqrt(size[c]/(size[c]+2))
		b.at[u] = middle[c].plus(b.at[u].minus(middle[c]).times(near))
	}
}
