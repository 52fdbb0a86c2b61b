package layout

// part draws the members of each group towards its middle, to the share of their distance from it, so that a gap parts
// it from its neighbours. A group of one stays where it is.
func (b *bodies) part(share float64) {
	middle := middles(b.at, b.mass, b.group, b.groups)
	for u, c := range b.group {
		b.at[u] = middle[c].plus(b.at[u].minus(middle[c]).times(share))
	}
}
