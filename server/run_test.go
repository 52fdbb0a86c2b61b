package server

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// start runs a server on a port of its own, and returns its address, its stop and what Run returned.
func start(t *testing.T, s *Server) (address string, stop context.CancelFunc, ended <-chan error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	end := make(chan error, 1)
	go func() { end <- s.Run(ctx, l) }()
	return l.Addr().String(), cancel, end
}

func TestStopWithIdleConnections(t *testing.T) {
	s := newServer(t)
	address, stop, ended := start(t, s)
	unused, err := net.Dial("tcp", address) // as browsers open them, to be quick later
	if err != nil {
		t.Fatal(err)
	}
	defer unused.Close()
	kept, err := http.Get("http://" + address + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, kept.Body)
	stop()
	if err := <-ended; err != nil {
		t.Errorf("Run: %v", err)
	}
	if _, err := net.Dial("tcp", address); err == nil {
		t.Error("the address is still taken")
	}
}

func TestStopLetsRequestsFinish(t *testing.T) {
	s := newServer(t)
	begun, release := make(chan struct{}), make(chan struct{})
	inner := s.web
	s.web = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(begun)
		<-release
		inner.ServeHTTP(w, r)
	})
	address, stop, ended := start(t, s)
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "GET /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
	<-begun
	stop()
	select {
	case err := <-ended:
		t.Fatalf("Run returned %v while a request ran", err)
	default:
	}
	close(release)
	a, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(a.Body); err != nil || !strings.Contains(string(body), "papergraph") {
		t.Errorf("the answer was cut: %d bytes, %v", len(body), err)
	}
	if err := <-ended; err != nil {
		t.Errorf("Run: %v", err)
	}
}

func TestRunSaysWhyItEnded(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := newServer(t).Run(t.Context(), l); err == nil {
		t.Error("no error for a listener that is closed")
	}
}

func TestClientThatLeaves(t *testing.T) {
	s := newMap(t)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	if a := send(s, request("/api/v1/path?from=swarm%2B1&to=between").WithContext(ctx)); a.StatusCode < 500 {
		t.Errorf("status %d for an answer nobody waits for", a.StatusCode)
	}
	if a := send(s, request("/api/v1/path?from=swarm%2B1&to=between")); a.StatusCode != http.StatusOK {
		t.Errorf("status %d for the next one", a.StatusCode)
	}
}

func TestPanicBecomesAFault(t *testing.T) {
	s := newMap(t)
	broken := *s.state.Load().view
	broken.guide = nil
	s.state.Store(&state{view: &broken})
	wantFault(t, send(s, request("/api/v1/papers")), http.StatusInternalServerError)
	if a := send(s, request("/healthz")); a.StatusCode != http.StatusOK {
		t.Errorf("healthz %d after it", a.StatusCode)
	}
}

// TestOverTheWire sends what net/http's own client would not.
func TestOverTheWire(t *testing.T) {
	s := newMap(t)
	address, stop, ended := start(t, s)
	for _, c := range []struct {
		name, request string
		status        int
	}{
		{"no host", "GET /healthz HTTP/1.1\r\n\r\n", 400},
		{"an old client", "GET /healthz HTTP/1.0\r\n\r\n", 403},
		{"a foreign host", "GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403},
		{"a whole address", "GET http://localhost/healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n", 200},
		{"a bad escape", "GET /api/v1/papers/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
		{"headers without end", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + strings.Repeat("x", headerBytes+8192) + "\r\n\r\n", 431},
		{"a body that is not asked for", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody", 200},
		{"a slash inside an id", "GET /api/v1/papers/10.1145%2F3292500 HTTP/1.1\r\nHost: localhost:1\r\n\r\n", 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			conn, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			go fmt.Fprint(conn, c.request) // the server may answer before it has all
			a, err := http.ReadResponse(bufio.NewReader(conn), nil)
			if err != nil {
				t.Fatal(err)
			}
			if a.StatusCode != c.status {
				t.Errorf("status %d, want %d", a.StatusCode, c.status)
			}
		})
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("Run: %v", err)
	}
}
