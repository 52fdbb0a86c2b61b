package answer

import "papergraph/graph/atlas"

// Common returns the terms so common that they link nothing, most papers first, plain words left out.
func (g *Guide) Common() []Common {
	g.a.Need(atlas.Links)
	out := []Common{}
	for _, c := range g.a.Network.Common {
		if g.shown(c.Term) {
			t := &g.a.Vocabulary.Terms[c.Term]
			out = append(out, Common{Key: t.Key, Label: t.Label, Papers: c.Papers, Links: c.Links})
		}
	}
	return out
}
