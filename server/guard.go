package server

import (
	"net"
	"net/http"
	"strings"
)

// policy is the headers of every answer, in their canonical spelling, so that they are put in place without a copy. The
// two about embedding and opening keep the page in a process of its own, which is also what lets it measure its memory.
var policy = [...]struct {
	name  string
	value []string
}{
	{"Content-Security-Policy", []string{"default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"}},
	{"X-Content-Type-Options", []string{"nosniff"}},
	{"Referrer-Policy", []string{"no-referrer"}},
	{"Cross-Origin-Opener-Policy", []string{"same-origin"}},
	{"Cross-Origin-Embedder-Policy", []string{"require-corp"}},
	{"Cross-Origin-Resource-Policy", []string{"same-origin"}},
}

// guard stands before every route: it writes the headers, refuses foreign names and methods that write, and turns HEAD
// into GET without a body.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		headers := w.Header()
		for i := range policy {
			headers[policy[i].name] = policy[i].value
		}
		if !s.knowsHost(r.Host) {
			writeFault(w, unknownHost(r.Host))
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, 0) // nothing that is read here has a body
		if r.Method == http.MethodHead {
			asGet := *r
			asGet.Method = http.MethodGet
			w, r = headWriter{w}, &asGet
		}
		next.ServeHTTP(w, r)
	})
}

// knowsHost says whether the server answers to the name in a header Host, whatever its port. A page of another site whose
// name was bent to this machine's address comes with its own name and is refused (DNS rebinding).
func (s *Server) knowsHost(host string) bool {
	name := hostName(host)
	for _, known := range s.hosts {
		if strings.EqualFold(name, known) {
			return true
		}
	}
	return false
}

// hostName returns a host without its port, brackets and final dot.
func hostName(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.TrimSuffix(host, ".")
}

// headWriter passes everything on but the body.
type headWriter struct{ http.ResponseWriter }

// Write takes the bytes of a body and drops them.
func (headWriter) Write(p []byte) (int, error) { return len(p), nil }
