package server

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"papergraph/graph"
	"papergraph/graph/atlas"
	"papergraph/graph/layout"
	"papergraph/graph/papers"
	"papergraph/ingest"
)

// wire is a block taken apart by a reader of its own, which knows no more than the drawing in wire.go.
type wire struct {
	n, m, t  int
	hash     [8]byte
	sections map[string]part
}

type part struct {
	kind, count uint32
	data        []byte
}

// sizes is the bytes an item of each type has.
var sizes = map[uint32]int{1: 4, 2: 4, 3: 2, 4: 1, 5: 2}

// parseWire takes a block apart, and refuses one that is not as drawn.
func parseWire(b []byte) (*wire, error) {
	if len(b) < 32 || string(b[:8]) != "PGMAP001" {
		return nil, errors.New("no header")
	}
	le := binary.LittleEndian
	w := &wire{n: int(le.Uint32(b[8:])), m: int(le.Uint32(b[12:])), t: int(le.Uint32(b[20:])), sections: map[string]part{}}
	copy(w.hash[:], b[24:])
	k := int(le.Uint32(b[16:]))
	if k > (len(b)-32)/24 {
		return nil, fmt.Errorf("%d sections do not fit", k)
	}
	for i := range k {
		e := b[32+24*i:]
		name := strings.TrimRight(string(e[:8]), "\x00")
		p := part{kind: le.Uint32(e[8:]), count: le.Uint32(e[12:])}
		from, size := le.Uint64(e[16:]), uint64(sizes[p.kind])*uint64(p.count)
		if sizes[p.kind] == 0 || from%8 != 0 || from > uint64(len(b)) || size > uint64(len(b))-from {
			return nil, fmt.Errorf("section %q lies badly", name)
		}
		p.data = b[from : from+size]
		w.sections[name] = p
	}
	return w, nil
}

func (w *wire) u32(name string, i int) uint32 {
	return binary.LittleEndian.Uint32(w.sections[name].data[4*i:])
}

func (w *wire) u16(name string, i int) uint16 {
	return binary.LittleEndian.Uint16(w.sections[name].data[2*i:])
}

func (w *wire) f32(name string, i int) float32 { return math.Float32frombits(w.u32(name, i)) }

func (w *wire) text(name string, i int) string {
	return string(w.sections[name].data[w.u32(name+".off", i):w.u32(name+".off", i+1)])
}

