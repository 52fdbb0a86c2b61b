package server

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/klauspost/compress/gzip"
)

// testPage has a file of each place, and some that do not belong to the page.
var testPage = fstest.MapFS{
	"index.html":           {Data: []byte("<!doctype html><title>papergraph</title>" + strings.Repeat("<p>map</p>", 50))},
	"src/main.js":          {Data: []byte(strings.Repeat("export const papers = 274;\n", 50))},
	"style/tokens.css":     {Data: []byte(":root{}")},
	"icons/icon.svg":       {Data: []byte("<svg/>")},
	"package.json":         {Data: []byte("{}")},
	"node_modules/x/x.js":  {Data: []byte("no")},
	"test/unit/x.test.js":  {Data: []byte("no")},
	"src/notes.txt":        {Data: []byte("no")},
	"embed.go":             {Data: []byte("package static")},
	"src/secret/.env":      {Data: []byte("no")},
	"style/deep/print.css": {Data: []byte("@page{}")},
}

// newServer returns a server without a map.
func newServer(tb testing.TB, change ...func(*Options)) *Server {
	tb.Helper()
	o := Options{Version: "v1.2.3", Page: testPage}
	for _, c := range change {
		c(&o)
	}
	s, err := New(o)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// request returns a GET of a path with headers given as name, value, name, value, ….
func request(path string, headers ...string) *http.Request {
	r := httptest.NewRequest(http.MethodGet, "http://localhost:8080"+path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

// ask answers a request.
func send(s http.Handler, r *http.Request) *http.Response {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func fetch(tb testing.TB, s http.Handler, path string, headers ...string) (*http.Response, []byte) {
	tb.Helper()
	a := send(s, request(path, headers...))
	body, err := io.ReadAll(a.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return a, body
}

// wantFault checks that an answer is a problem with the status, and returns it.
func wantFault(t *testing.T, a *http.Response, status int) BuildingError {
	t.Helper()
	if a.StatusCode != status {
		t.Errorf("status %d, want %d", a.StatusCode, status)
	}
	if got := a.Header.Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("type %q, want application/problem+json", got)
	}
	var f BuildingError
	if err := json.NewDecoder(a.Body).Decode(&f); err != nil {
		t.Fatalf("the fault is no JSON: %v", err)
	}
	if f.Status != status || f.Title != http.StatusText(status) || f.Detail == "" {
		t.Errorf("fault says status %d, title %q, detail %q", f.Status, f.Title, f.Detail)
	}
	return f
}

func TestUnknownRoutes(t *testing.T) {
	s := newServer(t)
	for _, path := range []string{
		"/api", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/map", "/api/v1/map/", "/api/v1/docs", "/api/v1/openapi.yaml",
		"/api/v1/schemas/Head.json", "/metrics", "/nothing", "/src", "/src/", "/src/missing.js", "/index.html/", "/docs",
	} {
		t.Run(path, func(t *testing.T) {
			f := wantFault(t, send(s, request(path)), http.StatusNotFound)
			if !strings.Contains(f.Detail, path) {
				t.Errorf("%q does not name the path", f.Detail)
			}
		})
	}
}

func TestUnknownMethods(t *testing.T) {
	s := newServer(t)
	for _, path := range []string{"/", "/src/main.js", "/api/v1/map", "/api/v1/papers/a%2Fb", "/api/v1/openapi.json", "/healthz"} {
		for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"} {
			t.Run(method+" "+path, func(t *testing.T) {
				r := request(path, "Origin", "http://evil.example")
				r.Method = method
				a := send(s, r)
				wantFault(t, a, http.StatusMethodNotAllowed)
				if got := a.Header.Get("Allow"); got != "GET, HEAD" {
					t.Errorf("Allow %q", got)
				}
				if got := a.Header.Get("Access-Control-Allow-Origin"); got != "" {
					t.Errorf("Access-Control-Allow-Origin %q, want none", got)
				}
			})
		}
	}
}

func TestHealth(t *testing.T) {
	s := newServer(t)
	a, body := fetch(t, s, "/healthz")
	if a.StatusCode != http.StatusOK || string(body) != "ok\n" {
		t.Errorf("healthz: %d %q", a.StatusCode, body)
	}
	wantFault(t, send(s, request("/readyz")), http.StatusServiceUnavailable)
}

func TestBeforeThereIsAMap(t *testing.T) {
	s := newServer(t)
	for _, path := range []string{"/map", "/map.bin", "/papers", "/papers/x", "/reading", "/reports/centrality", "/search?q=x"} {
		t.Run(path, func(t *testing.T) {
			a := send(s, request("/api/v1"+path))
			if got := a.Header.Get("Retry-After"); got != "1" {
				t.Errorf("Retry-After %q, want 1", got)
			}
			if f := wantFault(t, a, http.StatusServiceUnavailable); f.Stage != "reading" {
				t.Errorf("stage %q, want reading", f.Stage)
			}
		})
	}
	s.Step("links", 3, 10)
	if f := wantFault(t, send(s, request("/api/v1/map")), http.StatusServiceUnavailable); f.Stage != "links" || f.Done != 3 || f.Total != 10 {
		t.Errorf("after a step: %s %d of %d", f.Stage, f.Done, f.Total)
	}
}

func TestWhyThereIsNoMap(t *testing.T) {
	s := newServer(t)
	s.Fail(errors.New(`refs.bib: "nothing" readable`))
	s.Step("links", 1, 2) // comes too late
	f := wantFault(t, send(s, request("/api/v1/map")), http.StatusInternalServerError)
	if !strings.Contains(f.Detail, `refs.bib: "nothing" readable`) {
		t.Errorf("detail %q does not say why", f.Detail)
	}
	wantFault(t, send(s, request("/readyz")), http.StatusInternalServerError)
}

func TestHosts(t *testing.T) {
	s := newServer(t, func(o *Options) { o.AllowHosts = []string{"papers.example", "[fe80::1]:80"} })
	for host, want := range map[string]bool{
		"localhost": true, "localhost:8080": true, "LOCALHOST:1": true, "localhost.": true, "127.0.0.1": true, "127.0.0.1:9": true,
		"[::1]": true, "[::1]:8080": true, "papers.example": true, "Papers.Example:443": true, "[fe80::1]": true,
		"": false, "evil.example": false, "localhost.evil.example": false, "127.0.0.1.evil.example": false, "127.0.0.2": false,
		"evil.example:8080": false, "::1evil": false, "[::1": true, "localhost:8080:9": false, "a\x00b": false,
	} {
		t.Run(host, func(t *testing.T) {
			for _, path := range []string{"/", "/api/v1/map", "/healthz"} {
				r := request(path)
				r.Host = host
				a := send(s, r)
				if refused := a.StatusCode == http.StatusForbidden; refused == want {
					t.Errorf("%s: status %d", path, a.StatusCode)
				}
				if !want {
					wantFault(t, a, http.StatusForbidden)
				}
			}
		})
	}
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	s := newServer(t)
	for _, path := range []string{"/", "/nothing", "/api/v1/map", "/api/v1/openapi.json", "/healthz"} {
		h := send(s, request(path)).Header
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'self'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
			"Cross-Origin-Embedder-Policy": "require-corp",
		} {
			if got := h.Get(name); !strings.HasPrefix(got, want) {
				t.Errorf("%s: %s %q, want %q", path, name, got, want)
			}
		}
		if csp := h.Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") || strings.Contains(csp, "http") {
			t.Errorf("%s: policy %q lets in what it should not", path, csp)
		}
	}
}

func TestPage(t *testing.T) {
	s := newServer(t)
	for path, kind := range map[string]string{
		"/": "text/html; charset=utf-8", "/index.html": "text/html; charset=utf-8", "/src/main.js": "text/javascript; charset=utf-8",
		"/style/tokens.css": "text/css; charset=utf-8", "/style/deep/print.css": "text/css; charset=utf-8", "/icons/icon.svg": "image/svg+xml",
	} {
		t.Run(path, func(t *testing.T) {
			a, body := fetch(t, s, path)
			if a.StatusCode != http.StatusOK || a.Header.Get("Content-Type") != kind {
				t.Fatalf("status %d, type %q, want %q", a.StatusCode, a.Header.Get("Content-Type"), kind)
			}
			wantKept(t, s, path, body)
		})
	}
	for _, path := range []string{
		"/package.json", "/node_modules/x/x.js", "/test/unit/x.test.js", "/src/notes.txt", "/embed.go", "/src/secret/.env",
		"/../server.go", "/src/%2e%2e/package.json", "/src/..%2fpackage.json", "//index.html", "/%00", "/src\\main.js",
	} {
		t.Run(path, func(t *testing.T) { wantFault(t, send(s, request(path)), http.StatusNotFound) })
	}
}

// wantKept checks that an answer can be had packed, that its tags hold, and that HEAD gives the same without a body.
func wantKept(t *testing.T, s http.Handler, path string, plain []byte) {
	t.Helper()
	for _, accept := range []string{"", "gzip", "br, gzip;q=0.5", "*", "identity", "gzip;q=0, identity"} {
		a, body := fetch(t, s, path, "Accept-Encoding", accept)
		if a.Header.Get("Content-Encoding") == "gzip" {
			if accept == "" || strings.HasPrefix(accept, "identity") || strings.HasPrefix(accept, "gzip;q=0") {
				t.Errorf("packed for Accept-Encoding %q", accept)
			}
			body = unpacked(t, body)
		}
		if string(body) != string(plain) {
			t.Errorf("other bytes for Accept-Encoding %q", accept)
		}
		tag := a.Header.Get("ETag")
		if !strings.HasPrefix(tag, `"`) || !strings.HasSuffix(tag, `"`) || len(tag) < 10 {
			t.Errorf("tag %s is no strong one", tag)
		}
		if !strings.Contains(a.Header.Get("Vary"), "Accept-Encoding") {
			t.Errorf("Vary %q", a.Header.Get("Vary"))
		}
		for _, known := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
			again, rest := fetch(t, s, path, "Accept-Encoding", accept, "If-None-Match", known)
			if again.StatusCode != http.StatusNotModified || len(rest) != 0 || again.Header.Get("ETag") != tag {
				t.Errorf("If-None-Match %s: %d, %d bytes, tag %s", known, again.StatusCode, len(rest), again.Header.Get("ETag"))
			}
		}
		if again, _ := fetch(t, s, path, "Accept-Encoding", accept, "If-None-Match", `"other"`); again.StatusCode != http.StatusOK {
			t.Errorf("another tag: %d, want 200", again.StatusCode)
		}
	}
	r := request(path)
	r.Method = http.MethodHead
	head := send(s, r)
	if rest, _ := io.ReadAll(head.Body); head.StatusCode != http.StatusOK || len(rest) != 0 {
		t.Errorf("HEAD: %d, %d bytes", head.StatusCode, len(rest))
	}
}

