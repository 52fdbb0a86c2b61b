package answer

// Common returns the terms so common that they link nothing, most papers first, plain words left out.
func (g *Guide) Common() []Common {
	out := []Common{}
	for _, c := range g.a.Network.Common {
		if g.shown(c.Term) {
			t := &g.a.Vocabulary.Terms[c.Term]
			out = append(out, Common{Key: t.Key, Label: t.Label, Papers: c.Papers, Links: c.Links})
		}
	}
	return out
}
