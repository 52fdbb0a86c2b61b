package export

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"papergraph/ingest"
)

func TestForFile(t *testing.T) {
	for name, want := range map[string]string{
		"map.graphml": "graphml", "a/B.GraphML": "graphml", "map.json": "json", "map.nodelink.json": "json", "map.csv": "csv",
		"map.zip": "", "map": "", "graphml": "", "map.gexf": "",
	} {
		f, ok := ForFile(name)
		if f.Name != want || ok != (want != "") {
			t.Errorf("%q is %q, %v; want %q", name, f.Name, ok, want)
		}
	}
}

func TestEveryFormatIsFoundByItsName(t *testing.T) {
	for _, f := range Formats() {
		if got, ok := Find(f.Name); !ok || got.Label != f.Label || f.Media == "" || f.Ending[0] != '.' {
			t.Errorf("%+v", f)
		}
	}
	if _, ok := Find("gexf"); ok {
		t.Error("a format that is not written is found")
	}
}

func TestZipHoldsThePair(t *testing.T) {
	g := guideTo(t, hostileDocuments(), 0)
	var packed bytes.Buffer
	if err := CSVZip(context.Background(), &packed, g, Selection{}); err != nil {
		t.Fatal(err)
	}
	_, nodes, edges, _ := written(t, g, Selection{})
	z, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]byte{"nodes.csv": nodes, "edges.csv": edges} {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(f)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs from the file of its own; %v", name, err)
		}
	}
}

// full is a writer that takes a few bytes and then no more.
type full struct{ left int }

var errFull = errors.New("full")

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestErrorsOfTheWriterComeBack(t *testing.T) {
	g := guideTo(t, hostileDocuments(), 0)
	for _, f := range Formats() {
		for _, left := range []int{0, 100, 1000} {
			if err := f.Write(context.Background(), &full{left: left}, g, Selection{}); !errors.Is(err, errFull) {
				t.Errorf("%s after %d bytes: %v", f.Name, left, err)
			}
		}
	}
}

func TestColours(t *testing.T) {
	for place, want := range map[int32]rgb{-1: grey, 0: {0x0a, 0x94, 0xf9}, 7: {0x75, 0x31, 0xc5}, 8: grey} {
		if got := colourOf(place); got != want {
			t.Errorf("community %d is %v, want %v", place, got, want)
		}
	}
}

func TestUniqueNames(t *testing.T) {
	g := &graphOf{names: map[string]bool{}}
	for _, c := range []struct{ label, id, want string }{
		{"a", "1", "a"},
		{"a", "2", "a [2]"},
		{"a [3]", "4", "a [3]"},
		{"a", "3", "a [3] 2"},
		{"a", "3", "a [3] 3"},
	} {
		if got := g.unique(c.label, c.id); got != c.want {
			t.Errorf("%q of %q is called %q, want %q", c.label, c.id, got, c.want)
		}
	}
}

func TestTablesHaveNoEmptyColumn(t *testing.T) {
	_, nodes, _, _ := written(t, guideTo(t, []ingest.Document{{ID: "a", Title: "LoRA"}, {ID: "b", Title: "On LoRA", Venue: "V"}}, 0), Selection{})
	head, _, _ := strings.Cut(string(nodes), "\r\n")
	if strings.Contains(head, "year") || strings.Contains(head, "doi") || !strings.Contains(head, "venue") {
		t.Error(head)
	}
}
