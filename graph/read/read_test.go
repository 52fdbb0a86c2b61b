package read_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"papergraph/graph"
	"papergraph/graph/graphtest"
	"papergraph/graph/read"
)

// told is a graph as tests write it down.
type told struct {
	Nodes    int
	Edges    string // u-v weight, in order
	Arcs     string // u>v weight, in order
	Names    string
	Warnings string
}

func tell(g *read.Graph) told {
	t := told{Nodes: g.Links.Order(), Names: strings.Join(g.Names, " ")}
	var edges, arcs, warnings []string
	for _, e := range g.Links.Edges() {
		edges = append(edges, fmt.Sprintf("%d-%d %g", e.U, e.V, e.Weight))
	}
	for _, e := range g.Arcs {
		arcs = append(arcs, fmt.Sprintf("%d>%d %g", e.U, e.V, e.Weight))
	}
	for _, w := range g.Warnings {
		warnings = append(warnings, fmt.Sprintf("%d: %s (%d), %s", w.Line, w.What, w.Count, w.Done))
	}
	t.Edges, t.Arcs, t.Warnings = strings.Join(edges, ", "), strings.Join(arcs, ", "), strings.Join(warnings, "; ")
	return t
}

func file(tb testing.TB, text string) (*read.Graph, error) {
	tb.Helper()
	g, err := read.File(context.Background(), strings.NewReader(text))
	if err == nil {
		graphtest.Check(tb, g.Links)
	}
	return g, err
}

