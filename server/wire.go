package server

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"strings"

	"papergraph/graph/atlas"
	"papergraph/graph/layout"
	"papergraph/graph/papers"
	"papergraph/ingest"
)

// The block that GET /map.bin answers; all numbers little-endian:
//
//	 0        8        12       16       20       24         32
//	┌────────┬────────┬────────┬────────┬────────┬──────────┐
//	│PGMAP001│ u32 n  │ u32 m  │ u32 k  │ u32 t  │ u8[8] h  │  n papers, m links, k sections, t titles,
//	└────────┴────────┴────────┴────────┴────────┴──────────┘  h: the first bytes of the atlas hash
//	 32 + 24·i   +8        +12       +16            +24
//	┌───────────┬─────────┬─────────┬──────────────┐
//	│ name u8[8]│ u32 type│u32 count│ u64 offset   │  k times; the name is filled with zeros; type: 1 f32, 2 u32,
//	└───────────┴─────────┴─────────┴──────────────┘  3 u16, 4 u8, 5 i16; offset from the start, a multiple of 8
//	┌─────────────────────────────────────────────┐
//	│ sections, gaps filled with zeros            │
//	└─────────────────────────────────────────────┘
//
//	xy       f32  2n   x, y of each paper; y down; the middle is 0, 0 and the longer side of all is 1,000
//	off adj  u32  n+1  links once each: row u is adj[off[u]:off[u+1]], its neighbours v > u, ascending;
//	         u32  m    the place in adj is the link's number
//	weight   f32  m    strength, 0 to 1
//	flags    u16  m    1 in the backbone · 2 shares a method
//	comm     u16  n    place in the head's communities, 65535 for none
//	year     i16  n    0 for unknown
//	state    u8   n    1 no abstract
//	order    u32  n    paper numbers, most central first
//	s0 …     f32  n    scores, one section a column of the head
//	ids.off  u32  n+1  ids[ids.off[u]:ids.off[u+1]] is the id of u
//	ids      u8        UTF-8
//	ttl.off  u32  t+1  likewise, the title of order[i]
//	ttl      u8        UTF-8
const (
	wireMagic  = "PGMAP001"
	headerSize = 32
	entrySize  = 24
	maxTitles  = 20_000 // the others are asked for when they are about to be labelled
	mapSize    = 1000.0
	noPlace    = math.MaxUint16
)

// The types of sections.
const (
	wireF32 = iota + 1
	wireU32
	wireU16
	wireU8
	wireI16
)

// Bits of the section flags.
const (
	flagBackbone = 1 << iota
	flagMethod
)

// stateNoAbstract is a bit of the section state.
const stateNoAbstract = 1

// section is a named array of the block.
type section struct {
	name  string // at most 8 bytes
	kind  uint32
	count int
	data  []byte
}

// block returns what GET /map.bin answers. The error says that a table of texts would not fit into 32 bits. O(n + m) time,
// about 50 bytes a paper beside its texts and 10 a link.
func block(a *atlas.Atlas) ([]byte, error) {
	order := central(a)
	titles := min(len(order), maxTitles)
	sections := append(graphSections(a.Network), paperSections(a, order)...)
	for i, m := range a.Measures {
		sections = append(sections, floats(scoreSection(i), len(m.Scores), func(u int) float64 { return m.Scores[u] }))
	}
	for _, t := range [...]struct {
		name string
		n    int
		text func(i int) string
	}{
		{"ids", len(order), func(u int) string { return a.Corpus.Documents[u].ID }},
		{"ttl", titles, func(i int) string { return a.Corpus.Documents[order[i]].Title }},
	} {
		two, err := texts(t.name, t.n, t.text)
		if err != nil {
			return nil, err
		}
		sections = append(sections, two...)
	}
	hash, err := hashStart(a.Hash)
	if err != nil {
		return nil, err
	}
	return pour(header(len(order), a.Network.Links.Size(), len(sections), titles, hash), sections), nil
}

// scoreSection names the section of a column.
func scoreSection(column int) string { return fmt.Sprintf("s%d", column) }

func header(n, m, k, t int, hash [8]byte) []byte {
	b := append(make([]byte, 0, headerSize), wireMagic...)
	for _, v := range [...]int{n, m, k, t} {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	return append(b, hash[:]...)
}

// hashStart returns the first 8 bytes of a hash written as "sha256:…".
func hashStart(hash string) (start [8]byte, err error) {
	raw, err := hex.DecodeString(strings.TrimPrefix(hash, "sha256:"))
	if err == nil && len(raw) < len(start) {
		err = errors.New("too short")
	}
	if err != nil {
		return start, fmt.Errorf("server: atlas hash %q: %w", hash, err)
	}
	copy(start[:], raw)
	return start, nil
}

// pour joins header, table and sections.
func pour(header []byte, sections []section) []byte {
	at, end := uint64(headerSize+entrySize*len(sections)), uint64(0)
	b := header
	for _, s := range sections {
		at = aligned(at)
		var name [8]byte
		copy(name[:], s.name)
		b = append(b, name[:]...)
		b = binary.LittleEndian.AppendUint32(b, s.kind)
		b = binary.LittleEndian.AppendUint32(b, uint32(s.count))
		b = binary.LittleEndian.AppendUint64(b, at)
		at += uint64(len(s.data))
		end = at
	}
	out := append(make([]byte, 0, max(end, uint64(len(b)))), b...)
	for _, s := range sections {
		for uint64(len(out)) < aligned(uint64(len(out))) {
			out = append(out, 0)
		}
		out = append(out, s.data...)
	}
	return out
}

// aligned returns the next multiple of 8, so that a section can be seen as an array without a copy.
func aligned(at uint64) uint64 { return (at + 7) &^ 7 }

// graphSections returns the links, each once.
func graphSections(n *papers.Network) []section {
	g := n.Links
	off := make([]uint32, g.Order()+1)
	var adj, weight, flags []byte
	for i, e := range g.Edges() {
		off[e.U+1]++
		adj = binary.LittleEndian.AppendUint32(adj, uint32(e.V))
		weight = binary.LittleEndian.AppendUint32(weight, math.Float32bits(float32(e.Weight)))
		flags = binary.LittleEndian.AppendUint16(flags, linkFlags(n, i))
	}
	for u := range g.Order() {
		off[u+1] += off[u]
	}
	return []section{
		numbers("off", off), {"adj", wireU32, g.Size(), adj}, {"weight", wireF32, g.Size(), weight}, {"flags", wireU16, g.Size(), flags},
	}
}

func linkFlags(n *papers.Network, link int) uint16 {
	var f uint16
	if n.Backbone[link] {
		f |= flagBackbone
	}
	if n.ByMethod[link] {
		f |= flagMethod
	}
	return f
}

// paperSections returns what is told of each paper, scores and texts apart.
func paperSections(a *atlas.Atlas, order []uint32) []section {
	var comm, year, state []byte
	for u := range a.Corpus.Documents {
		d := &a.Corpus.Documents[u]
		comm = binary.LittleEndian.AppendUint16(comm, place(a.Community[u]))
		year = binary.LittleEndian.AppendUint16(year, uint16(wireYear(d.Year)))
		state = append(state, paperState(d))
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

func paperState(d *ingest.Document) byte {
	if d.Abstract == "" {
		return stateNoAbstract
	}
	return 0
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
