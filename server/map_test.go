package server

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"math"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
	"papergraph/ingest/bib"
)

var update = flag.Bool("update", false, "write the files of testdata anew")

// tiny is the atlas of testdata/tiny.jsonl.
var tiny = sync.OnceValues(func() (*atlas.Atlas, error) {
	corpus, reading, err := bib.Read(context.Background(), []string{"../testdata/tiny.jsonl"}, bib.Options{Workers: 1})
	if err != nil {
		return nil, err
	}
	in := atlas.Input{Title: "tiny.jsonl", Corpus: corpus, Reading: reading}
	return atlas.Build(context.Background(), in, atlas.DefaultSettings, 1, nil)
})

// newMap returns a server that shows the atlas of eight papers.
func newMap(tb testing.TB) *Server {
	tb.Helper()
	a, err := tiny()
	if err != nil {
		tb.Fatal(err)
	}
	s := newServer(tb)
	if err := s.Publish(a, false); err != nil {
		tb.Fatal(err)
	}
	return s
}

// questions are requests of every route with the file that holds the answer.
var questions = []struct{ file, path string }{
	{"map.json", "/map"},
	{"papers.json", "/papers?fields=id,title,year,authors,venue,doi,arxiv,url,keywords,references,sources,community,scores,ranks,concepts,abstract"},
	{"papers-some.json", "/papers?ids=a,b&ids=tide+1,between&fields=title,year"},
	{"papers-years.json", "/papers?from=2022&to=2023&sort=-year&fields=id,year"},
	{"papers-concept.json", "/papers?concept=tidenet&sort=title&limit=2&fields=title,concepts"},
	{"paper.json", "/papers/10.1145%2F3292500"},
	{"related.json", "/papers/" + url.PathEscape("潮-3") + "/related"},
	{"link.json", "/links/swarm+1/between"},
	{"concepts.json", "/concepts?q=tid&limit=3"},
	{"concept.json", "/concepts/tidal%20embedding"},
	{"communities.json", "/communities"},
	{"community.json", "/communities/1"},
	{"path.json", "/path?from=swarm%2B1&to=" + url.QueryEscape("潮-3") + "&k=3"},
	{"bridges.json", "/bridges?a=1&b=2"},
	{"search.json", "/search?q=storm+surge&limit=3"},
	{"matches.json", "/matches?q=storm+surge"},
	{"reading.json", "/reading"},
}

// TestAnswers holds the shape of every route's answer against its file. The files are read by eye when they change.
func TestAnswers(t *testing.T) {
	s := newMap(t)
	for _, q := range questions {
		t.Run(q.file, func(t *testing.T) {
			a, body := fetch(t, s, "/api/v1"+q.path)
			if a.StatusCode != http.StatusOK {
				t.Fatalf("status %d: %s", a.StatusCode, body)
			}
			wantKeptAnswer(t, s, "/api/v1"+q.path, a)
			golden(t, q.file, shapeOf(t, body))
		})
	}
}

// wantKeptAnswer checks the tag of an answer, and that it holds.
func wantKeptAnswer(t *testing.T, s http.Handler, path string, a *http.Response) {
	t.Helper()
	tag := a.Header.Get("ETag")
	if len(tag) < 10 || tag[0] != '"' || a.Header.Get("Cache-Control") != "private, no-cache" {
		t.Errorf("tag %s, Cache-Control %q", tag, a.Header.Get("Cache-Control"))
	}
	again, body := fetch(t, s, path, "If-None-Match", tag)
	if again.StatusCode != http.StatusNotModified || len(body) != 0 || again.Header.Get("ETag") != tag {
		t.Errorf("the same again: %d with %d bytes and tag %s", again.StatusCode, len(body), again.Header.Get("ETag"))
	}
}

// golden compares a text with its file.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("other than %s (-want +got); go test ./server -update writes it anew:\n%s", file, diff)
	}
}

// TestReasonsOfALink checks what a link is explained by: the parts add up, and each piece of evidence reads in its sentence
// as it does in its field.
func TestReasonsOfALink(t *testing.T) {
	s := newMap(t)
	a, err := tiny()
	if err != nil {
		t.Fatal(err)
	}
	for _, pair := range [][2]string{{"swarm+1", "10.1145/3292500"}, {"潮-3", "tide 1"}, {"tide/2?x=1#y", "between"}, {"alone", "a,b"}} {
		var why answer.Explanation
		_, body := fetch(t, s, "/api/v1/links/"+url.PathEscape(pair[0])+"/"+url.PathEscape(pair[1]))
		if err := json.Unmarshal(body, &why); err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for _, share := range why.Shares {
			sum += share.Share
			readAlike(t, a, pair[0], share.Evidence.Source)
			readAlike(t, a, pair[1], share.Evidence.Target)
		}
		if math.Abs(sum-why.Weight) > 1e-9 {
			t.Errorf("%v: parts add up to %g, the weight is %g", pair, sum, why.Weight)
		}
	}
}