func TestTables(t *testing.T) {
	tests := []struct {
		name, text string
		want       told
	}{
		{"numbers and weights", "0\t1\t0.5\n3\t1\t2e-1\n", told{4, "0-1 0.5, 1-3 0.2", "", "", ""}},
		{"no weights, no last line end, line ends of another system", "0\t1\r\n1\t2", told{3, "0-1 1, 1-2 1", "", "", ""}},
		{"spaces", "  0 1   3\n1 2 4\n", told{3, "0-1 3, 1-2 4", "", "", ""}},
		{"comments and empty lines", "# nodes\n\n% more\n0 1\n   \n", told{2, "0-1 1", "", "", ""}},
		{"a mark in front", "\ufeff0 1\n", told{2, "0-1 1", "", "", ""}},
		{"names by the alphabet", "the dog\ta cat\t2\na cat\tfish\t1\n", told{3, "0-1 1, 0-2 2", "", "a cat fish the dog", ""}},
		{"numbers, then a name", "7 2\n2 x\n", told{3, "0-1 1, 0-2 1", "", "2 7 x", ""}},
		{"numbers that are spelled otherwise are names", "1 01\n", told{2, "0-1 1", "", "01 1", ""}},
		{"too large for a node", "1 99999999999999999999\n", told{2, "0-1 1", "", "1 99999999999999999999", ""}},
		{
			"numbers with gaps", "2000000000 7\n7 30\n",
			told{3, "0-1 1, 0-2 1", "", "7 30 2000000000", "1: numbers of nodes far above the number of edges (1), taken as names"},
		},
		{
			"names of columns", "Weight\tSource\tkind\tTarget\n2\ta\tx\tb\n",
			told{2, "0-1 2", "", "a b", "1: columns without a use: kind (1), not read"},
		},
		{"two names of columns", "from to\n0 1\n", told{2, "0-1 1", "", "", ""}},
		{"loops", "0 1\n1 1\n3 3\n", told{4, "0-1 1", "", "", "2: edge from a node to itself (2), left out"}},
		{"weights of 0, and smaller than a double", "0 1 0\n1 2 1e-999\n", told{3, "", "", "", "1: edge of weight 0 (2), left out"}},
		{
			"edges again", "0 1 2\n1 0 2\n2 1 1\n1 2 3\n0 1 2\n",
			told{3, "0-1 2, 1-2 1", "", "", "2: edge given again (2), left out; 4: edge given again with another weight (1), the first weight holds"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, err := file(t, tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, tell(g)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTablesRefused(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", "there is no graph in it"},
		{"comments alone", "# 0 1\n", "there is no graph in it"},
		{"one column", "0\n", `line 1: "0" is one column`},
		{"commas", "0,1,2\n", `line 1: "0,1,2" is one column`},
		{"columns nobody named", "0 1 2 3\n", "line 1: 4 columns; an edge is u, v and perhaps a weight"},
		{"a line that is longer", "0 1\n1 2 3\n", "line 2: 3 columns, and the first line has 2"},
		{"a line that is shorter", "0\t1\t1\n1\t2\n", "line 2: 2 columns, and the first line has 3"},
		{"a node without a name", "a\t\n", "line 1: a node has no name"},
		{"a name that is no text", "a\tb\xff\n", "line 1: the name of a node is not UTF-8"},
		{"a weight below 0", "0 1 1\n# \n1 2 -1\n", "line 3: the weight -1 is not a finite number from 0 on"},
		{"no number as weight", "0 1 NaN\n", "line 1: the weight NaN is not a finite number"},
		{"an infinite weight", "0 1 +Inf\n", "line 1: the weight +Inf is not a finite number"},
		{"a weight too small to reckon with", "0 1 1e-200\n", "line 1: the weight 1e-200 is outside 1e-140 to 1e+140"},
		{"a weight too large to reckon with", "0 1 1e200\n", "line 1: the weight 1e+200 is outside 1e-140 to 1e+140"},
		{"a weight beyond any double", "0 1 1e999\n", `line 1: the weight "1e999" is not a number`},
		{"a word as weight", "0 1 heavy\n", `line 1: the weight "heavy" is not a number`},
		{"an endless line", "0 1\n" + strings.Repeat("x", 1<<20+1), "line 2: it is longer than"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { refused(t, tt.text, tt.want) })
	}
}

func refused(t *testing.T, text, want string) {
	t.Helper()
	if g, err := file(t, text); g != nil || err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, %v; want an error with %q", g, err, want)
	}
}

func TestPackedFiles(t *testing.T) {
	var zipped, zstded bytes.Buffer
	z := gzip.NewWriter(&zipped)
	s, err := zstd.NewWriter(&zstded)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []interface {
		Write([]byte) (int, error)
		Close() error
	}{z, s} {
		_, _ = w.Write([]byte("0 1 0.5\n"))
		_ = w.Close()
	}
	for name, packed := range map[string][]byte{"gzip": zipped.Bytes(), "zstd": zstded.Bytes()} {
		t.Run(name, func(t *testing.T) {
			g, err := read.File(t.Context(), bytes.NewReader(packed))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(told{2, "0-1 0.5", "", "", ""}, tell(g)); diff != "" {
				t.Error(diff)
			}
			if _, err := read.File(t.Context(), bytes.NewReader(packed[:len(packed)-6])); err == nil {
				t.Error("half a file is no error")
			}
		})
	}
}

// The order of lines must not show, whether nodes are numbers or names.
func TestOrderOfLinesDoesNotShow(t *testing.T) {
	for name, lines := range map[string][]string{
		"numbers": {"0 4 1", "4 2 3", "1 2 5"}, "names": {"b a 1", "7 a 3", "c b 5"}, "gaps": {"5 2000000001 1", "2000000001 9 2", "5 9 3"},
	} {
		t.Run(name, func(t *testing.T) {
			first, err := file(t, strings.Join(lines, "\n"))
			if err != nil {
				t.Fatal(err)
			}
			lines[0], lines[2] = lines[2], lines[0]
			second, err := file(t, strings.Join(lines, "\n"))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tell(first), tell(second)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFileObeysItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, text := range []string{"0 1\n", "<graphml/>"} {
		if _, err := read.File(ctx, strings.NewReader(text)); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v", text, err)
		}
	}
}

// What is written as a list of edges reads back as the same graph.
func TestSeededGraphsReadBack(t *testing.T) {
	for seed := range uint64(graphtest.Seeds) {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			g := graphtest.Seeded(seed)
			var b strings.Builder
			for _, e := range g.Edges() {
				fmt.Fprintf(&b, "%d\t%d\t%g\n", e.V, e.U, e.Weight)
			}
			back, err := file(t, b.String())
			if g.Size() == 0 {
				if !errors.Is(err, read.ErrEmpty) {
					t.Errorf("got %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(edgesOf(g), edgesOf(back.Links)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func edgesOf(g *graph.CSR) []graph.Edge {
	var edges []graph.Edge
	for _, e := range g.Edges() {
		edges = append(edges, e)
	}
	return edges
}

// Whatever the bytes, File returns a graph that keeps the contract, or an error.
func FuzzFile(f *testing.F) {
	for _, text := range []string{
		"", "0 1\n1 2\n", "0\t1\t0.5\n", "a b 1\nb a 2\n", "source\ttarget\tweight\nx\ty\t1\n", "9 2000000000\n", "1 1\n0 1 0\n", "0 1 -1\n",
		karateXML, directedXML, nestedXML, "<graphml><graph edgedefault='directed'><node id='a'/>", "<!DOCTYPE x [<!ENTITY a 'b'>]><graphml/>",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		g, err := read.File(context.Background(), bytes.NewReader(b))
		if err != nil {
			return
		}
		graphtest.Check(t, g.Links)
		if g.Names != nil && len(g.Names) != g.Links.Order() {
			t.Errorf("%d names for %d nodes", len(g.Names), g.Links.Order())
		}
		if !g.Directed && g.Arcs != nil {
			t.Error("arcs of an undirected graph")
		}
		for i, a := range g.Arcs {
			if i > 0 && (a.U < g.Arcs[i-1].U || a.U == g.Arcs[i-1].U && a.V <= g.Arcs[i-1].V) {
				t.Errorf("arc %v stands before %v", g.Arcs[i-1], a)
			}
			if _, ok := g.Links.Weight(int(a.U), int(a.V)); !ok {
				t.Errorf("arc %v is no link", a)
			}
		}
	})
}