func TestBlockOfTheTinyMap(t *testing.T) {
	a, err := tiny()
	if err != nil {
		t.Fatal(err)
	}
	b, err := block(a)
	if err != nil {
		t.Fatal(err)
	}
	w, err := parseWire(b)
	if err != nil {
		t.Fatal(err)
	}
	checkWire(t, a, w)
	counts := map[string]int{}
	for name, p := range w.sections {
		counts[name] = int(p.count)
	}
	want := map[string]int{
		"xy": 16, "off": 9, "adj": w.m, "weight": w.m, "flags": w.m, "comm": 8, "year": 8, "state": 8, "order": 8,
		"s0": 8, "s1": 8, "s2": 8, "s3": 8, "s4": 8, "s5": 8, "s6": 8, "s7": 8, "ids.off": 9, "ids": 60, "ttl.off": 9, "ttl": 277,
	}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

// checkWire holds a block against its atlas.
func checkWire(t interface{ Errorf(string, ...any) }, a *atlas.Atlas, w *wire) {
	if w.n != len(a.Corpus.Documents) || w.m != len(slices.Collect(wireLinks(a.Network))) || w.t != min(w.n, maxTitles) {
		t.Errorf("header says %d papers, %d links, %d titles", w.n, w.m, w.t)
	}
	if want := a.Hash[len("sha256:"):][:16]; fmt.Sprintf("%x", w.hash) != want {
		t.Errorf("hash %x, want %s", w.hash, want)
	}
	for u := range a.Corpus.Documents {
		d := &a.Corpus.Documents[u]
		if got := w.text("ids", u); got != d.ID {
			t.Errorf("id %q, want %q", got, d.ID)
		}
		if got := int16(w.u16("year", u)); got != wireYear(d.Year) {
			t.Errorf("year %d, want %d", got, d.Year)
		}
		if got, want := int32(w.u16("comm", u)), a.Community[u]; got != want && (want >= 0 || got != 65535) {
			t.Errorf("community %d, want %d", got, want)
		}
		if got, want := w.sections["state"].data[u]&1 == 1, d.Abstract == ""; got != want {
			t.Errorf("paper %d: no abstract %t, want %t", u, got, want)
		}
		if got, want := w.sections["state"].data[u]&4 == 4, a.Network.HasVersion(u); got != want {
			t.Errorf("paper %d: same work as another %t, want %t", u, got, want)
		}
		for i, m := range a.Measures {
			if got := w.f32(fmt.Sprintf("s%d", i), u); got != float32(m.Scores[u]) {
				t.Errorf("%s of %d: %g, want %g", m.Name, u, got, m.Scores[u])
			}
		}
	}
	for i := range w.t {
		if got, want := w.text("ttl", i), a.Corpus.Documents[w.u32("order", i)].Title; got != want {
			t.Errorf("title %q, want %q", got, want)
		}
	}
	checkLinks(t, a, w)
}

// checkLinks holds the links of a block against those of its atlas.
func checkLinks(t interface{ Errorf(string, ...any) }, a *atlas.Atlas, w *wire) {
	row, number, built := 0, 0, 0
	for i := range w.m {
		for row < w.n && int(w.u32("off", row+1)) <= i {
			row++
		}
		u, v, f := row, int(w.u32("adj", i)), w.u16("flags", i)
		weight, linked := a.Network.Links.Weight(u, v)
		if linked {
			if f&1 == 1 != a.Network.Backbone[number] || !sameKinds(f, a.Network.Kinds[number]) || w.f32("weight", i) != float32(weight) {
				t.Errorf("link %d of %d and %d has flags %d, weight %g", i, u, v, f, w.f32("weight", i))
			}
			number++
		}
		forth, back := buildsOn(a.Network, u, v), buildsOn(a.Network, v, u)
		if f&64 != 0 != (forth || back) || f&128 != 0 != forth || f&256 != 0 != back || !linked && f&64 == 0 {
			t.Errorf("link %d of %d and %d has flags %d; one builds on the other %t, %t", i, u, v, f, forth, back)
		}
		if forth || back {
			built++
		}
	}
	if number != a.Network.Links.Size() || built != len(builtPairs(a.Network)) {
		t.Errorf("%d links of the map and %d built on, want %d and %d", number, built, a.Network.Links.Size(), len(builtPairs(a.Network)))
	}
}

// sameKinds says whether the bits of a link's flags tell the kinds of terms that its papers share.
func sameKinds(flags uint16, k papers.Kinds) bool {
	bits := map[ingest.Kind]uint16{ingest.Method: 2, ingest.Dataset: 512, ingest.Metric: 1024, ingest.Task: 2048, ingest.Concept: 4096}
	for kind, bit := range bits {
		if k.Has(kind) != (flags&bit != 0) {
			return false
		}
	}
	return true
}

func buildsOn(n *papers.Network, u, v int) bool {
	return slices.ContainsFunc(n.BuildsOn, func(l papers.Lineage) bool { return int(l.From) == u && int(l.To) == v })
}

// TestBlockHoldsLineageWithoutLinks has a map without a link of its own, on which one paper builds on another.
func TestBlockHoldsLineageWithoutLinks(t *testing.T) {
	a := rebuilt(t, atlas.Settings{Seed: 1, Neighbours: 10, MinWeight: 1, Resolution: 1})
	if a.Network.Links.Size() != 0 || len(a.Network.BuildsOn) == 0 {
		t.Fatalf("%d links, %d built on", a.Network.Links.Size(), len(a.Network.BuildsOn))
	}
	b, err := block(a)
	if err != nil {
		t.Fatal(err)
	}
	w, err := parseWire(b)
	if err != nil {
		t.Fatal(err)
	}
	checkWire(t, a, w)
	if got := w.f32("weight", 0); !(got > 0 && got < 1) {
		t.Errorf("weight %g of a pair that is not linked", got)
	}
	if c := counts(a); c.Links != 0 || c.Drawn != 0 {
		t.Errorf("counts %+v hold what only builds on", c)
	}
}

// rebuilt is the atlas of testdata/tiny.jsonl by other settings.
func rebuilt(t *testing.T, s atlas.Settings) *atlas.Atlas {
	t.Helper()
	base, err := tiny()
	if err != nil {
		t.Fatal(err)
	}
	a, err := atlas.Build(context.Background(), atlas.Input{Title: base.Title, Corpus: base.Corpus}, s, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestPositionsFit(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []layout.Point
		want []float64
	}{
		{"none", nil, []float64{}},
		{"one paper stands in the middle", []layout.Point{{X: 7, Y: -3}}, []float64{0, 0}},
		{"the longer side is 1,000, y turned", []layout.Point{{X: 0, Y: 0}, {X: 4, Y: 2}}, []float64{-500, 250, 500, -250}},
		{"upright", []layout.Point{{X: 1, Y: 10}, {X: 1, Y: 0}}, []float64{0, -500, 0, 500}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, fit(c.in)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestBlockSaysWhatItCannot(t *testing.T) {
	if got := place(65535); got != noPlace {
		t.Errorf("place %d of a community beyond 16 bits", got)
	}
	if got := wireYear(40_000); got != 0 {
		t.Errorf("year %d of one beyond 16 bits", got)
	}
	for _, hash := range []string{"", "sha256:", "sha256:12", "sha256:zz"} {
		if _, err := hashStart(hash); err == nil {
			t.Errorf("hash %q passes", hash)
		}
	}
}

// FuzzBlock writes maps of any shape and reads them back.
func FuzzBlock(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(blockHolds))
}

func TestBlockOfAnyMap(t *testing.T) { rapid.Check(t, blockHolds) }

func blockHolds(t *rapid.T) {
	a := drawAtlas(t)
	b, err := block(a)
	if err != nil {
		t.Fatalf("block: %v", err)
	}
	w, err := parseWire(b)
	if err != nil {
		t.Fatalf("read back: %v", err)
	}
	checkWire(t, a, w)
}

// drawAtlas draws what a block is made from: texts, links and numbers of any kind.
func drawAtlas(t *rapid.T) *atlas.Atlas {
	docs := make([]ingest.Document, rapid.IntRange(1, 12).Draw(t, "papers"))
	for i := range docs {
		docs[i] = ingest.Document{
			ID: rapid.String().Draw(t, "id"), Title: rapid.StringN(1, 30, -1).Draw(t, "title"),
			Abstract: rapid.SampledFrom([]string{"", "text"}).Draw(t, "abstract"), Year: rapid.IntRange(-9, 99_999).Draw(t, "year"),
		}
	}
	a := &atlas.Atlas{Corpus: ingest.NewCorpus(docs)}
	a.Hash = a.Corpus.Hash
	n := len(docs)
	var edges []graph.Edge
	for u := range n {
		for v := u + 1; v < n; v++ {
			if rapid.Bool().Draw(t, "link") {
				edges = append(edges, graph.Edge{U: int32(u), V: int32(v), Weight: rapid.Float64Range(0.01, 1).Draw(t, "weight")})
			}
		}
	}
	links, err := graph.New(n, edges)
	if err != nil {
		t.Fatalf("graph: %v", err)
	}
	a.Network = &papers.Network{Links: links}
	for range edges {
		a.Network.Backbone = append(a.Network.Backbone, rapid.Bool().Draw(t, "backbone"))
		a.Network.Kinds = append(a.Network.Kinds, papers.Kinds(rapid.IntRange(0, 1<<6-1).Draw(t, "kinds")))
	}
	for _, e := range edges {
		if rapid.Bool().Draw(t, "forth") {
			a.Network.BuildsOn = append(a.Network.BuildsOn, papers.Lineage{From: e.U, To: e.V})
		}
		if rapid.Bool().Draw(t, "back") {
			a.Network.BuildsOn = append(a.Network.BuildsOn, papers.Lineage{From: e.V, To: e.U})
		}
	}
	m := atlas.Measure{Name: "pagerank", Ranks: make([]int32, n)}
	for u := range n {
		m.Scores = append(m.Scores, rapid.Float64Range(-1e6, 1e6).Draw(t, "score"))
		m.Ranks[u] = rapid.Int32Range(1, int32(n)).Draw(t, "rank")
		a.Community = append(a.Community, rapid.Int32Range(-1, 5).Draw(t, "community"))
		a.Positions = append(a.Positions, layout.Point{X: rapid.Float64Range(-1e3, 1e3).Draw(t, "x"), Y: rapid.Float64Range(-1e3, 1e3).Draw(t, "y")})
	}
	a.Measures = []atlas.Measure{m}
	return a
}