func readAlike(t *testing.T, a *atlas.Atlas, id string, evidence []answer.Evidence) {
	t.Helper()
	u, _ := a.Corpus.Find(id)
	for _, e := range evidence {
		field := []rune(a.Corpus.Documents[u].Title)
		if e.Field == "abstract" {
			field = []rune(a.Corpus.Documents[u].Abstract)
		}
		sentence, from := []rune(e.Sentence), e.Start-e.SentenceStart
		if got, want := string(sentence[from:from+e.End-e.Start]), string(field[e.Start:e.End]); got != want || want == "" {
			t.Errorf("%s: %q in the sentence, %q in the field", id, got, want)
		}
	}
}

func TestIDsInPaths(t *testing.T) {
	s := newMap(t)
	a, err := tiny()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range a.Corpus.Documents {
		for _, spelling := range []string{url.PathEscape(d.ID), everyByte(d.ID)} {
			t.Run(spelling, func(t *testing.T) {
				var paper struct{ ID string }
				_, body := fetch(t, s, "/api/v1/papers/"+spelling)
				if err := json.Unmarshal(body, &paper); err != nil || paper.ID != d.ID {
					t.Errorf("got paper %q (%v), want %q", paper.ID, err, d.ID)
				}
			})
		}
	}
}

// everyByte percent-encodes a text as a careful client may.
func everyByte(s string) string {
	const digits = "0123456789abcdef"
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte('%')
		b.WriteByte(digits[s[i]>>4])
		b.WriteByte(digits[s[i]&15])
	}
	return b.String()
}