func unpacked(tb testing.TB, body []byte) []byte {
	tb.Helper()
	r, err := gzip.NewReader(strings.NewReader(string(body)))
	if err != nil {
		tb.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		tb.Fatal(err)
	}
	return plain
}

func TestLivePage(t *testing.T) {
	files := fstest.MapFS{"index.html": {Data: []byte("one")}, "package.json": {Data: []byte("{}")}}
	s := newServer(t, func(o *Options) { o.Page, o.Live = files, true })
	if _, body := fetch(t, s, "/"); string(body) != "one" {
		t.Errorf("page %q, want one", body)
	}
	files["index.html"] = &fstest.MapFile{Data: []byte("two")}
	if _, body := fetch(t, s, "/"); string(body) != "two" {
		t.Errorf("after the change: %q, want two", body)
	}
	wantFault(t, send(s, request("/package.json")), http.StatusNotFound)
}

func TestDescription(t *testing.T) {
	s := newServer(t)
	a, body := fetch(t, s, "/api/v1/openapi.json")
	var d struct {
		OpenAPI string                   `json:"openapi"`
		Info    struct{ Version string } `json:"info"`
		Paths   map[string]map[string]struct {
			Summary   string         `json:"summary"`
			Responses map[string]any `json:"responses"`
		} `json:"paths"`
	}
	if err := json.Unmarshal(body, &d); err != nil {
		t.Fatal(err)
	}
	if d.OpenAPI != "3.1.0" || d.Info.Version != "v1.2.3" || !strings.Contains(a.Header.Get("Content-Type"), "json") {
		t.Errorf("OpenAPI %s of version %s as %s", d.OpenAPI, d.Info.Version, a.Header.Get("Content-Type"))
	}
	for path, methods := range d.Paths {
		if len(methods) != 1 || methods["get"].Summary == "" || methods["get"].Responses["200"] == nil {
			t.Errorf("%s is not described", path)
		}
	}
	wantKept(t, s, "/api/v1/openapi.json", body)
}
