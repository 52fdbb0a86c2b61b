package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"strings"

	"papergraph/graph/atlas"
	"papergraph/ingest"
)

// warningsShown is how many warnings are told in text: a page of a terminal. The log as JSON has them all.
const warningsShown = 20

// teller tells the user, on standard error, of everything that is not data.
type teller struct {
	w     io.Writer
	quiet bool // errors only
	json  bool // a JSON object a line in place of sentences
}

// fail tells why the command ends without having done what it should.
func (t *teller) fail(err error) {
	text := strings.TrimSpace(err.Error())
	if file, ok := errors.AsType[*fs.PathError](err); ok { // the user knows the file, not what was called on it
		text = fmt.Sprintf("%s: %v", file.Path, file.Err)
	}
	if t.json {
		t.log().Error(text)
		return
	}
	fmt.Fprintf(t.w, "papergraph: %s\n", text) //nolint:errcheck // there is nobody left to tell
}

// log returns a logger that writes JSON.
func (t *teller) log() *slog.Logger { return slog.New(slog.NewJSONHandler(t.w, nil)) }

// note tells one line.
func (t *teller) note(format string, args ...any) {
	switch {
	case t.quiet:
	case t.json:
		t.log().Info(fmt.Sprintf(format, args...))
	default:
		fmt.Fprintf(t.w, format+"\n", args...) //nolint:errcheck // there is nobody left to tell
	}
}

// warnings tells what befell the input.
func (t *teller) warnings(list []ingest.Warning) {
	if t.quiet {
		return
	}
	for i, w := range list {
		switch {
		case t.json:
			t.log().Warn(w.What, "file", w.File, "line", w.Line, "record", w.Record, "kind", w.Kind, "done", w.Done)
		case i == warningsShown:
			t.note("… and %d more warnings; --log-format json shows all", len(list)-i)
			return
		default:
			t.note("%s", w)
		}
	}
}

// read tells in one line what came of the input.
func (t *teller) read(r ingest.Reading) {
	parts := []string{count(r.Kept, "paper")}
	for _, p := range []struct {
		n    int
		what string
	}{{r.Merged, "joined as the same work"}, {r.Dropped, "dropped"}, {r.Skipped, "skipped"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	if n := len(r.Warnings); n > 0 {
		parts = append(parts, count(n, "warning"))
	}
	t.note("read %s", strings.Join(parts, ", "))
}

// made tells what the map holds, as far as it was made.
func (t *teller) made(a *atlas.Atlas) {
	if !a.Has(atlas.Links) {
		return
	}
	linked, links := 0, a.Network.Links
	for u := range links.Order() {
		if links.Degree(u) > 0 {
			linked++
		}
	}
	in := ""
	if a.Has(atlas.Communities) {
		in = " in " + countOf(len(a.Communities), "community", "communities")
	}
	t.note("linked %d of %s by %s%s", linked, count(links.Order(), "paper"), count(links.Size(), "link"), in)
	for _, m := range a.Measures {
		if e := m.Estimate; e != nil {
			t.note("%s is an estimate from %d %s: with a chance of %g %% no paper is more than %.2g off", m.Label, e.Samples, e.Of,
				100*e.Confidence, e.Error)
		}
	}
}

func count(n int, one string) string { return countOf(n, one, one+"s") }

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