func TestHostileQuestions(t *testing.T) {
	s := newMap(t)
	for _, c := range []struct {
		name, path string
		status     int
	}{
		{"unknown paper", "/papers/nobody", 404},
		{"a slash that is not encoded", "/papers/10.1145/3292500", 404},
		{"a path upwards", "/papers/..%2F..%2Fetc%2Fpasswd", 404},
		{"a zero byte", "/papers/%00", 404},
		{"broken UTF-8", "/papers/%ff%fe", 404},
		{"markup", "/papers/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404},
		{"a long id", "/papers/" + strings.Repeat("x", 10_000), 404},
		{"no id", "/papers/", 404},
		{"an id of spaces", "/papers/%20", 404},
		{"one paper twice", "/links/alone/alone", 422},
		{"unknown end of a link", "/links/alone/nobody", 404},
		{"unknown concept", "/concepts/nothing", 404},
		{"a community in words", "/communities/first", 422},
		{"community 0", "/communities/0", 422},
		{"unknown community", "/communities/99", 404},
		{"unknown community in a table", "/papers?community=99", 404},
		{"unknown measure", "/papers?sort=fame", 422},
		{"unknown field", "/papers?fields=password", 422},
		{"a wrong cursor", "/papers?cursor=9999-deadbeef", 422},
		{"no number", "/papers?limit=many", 422},
		{"too many", "/papers?limit=100000", 422},
		{"less than none", "/papers?limit=-1", 422},
		{"unknown ids", "/papers?ids=nobody", 404},
		{"unknown kind", "/concepts?kind=word", 422},
		{"no ends of a path", "/path", 422},
		{"a path to itself", "/path?from=alone&to=alone", 422},
		{"too many paths", "/path?from=alone&to=between&k=1000", 422},
		{"nothing to search", "/search", 422},
		{"a long search", "/search?q=" + strings.Repeat("x", 1000), 422},
		{"an unknown report format", "/reports/centrality?format=exe", 422},
		{"an unknown report", "/reports/secret", 404},
		{"an unknown export", "/export/exe", 404},
		{"an export of nobody", "/export/json?ids=nobody", 404},
		{"an export of no community", "/export/json?community=99", 404},
		{"an unknown mode", "/map?mode=everything", 422},
	} {
		t.Run(c.name, func(t *testing.T) { wantFault(t, send(s, request("/api/v1"+c.path)), c.status) })
	}
}

func TestBadEscapes(t *testing.T) {
	s := newMap(t)
	r := request("/api/v1/papers/x")
	r.URL.Path, r.URL.RawPath = "/api/v1/papers/%zz", "/api/v1/papers/%zz"
	if a := send(s, r); a.StatusCode/100 != 4 {
		t.Errorf("status %d", a.StatusCode)
	}
}

func TestPages(t *testing.T) {
	s := newMap(t)
	seen, cursor := map[string]bool{}, ""
	for range 10 {
		var page struct {
			Items []struct{ ID string }
			Next  *string
		}
		_, body := fetch(t, s, "/api/v1/papers?limit=3&fields=id&cursor="+cursor)
		if err := json.Unmarshal(body, &page); err != nil {
			t.Fatal(err)
		}
		for _, p := range page.Items {
			seen[p.ID] = true
		}
		if page.Next == nil {
			break
		}
		cursor = *page.Next
	}
	if len(seen) != 8 {
		t.Errorf("the pages hold %d papers, want 8", len(seen))
	}
}

func TestReportForms(t *testing.T) {
	s := newMap(t)
	for _, c := range []struct{ accept, query, kind string }{
		{"", "", "application/json"},
		{"*/*", "", "application/json"},
		{"application/json", "", "application/json"},
		{"text/markdown", "", "text/markdown; charset=utf-8"},
		{"text/html, text/csv;q=0.8, */*", "", "text/csv; charset=utf-8"},
		{"text/csv;q=0, text/plain", "", "text/plain; charset=utf-8"},
		{"text/csv", "?format=md", "text/markdown; charset=utf-8"},
		{"", "?format=text", "text/plain; charset=utf-8"},
	} {
		t.Run(c.accept+c.query, func(t *testing.T) {
			path := "/api/v1/reports/centrality" + c.query
			a, body := fetch(t, s, path, "Accept", c.accept)
			if a.Header.Get("Content-Type") != c.kind || len(body) == 0 {
				t.Fatalf("type %q with %d bytes, want %q", a.Header.Get("Content-Type"), len(body), c.kind)
			}
			if vary := a.Header.Get("Vary"); !strings.HasPrefix(vary, "Accept,") {
				t.Errorf("Vary %q", vary)
			}
			if file := a.Header.Get("Content-Disposition"); !strings.HasPrefix(file, "attachment; filename=centrality.") {
				t.Errorf("Content-Disposition %q", file)
			}
		})
	}
}

func TestReadyAnswers(t *testing.T) {
	s := newMap(t)
	for _, path := range []string{
		"/map", "/map.bin", "/export/graphml", "/export/csv", "/export/json", "/reports/centrality?format=json",
	} {
		t.Run(path, func(t *testing.T) {
			_, body := fetch(t, s, "/api/v1"+path)
			wantKept(t, s, "/api/v1"+path, body)
		})
	}
}

func TestBlockIsKeptForEver(t *testing.T) {
	s := newMap(t)
	var head Head
	_, body := fetch(t, s, "/api/v1/map")
	if err := json.Unmarshal(body, &head); err != nil {
		t.Fatal(err)
	}
	a, bin := fetch(t, s, "/api/v1/"+head.Bin.URL)
	if got := a.Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("Cache-Control %q of the address in the head", got)
	}
	if len(bin) != head.Bin.Bytes {
		t.Errorf("%d bytes, the head says %d", len(bin), head.Bin.Bytes)
	}
	if a, _ = fetch(t, s, "/api/v1/map.bin?h=other"); strings.Contains(a.Header.Get("Cache-Control"), "immutable") {
		t.Error("an address of another map is kept for ever")
	}
}

func TestTagsTellMapsApart(t *testing.T) {
	a, err := tiny()
	if err != nil {
		t.Fatal(err)
	}
	one, two := newMap(t), newServer(t)
	other := *a
	other.Reading.Skipped++ // the same papers from another file
	if err := two.Publish(&other, true); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/map", "/reading", "/papers"} {
		x, _ := fetch(t, one, "/api/v1"+path)
		y, _ := fetch(t, two, "/api/v1"+path)
		if x.Header.Get("ETag") == y.Header.Get("ETag") {
			t.Errorf("%s: one tag for two maps", path)
		}
	}
	var head Head
	_, body := fetch(t, two, "/api/v1/map")
	if err := json.Unmarshal(body, &head); err != nil || !head.Example {
		t.Errorf("the head does not say that this is the example: %v", err)
	}
}

func TestManyAskAtOnce(t *testing.T) {
	s := newServer(t)
	a, err := tiny()
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, q := range questions {
				r := send(s, request("/api/v1"+q.path))
				_, _ = io.Copy(io.Discard, r.Body)
				if r.StatusCode != http.StatusOK && r.StatusCode != http.StatusServiceUnavailable {
					t.Errorf("%s: status %d", q.path, r.StatusCode)
				}
			}
		})
	}
	all.Go(func() {
		s.Step("links", 1, 2)
		if err := s.Publish(a, false); err != nil {
			t.Error(err)
		}
		s.Step("layout", 1, 2)
	})
	all.Wait()
	if r := send(s, request("/readyz")); r.StatusCode != http.StatusOK {
		t.Errorf("readyz %d after the map came", r.StatusCode)
	}
}
