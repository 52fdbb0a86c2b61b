package server

import (
	"encoding/binary"
	"fmt"
	"math"

	"papergraph/graph/atlas"
	"papergraph/graph/layout"
	"papergraph/graph/papers"
	"papergraph/ingest"
)

// Bits of the section flags.
const (
	flagBackbone = 1 << iota
	flagMethod
	flagBuildsOn = 64  // one of the two builds on the other
	flagForth    = 128 // u on v
	flagBack     = 256 // v on u
)

// Bits of the section state.
const (
	stateNoAbstract = 1
	stateSameWork   = 4 // as another paper of the map
)

// mapSize is the longer side of all positions in px, and noPlace stands for no community.
const (
	mapSize = 1000.0
	noPlace = math.MaxUint16
)

// graphSections returns the links, each once, and how many there are.
func graphSections(n *papers.Network) (sections []section, links int) {
	off := make([]uint32, n.Links.Order()+1)
	var adj, weight, flags []byte
	for l := range wireLinks(n) {
		links++
		off[l.u+1]++
		adj = binary.LittleEndian.AppendUint32(adj, uint32(l.v))
		weight = binary.LittleEndian.AppendUint32(weight, math.Float32bits(float32(l.weight)))
		flags = binary.LittleEndian.AppendUint16(flags, l.flags)
	}
	for u := range n.Links.Order() {
		off[u+1] += off[u]
	}
	return []section{
		numbers("off", off), {"adj", wireU32, links, adj}, {"weight", wireF32, links, weight}, {"flags", wireU16, links, flags},
	}, links
}

func linkFlags(n *papers.Network, link int) uint16 {
	var f uint16
	if n.Backbone[link] {
		f |= flagBackbone
	}
	return f | flagsOfKinds(n.Kinds[link])
}

// paperSections returns what is told of each paper, scores and texts apart.
func paperSections(a *atlas.Atlas, order []uint32) []section {
	var comm, year, state []byte
	for u := range a.Corpus.Documents {
		d := &a.Corpus.Documents[u]
		comm = binary.LittleEndian.AppendUint16(comm, place(a.Community[u]))
		year = binary.LittleEndian.AppendUint16(year, uint16(wireYear(d.Year)))
		state = append(state, paperState(d, a.Network.HasVersion(u)))
	}
	n, at := len(order), fit(a.Positions)
	return []section{
		floats("xy", 2*n, func(i int) float64 { return at[i] }),
		{"comm", wireU16, n, comm},
		{"year", wireI16, n, year},
		{"state", wireU8, n, state},
		numbers("order", order),
	}
}

// place returns the number of a community on the wire; one beyond what 16 bits can say is shown as none.
func place(community int32) uint16 {
	if community < 0 || community >= noPlace {
		return noPlace
	}
	return uint16(community)
}

// wireYear returns the year, or 0 for one that 16 bits cannot say.
func wireYear(year int) int16 {
	if year < math.MinInt16 || year > math.MaxInt16 {
		return 0
	}
	return int16(year)
}

func paperState(d *ingest.Document, sameWork bool) byte {
	var s byte
	if d.Abstract == "" {
		s |= stateNoAbstract
	}
	if sameWork {
		s |= stateSameWork
	}
	return s
}

// fit returns x and y of each point in turn, y down, moved and scaled so that the middle of all is 0, 0 and their longer
// side is mapSize.
func fit(points []layout.Point) []float64 {
	low, high := layout.Point{X: math.Inf(1), Y: math.Inf(1)}, layout.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, p := range points {
		low = layout.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
		high = layout.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
	}
	scale := 1.0
	if side := max(high.X-low.X, high.Y-low.Y); side > 0 {
		scale = mapSize / side
	}
	middle := layout.Point{X: (low.X + high.X) / 2, Y: (low.Y + high.Y) / 2}
	xy := make([]float64, 0, 2*len(points))
	for _, p := range points {
		xy = append(xy, (p.X-middle.X)*scale, (middle.Y-p.Y)*scale)
	}
	return xy
}

func floats(name string, n int, at func(i int) float64) section {
	data := make([]byte, 0, 4*n)
	for i := range n {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(float32(at(i))))
	}
	return section{name, wireF32, n, data}
}

func numbers(name string, values []uint32) section {
	data := make([]byte, 0, 4*len(values))
	for _, v := range values {
		data = binary.LittleEndian.AppendUint32(data, v)
	}
	return section{name, wireU32, len(values), data}
}

// texts returns two sections: where each text begins, and all of them.
func texts(name string, n int, at func(i int) string) ([]section, error) {
	off, data := make([]uint32, 1, n+1), []byte(nil)
	for i := range n {
		data = append(data, at(i)...)
		if uint64(len(data)) > math.MaxUint32 {
			return nil, fmt.Errorf("server: the texts of section %s are longer than 4 GiB", name)
		}
		off = append(off, uint32(len(data)))
	}
	return []section{numbers(name+".off", off), {name, wireU8, len(data), data}}, nil
}
