package bib_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"

	"papergraph/ingest"
	"papergraph/ingest/bib"
)

const goodLines = `{"title":"Bees","abstract":"They dance."}` + "\n" + `{"title":"Bells","abstract":"They ring."}` + "\n"

// write puts files into a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// noise is bytes that no text has.
func noise() string {
	var b strings.Builder
	for i := range 4000 {
		b.WriteByte(byte(i * i * 7 >> 3))
	}
	return b.String()
}

func TestNothingReadable(t *testing.T) {
	for _, c := range []struct{ name, file, text, seen string }{
		{"an empty file", "a.jsonl", "", "empty"},
		{"blank lines", "a.txt", "\n \n\t\n", "empty"},
		{"binary data", "a.txt", noise(), "binary data"},
		{"a PDF", "a.txt", "%PDF-1.7\n", "looks like a PDF"},
		{"an Excel workbook", "a.csv", "PK\x03\x04\x14\x00xl/workbook.xml", "looks like an Excel workbook: save it as CSV"},
		{"another archive", "a.csv", "PK\x03\x04\x14\x00readme", "zip archive"},
		{"a web page", "a.txt", "<!DOCTYPE html>\n<p>x", "web page"},
		{"BibTeX", "a.txt", "% made by hand\n@article{x,\n title={Bees}}", "BibTeX"},
		{"RIS", "a.txt", "TY  - JOUR\nTI  - Bees\nER  - ", "RIS"},
		{"numbers", "a.txt", "1 2 3\n4 5 6", "no words"},
		{"records without title and abstract", "a.jsonl", `{"year":2020}`, "1 records, no paper among them"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(write(t, map[string]string{c.file: c.text}), c.file)
			_, reading, err := bib.Read(t.Context(), []string{path}, bib.Options{})
			var nothing *bib.NothingError
			if !errors.Is(err, bib.ErrNothing) || !errors.As(err, &nothing) {
				t.Fatalf("error %v is not ErrNothing", err)
			}
			if got := nothing.Seen[0]; got.File != path || !strings.Contains(got.What, c.seen) {
				t.Errorf("seen %+v, want %q in it", got, c.seen)
			}
			if !strings.Contains(err.Error(), path) || len(reading.Warnings) == 0 {
				t.Errorf("error %q or the warnings %v do not name the file", err, reading.Warnings)
			}
		})
	}
}

func TestFolderWithoutPapers(t *testing.T) {
	folder := write(t, map[string]string{"notes.doc": "x", ".hidden/a.jsonl": goodLines, ".b.csv": "title\nx"})
	_, _, err := bib.Read(t.Context(), []string{folder}, bib.Options{})
	if !errors.Is(err, bib.ErrNothing) || !strings.Contains(err.Error(), "no papers below") {
		t.Errorf("error %v", err)
	}
}

func TestMissingFile(t *testing.T) {
	folder := write(t, map[string]string{"a.jsonl": goodLines})
	_, _, err := bib.Read(t.Context(), []string{filepath.Join(folder, "a.jsonl"), filepath.Join(folder, "b.jsonl")}, bib.Options{})
	if !errors.Is(err, fs.ErrNotExist) || errors.Is(err, bib.ErrNothing) {
		t.Errorf("error %v, want one that is fs.ErrNotExist", err)
	}
}

func TestUnreadableAmongGood(t *testing.T) {
	folder := write(t, map[string]string{"a.jsonl": goodLines, "b.txt": noise(), "c.csv": "", "sub/d.CSV": "title,year\nSnow,2020\nIce,2021\n"})
	corpus, reading := read(t, bib.Options{}, folder)
	if len(corpus.Documents) != 4 || reading.Skipped != 2 {
		t.Errorf("%d papers, %d skipped, want 4 and 2", len(corpus.Documents), reading.Skipped)
	}
	for i, want := range []string{"a.jsonl", "b.txt", "c.csv", "sub/d.CSV"} {
		if got := reading.Sources[i].File; got != filepath.Join(folder, filepath.FromSlash(want)) {
			t.Errorf("source %d is %s, want %s", i, got, want)
		}
	}
}

func TestBadLinesAmongGood(t *testing.T) {
	text := `{"title":"Bees"}` + "\n{bad\n" + `{"title":"Bells"}` + "\n\n" + `{"title":` + "\n" + `{"title":"Snow"}` + "\n}\n" + `{"title":"Wind"}`
	for _, workers := range []int{1, 2, 7} {
		corpus, reading, err := bib.ReadFrom(t.Context(), "x.jsonl", strings.NewReader(text), bib.Options{Workers: workers})
		if err != nil || len(corpus.Documents) != 4 || reading.Dropped != 3 || reading.Read != 7 {
			t.Fatalf("%v, %+v", err, reading)
		}
		for i, line := range []int{2, 5, 7} {
			w := reading.Warnings[i]
			if w.Line != line || w.Kind != ingest.Dropped || w.File != "x.jsonl" {
				t.Errorf("warning %d is %v, want line %d", i, w, line)
			}
		}
	}
}

