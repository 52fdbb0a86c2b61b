package read_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"papergraph/graph/read"
)

// again is a reader of a text that comes so many times.
func again(text string, times int) io.Reader {
	readers := make([]io.Reader, times)
	for i := range readers {
		readers[i] = strings.NewReader(text)
	}
	return io.MultiReader(readers...)
}

// A few kilobytes that unpack to 18 MiB are refused, whatever they unpack to.
func TestBombs(t *testing.T) {
	const times = 18
	block := strings.Repeat("\n", 1<<20)
	texts := map[string]func() io.Reader{
		"empty lines": func() io.Reader { return io.MultiReader(strings.NewReader("0 1\n"), again(block, times)) },
		"GraphML": func() io.Reader {
			return io.MultiReader(strings.NewReader("<graphml>"), again("<desc>"+block+"</desc>", times))
		},
	}
	packers := map[string]func(io.Writer) io.WriteCloser{
		"gzip": func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
		"zstd": func(w io.Writer) io.WriteCloser {
			z, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
			if err != nil {
				panic(err)
			}
			return z
		},
	}
	for what, text := range texts {
		for packing, pack := range packers {
			t.Run(what+" by "+packing, func(t *testing.T) {
				var packed bytes.Buffer
				z := pack(&packed)
				if _, err := io.Copy(z, text()); err != nil {
					t.Fatal(err)
				}
				if err := z.Close(); err != nil {
					t.Fatal(err)
				}
				_, err := read.File(t.Context(), &packed)
				if err == nil || !strings.Contains(err.Error(), "line ") || !strings.Contains(err.Error(), "more than 200 times its size") {
					t.Errorf("got %v", err)
				}
			})
		}
	}
}

func TestMuchThatPacksWellIsNoBomb(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := io.Copy(z, io.MultiReader(strings.NewReader("0 1\n"), again(strings.Repeat("\n", 1<<20), 8))); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if g, err := read.File(t.Context(), &packed); err != nil || g.Links.Size() != 1 {
		t.Errorf("got %v, %v", g, err)
	}
}

// The decoder keeps a piece of XML in memory, so none may be without end.
func TestEndlessPiecesAreRefused(t *testing.T) {
	block := strings.Repeat("x", 1<<20)
	for name, head := range map[string]string{"a comment": "<graphml>\n<!-- ", "a text": "<graphml>\n", "an attribute": "<graphml>\n<node id='"} {
		t.Run(name, func(t *testing.T) {
			_, err := read.File(t.Context(), io.MultiReader(strings.NewReader(head), again(block, 20)))
			if err == nil || !strings.Contains(err.Error(), "line 2: a tag or text is longer than 16 MiB") {
				t.Errorf("got %v", err)
			}
		})
	}
}
