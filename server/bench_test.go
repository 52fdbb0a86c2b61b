package server

import (
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/gin-gonic/gin"
)

// discard is a ResponseWriter that keeps only its headers, so that a benchmark measures the server alone.
type discard struct{ header http.Header }

func (d *discard) Header() http.Header        { return d.header }
func (*discard) Write(p []byte) (int, error)  { return len(p), nil }
func (*discard) WriteHeader(int)              {}
func (d *discard) reset() http.ResponseWriter { clear(d.header); return d }

// BenchmarkReady answers map.bin of eight papers from its ready bytes: through all of the server, and, to compare, through
// a bare gin handler that writes the same bytes.
func BenchmarkReady(b *testing.B) {
	s := newMap(b)
	bare := gin.New()
	block := s.state.Load().view.block
	bare.GET("/api/v1/map.bin", func(c *gin.Context) { c.Data(http.StatusOK, block.kind, block.packed) })
	for _, bench := range []struct {
		name    string
		handler http.Handler
	}{{"server", s}, {"gin", bare}} {
		b.Run(bench.name, func(b *testing.B) {
			r, w := request("/api/v1/map.bin", "Accept-Encoding", "gzip"), &discard{http.Header{}}
			b.ReportAllocs()
			for b.Loop() {
				bench.handler.ServeHTTP(w.reset(), r)
			}
		})
	}
}

// BenchmarkLoopback answers 200 kB of JSON, ready and packed, to a client on this machine: through all of the server, and
// through a bare gin handler that writes the same bytes. The server should reach 0.8 of its requests.
func BenchmarkLoopback(b *testing.B) {
	s := newMap(b)
	var body []byte
	for i := 0; len(body) < 200_000; i++ {
		body = fmt.Appendf(body, `{"id":"paper-%d","score":%v},`, i, math.Sqrt(float64(i)))
	}
	head, err := makeReady("application/json", "", body)
	if err != nil {
		b.Fatal(err)
	}
	s.state.Load().view.head = head
	bare := gin.New()
	bare.GET("/api/v1/map", func(c *gin.Context) {
		c.Header("Content-Encoding", "gzip")
		c.Data(http.StatusOK, head.kind, head.packed)
	})
	for _, bench := range []struct {
		name    string
		handler http.Handler
	}{{"server", s}, {"gin", bare}} {
		b.Run(bench.name, func(b *testing.B) {
			web := httptest.NewServer(bench.handler)
			defer web.Close()
			r, err := http.NewRequest(http.MethodGet, web.URL+"/api/v1/map", nil)
			if err != nil {
				b.Fatal(err)
			}
			r.Header.Set("Accept-Encoding", "gzip")
			b.SetBytes(int64(len(head.packed)))
			for b.Loop() {
				a, err := web.Client().Do(r)
				if err != nil || a.StatusCode != http.StatusOK {
					b.Fatal(a, err)
				}
				_, _ = io.Copy(io.Discard, a.Body)
				a.Body.Close()
			}
		})
	}
}

// BenchmarkAnswer makes answers on request, on eight papers.
func BenchmarkAnswer(b *testing.B) {
	s := newMap(b)
	for _, path := range []string{"/papers", "/papers/between", "/links/swarm+1/between", "/search?q=tidal"} {
		b.Run(path, func(b *testing.B) {
			r, w := request("/api/v1"+path), &discard{http.Header{}}
			b.ReportAllocs()
			for b.Loop() {
				s.ServeHTTP(w.reset(), r)
			}
		})
	}
}

// BenchmarkPublish makes head and block, and packs them.
func BenchmarkPublish(b *testing.B) {
	a, err := tiny()
	if err != nil {
		b.Fatal(err)
	}
	s := newServer(b)
	for b.Loop() {
		if err := s.Publish(a, false); err != nil {
			b.Fatal(err)
		}
	}
}
