package demo_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"papergraph/ingest/demo"
)

// paper is a line of the example.
type paper struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Year     int      `json:"year"`
	Authors  []string `json:"authors"`
	Venue    string   `json:"venue"`
	Abstract string   `json:"abstract"`
}

// read returns the papers of the example; a field that paper does not have is a failure.
func read(t *testing.T) []paper {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(demo.JSONL()))
	d.DisallowUnknownFields()
	var all []paper
	for {
		var p paper
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("paper %d: %v", len(all)+1, err)
		}
		all = append(all, p)
	}
}

func TestLines(t *testing.T) {
	all := read(t)
	if n := len(all); n < 140 || n > 160 {
		t.Errorf("%d papers, want 140 to 160", n)
	}
	if lines := bytes.Count(demo.JSONL(), []byte("\n")); lines != len(all) {
		t.Errorf("%d lines for %d papers: each paper has one line, the last ended too", lines, len(all))
	}
}

func TestJSONLIsTheCallersOwn(t *testing.T) {
	clear(demo.JSONL())
	if demo.JSONL()[0] != '{' {
		t.Error("writing to the bytes changed the example")
	}
}

func TestNamesAreUnique(t *testing.T) {
	ids, titles := map[string]bool{}, map[string]bool{}
	for _, p := range read(t) {
		title := strings.Join(words(p.Title), " ")
		if ids[p.ID] || titles[title] {
			t.Errorf("%s: id or title twice", p.ID)
		}
		ids[p.ID], titles[title] = true, true
	}
}

var slug = regexp.MustCompile(`^[a-z]+(-[a-z]+)*-(19|20)\d\d(-[a-z0-9]+)+$`)

func TestFields(t *testing.T) {
	for _, p := range read(t) {
		if !slug.MatchString(p.ID) {
			t.Errorf("%q is not of the form name-year-words", p.ID)
		}
		if p.Year < 1989 || p.Year > 2025 {
			t.Errorf("%s: year %d", p.ID, p.Year)
		}
		if len(p.Authors) == 0 {
			t.Errorf("%s: no authors", p.ID)
		}
		for _, text := range append([]string{p.Title, p.Venue, p.Abstract}, p.Authors...) {
			if text == "" || strings.Join(strings.Fields(text), " ") != text {
				t.Errorf("%s: %q is empty or badly spaced", p.ID, text)
			}
		}
		names := map[string]bool{}
		for _, a := range p.Authors {
			if names[a] || strings.ContainsAny(a, ",;&") {
				t.Errorf("%s: author %q is named twice or is not one name", p.ID, a)
			}
			names[a] = true
		}
	}
}

var sentenceEnd = regexp.MustCompile(`[.?!](\s|$)`)

func TestAbstractsHaveTwoToFourSentences(t *testing.T) {
	for _, p := range read(t) {
		if n := len(sentenceEnd.FindAllString(p.Abstract, -1)); n < 2 || n > 4 {
			t.Errorf("%s: %d sentences", p.ID, n)
		}
		if !strings.HasSuffix(p.Abstract, ".") {
			t.Errorf("%s: the last sentence has no end", p.ID)
		}
	}
}

func TestOpeningsVary(t *testing.T) {
	first := map[string]int{}
	for _, p := range read(t) {
		first[strings.Join(words(p.Abstract)[:3], " ")]++
	}
	for opening, n := range first {
		if n > 3 {
			t.Errorf("%d abstracts begin with %q", n, opening)
		}
	}
}
