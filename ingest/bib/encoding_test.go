package bib_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"papergraph/ingest/bib"
)

const frenchTable = "Title;Abstract;Year\nÉtude des abeilles à miel;Où sont les fleurs ? « Là-bas », dit-elle – déjà.;2020\nNeige;;2021\n"

func encoded(t *testing.T, e interface{ String(string) (string, error) }, s string) string {
	t.Helper()
	out, err := e.String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func gz(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func zst(t *testing.T, s string) string {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(z.EncodeAll([]byte(s), nil))
}

func TestEncodings(t *testing.T) {
	utf16 := func(e unicode.Endianness, p unicode.BOMPolicy) string {
		return encoded(t, unicode.UTF16(e, p).NewEncoder(), frenchTable)
	}
	for _, c := range []struct {
		name, text string
		warnings   int
	}{
		{"UTF-8", frenchTable, 0},
		{"UTF-8 with a mark", "\ufeff" + frenchTable, 0},
		{"a mark in the middle, as cat leaves it", strings.Replace(frenchTable, "Neige", "\ufeffNeige", 1), 0},
		{"UTF-16, little end first, with a mark", utf16(unicode.LittleEndian, unicode.UseBOM), 0},
		{"UTF-16, big end first, with a mark", utf16(unicode.BigEndian, unicode.UseBOM), 0},
		{"UTF-16, little end first, without a mark", utf16(unicode.LittleEndian, unicode.IgnoreBOM), 0},
		{"UTF-16, big end first, without a mark", utf16(unicode.BigEndian, unicode.IgnoreBOM), 0},
		{"Windows-1252", encoded(t, charmap.Windows1252.NewEncoder(), frenchTable), 1},
		{"line ends of Windows", strings.ReplaceAll(frenchTable, "\n", "\r\n"), 0},
		{"line ends of old Macs", strings.ReplaceAll(frenchTable, "\n", "\r"), 0},
		{"NUL bytes", strings.Replace(frenchTable, "Neige", "\x00Nei\x00ge", 1), 1},
		{"gzip", gz(frenchTable), 0},
		{"zstd", zst(t, frenchTable), 0},
		{"zstd in gzip", gz(zst(t, frenchTable)), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			corpus, reading, err := bib.ReadFrom(t.Context(), "x", strings.NewReader(c.text), bib.Options{})
			if err != nil {
				t.Fatal(err)
			}
			d := corpus.Documents[corpus.Input[0]]
			if d.Title != "Étude des abeilles à miel" || d.Abstract != "Où sont les fleurs ? « Là-bas », dit-elle – déjà." {
				t.Errorf("title %q, abstract %q", d.Title, d.Abstract)
			}
			if second := corpus.Documents[corpus.Input[1]]; second.Title != "Neige" || second.Sources[0].Line != 3 {
				t.Errorf("the second is %+v", second)
			}
			if len(reading.Warnings) != c.warnings {
				t.Errorf("warnings %v, want %d", reading.Warnings, c.warnings)
			}
		})
	}
}

func TestBrokenUTF8(t *testing.T) {
	text := strings.Repeat("{\"title\":\"Größe und Maß\"}\n", 3) + "{\"title\":\"Torn \xc3 and \xff\"}\n{\"title\":\"Neige d’été\"}\n"
	corpus, reading, err := bib.ReadFrom(t.Context(), "x.jsonl", strings.NewReader(text), bib.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, n := range corpus.Input {
		titles = append(titles, corpus.Documents[n].Title)
	}
	if got := strings.Join(titles[len(titles)-2:], "|"); got != "Torn \ufffd and \ufffd|Neige d’été" {
		t.Errorf("titles %q", got)
	}
	if w := reading.Warnings[len(reading.Warnings)-1]; w.Line != 4 || !strings.Contains(w.What, "UTF-8") {
		t.Errorf("warning %v, want line 4", w)
	}
}

func TestBrokenEverywhere(t *testing.T) {
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, "{\"title\":\"Paper é %d \xff\"}\n", i)
	}
	_, reading, err := bib.ReadFrom(t.Context(), "x.jsonl", strings.NewReader(b.String()), bib.Options{})
	if err != nil || len(reading.Warnings) != 101 {
		t.Errorf("%v, %d warnings, want 100 and a last for the others", err, len(reading.Warnings))
	}
}