// longText gives before, n times 'a', then after.
func longText(before string, n int64, after string) io.Reader {
	return io.MultiReader(strings.NewReader(before), io.LimitReader(repeat{}, n), strings.NewReader(after))
}

type repeat struct{}

func (repeat) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("left out: lines of 200 MB")
	}
	for _, c := range []struct {
		name, file, before, after string
		line                      int
	}{
		{"JSON lines", "x.jsonl", `{"title":"Bees"}` + "\n" + `{"title":"`, `"}` + "\n" + `{"title":"Bells"}`, 2},
		{"JSON array", "x.json", `[{"title":"Bees"},` + "\n" + `{"title":"`, `"},` + "\n" + `{"title":"Bells"}]`, 2},
		{"table", "x.csv", "title,year\nBees,2020\n", ",2020\nBells,2021\n", 3},
		{"listing", "x.txt", "Bees and Their Dances\nBells and Their Tones\n", "\nSnow and Its Flakes\n", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := longText(c.before, 200_000_000, c.after)
			peak := watch(func() {
				corpus, reading, err := bib.ReadFrom(t.Context(), c.file, r, bib.Options{Workers: 2})
				if err != nil {
					t.Fatal(err)
				}
				if reading.Dropped != 1 || len(corpus.Documents) < 2 {
					t.Errorf("%d dropped, %d papers", reading.Dropped, len(corpus.Documents))
				}
				w := reading.Warnings[len(reading.Warnings)-1]
				if w.Line != c.line || !strings.Contains(w.What, "MiB") {
					t.Errorf("warning %v, want line %d", w, c.line)
				}
			})
			if peak > 600<<20 {
				t.Errorf("%d MiB were taken from the system", peak>>20)
			}
		})
	}
}

// watch runs f and returns how much the memory taken from the system grew.
func watch(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.Sys - before.Sys
}

func TestLongField(t *testing.T) {
	_, reading, err := bib.ReadFrom(t.Context(), "x.jsonl",
		longText(goodLines+`{"title":"x","abstract":"`, 17<<20, "\"}\n"+`{"title":"Snow"}`), bib.Options{})
	if err != nil || reading.Dropped != 1 || reading.Kept != 3 || reading.Warnings[0].Line != 3 {
		t.Errorf("%v %+v", err, reading)
	}
}

func TestBomb(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, goodLines)
	io.CopyN(z, repeat{}, 40<<20)
	z.Close()
	corpus, reading, err := bib.ReadFrom(t.Context(), "x.jsonl.gz", &packed, bib.Options{})
	if err != nil || len(corpus.Documents) != 2 {
		t.Fatalf("%v: the records before are lost: %+v", err, reading)
	}
	if w := reading.Warnings[0]; !strings.Contains(w.What, "200 times") {
		t.Errorf("warning %v", w)
	}
}

func TestCutShort(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	for i := range 5000 {
		fmt.Fprintf(z, `{"title":"Paper %d of many","abstract":"%x"}`+"\n", i, i*i*i)
	}
	z.Close()
	half := packed.Bytes()[:packed.Len()/2]
	corpus, reading, err := bib.ReadFrom(t.Context(), "x.jsonl.gz", bytes.NewReader(half), bib.Options{})
	if err != nil || len(corpus.Documents) < 1000 {
		t.Fatalf("%v: %+v", err, reading)
	}
	last := reading.Warnings[len(reading.Warnings)-1]
	if reading.Skipped != 1 || !strings.Contains(reading.Warnings[0].What+last.What, "cannot be read") {
		t.Errorf("%d skipped, warnings %v", reading.Skipped, reading.Warnings)
	}
}

// silent never answers, as a terminal where nobody types.
type silent struct{ asked chan bool }

func (s silent) Read([]byte) (int, error) {
	s.asked <- true
	select {}
}

func TestCancelWhileWaiting(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in := silent{make(chan bool, 1)}
	go func() {
		<-in.asked
		cancel()
	}()
	_, _, err := bib.Read(ctx, []string{"-"}, bib.Options{Stdin: in})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestNames(t *testing.T) {
	corpus, reading := read(t, bib.Options{Stdin: strings.NewReader("title,year\nSnow,2020\nIce,2021\n"), Demo: []byte(goodLines)}, "demo", "-")
	if len(corpus.Documents) != 4 || reading.Sources[0].File != "demo" || reading.Sources[1].File != "-" {
		t.Errorf("%d papers from %+v", len(corpus.Documents), reading.Sources)
	}
	if _, _, err := bib.Read(t.Context(), []string{"-"}, bib.Options{}); err == nil {
		t.Error("standard input is read though there is none")
	}
}
