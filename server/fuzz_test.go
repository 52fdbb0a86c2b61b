package server

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// FuzzRequest sends any path and query. Whatever comes, the server lives, answers without a fault of its own, and says
// what is wrong as a problem.
func FuzzRequest(f *testing.F) {
	for _, q := range questions {
		path, query, _ := strings.Cut(q.path, "?")
		f.Add("/api/v1"+path, query, "")
	}
	for _, seed := range [][3]string{
		{"/", "", "gzip"},
		{"/api/v1/papers/%2e%2e%2f", "", "gzip;q=0"},
		{"/api/v1/papers", "ids=a,b&ids=,&cursor=3-00000000&limit=1e9", `"x", *`},
		{"/api/v1/map.bin", "h=", "*"},
		{"/api/v1/path", "from=alone&to=between&k=9", ""},
		{"/src/../../etc/passwd", "", ""},
		{"/api/v1/search", "q=%f0%9f%8c%8a+%00", "W/"},
	} {
		f.Add(seed[0], seed[1], seed[2])
	}
	s := newMap(f)
	f.Fuzz(func(t *testing.T, path, query, header string) {
		u, err := url.ParseRequestURI("/" + strings.TrimPrefix(path, "/"))
		if err != nil {
			return // net/http refuses it before the server sees it
		}
		u.RawQuery = query
		r := request("/")
		r.URL = u
		r.Header.Set("Accept-Encoding", header)
		r.Header.Set("If-None-Match", header)
		r.Header.Set("Accept", header)
		a := send(s, r)
		body, err := io.ReadAll(a.Body)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case a.StatusCode >= 500:
			t.Fatalf("%s?%s: %d %s", path, query, a.StatusCode, body)
		case a.StatusCode == http.StatusNotModified && len(body) > 0:
			t.Fatalf("%s?%s: 304 with a body", path, query)
		case a.StatusCode >= 400:
			var problem struct{ Status int }
			if err := json.Unmarshal(body, &problem); err != nil || problem.Status != a.StatusCode {
				t.Fatalf("%s?%s: %d without a problem: %s", path, query, a.StatusCode, body)
			}
		}
	})
}
