package server

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"papergraph/graph/atlas"
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
//	flags    u16  m    1 in the backbone · 2 shares a method · 64 one builds on the other: 128 u on v · 256 v on u; such a
//	                   pair is here even where the map has no link, and then only these three can be set · shares 512 a
//	                   data set · 1024 a metric · 2048 a task · 4096 a concept; a link of the map shares one of the five
//	comm     u16  n    place in the head's communities, 65535 for none
//	year     i16  n    0 for unknown
//	state    u8   n    1 no abstract · 4 same work as another
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
)

// The types of sections.
const (
	wireF32 = iota + 1
	wireU32
	wireU16
	wireU8
	wireI16
)

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
	sections, links := graphSections(a.Network)
	sections = append(sections, paperSections(a, order)...)
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
	return pour(header(len(order), links, len(sections), titles, hash), sections), nil
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
