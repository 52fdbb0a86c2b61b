package atlas

// Radii are those of the discs on the map.
func (a *Atlas) Radii() []float64 { return a.radii() }
