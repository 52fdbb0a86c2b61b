package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
)

// served is a program that serves.
type served struct {
	address string // "http://127.0.0.1:1234/"
	stop    context.CancelFunc
	code    <-chan int
	stderr  *bytes.Buffer // read it after the end
}

// serveOn starts a program that serves, and returns as soon as it says where.
func serveOn(t *testing.T, stdin io.Reader, args ...string) served {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	r, w := io.Pipe()
	s, code := served{stop: stop, stderr: &bytes.Buffer{}}, make(chan int, 1)
	s.code = code
	go func() {
		code <- run(ctx, append([]string{"serve"}, args...), stdin, w, s.stderr)
		w.Close()
	}()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: exit code %d, %s", <-code, s.stderr)
	}
	s.address = strings.TrimSuffix(line, "\n")
	return s
}

// end stops the program and checks its exit code.
func (s served) end(t *testing.T, want int) {
	t.Helper()
	s.stop()
	if got := <-s.code; got != want {
		t.Errorf("exit code %d, want %d: %s", got, want, s.stderr)
	}
}

// head asks for the map until it is there.
func (s served) head(t *testing.T) (head struct {
	Title   string
	Example bool
	Counts  struct{ Papers, Links int }
},
) {
	t.Helper()
	for {
		a, err := http.Get(s.address + "api/v1/map")
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(a.Body)
		if err != nil {
			t.Fatal(err)
		}
		switch a.StatusCode {
		case http.StatusServiceUnavailable:
			continue
		case http.StatusOK:
			if err := json.Unmarshal(body, &head); err != nil {
				t.Fatal(err)
			}
			return head
		}
		t.Fatalf("status %d: %s", a.StatusCode, body)
	}
}

func TestServeTheExample(t *testing.T) {
	s := serveOn(t, nil, "--addr", "127.0.0.1:0")
	head := s.head(t)
	if !head.Example || head.Counts.Papers < 100 || head.Counts.Links == 0 {
		t.Errorf("head %+v is not that of the example", head)
	}
	for _, path := range []string{"", "healthz", "readyz", "api/v1/openapi.json", "src/main.js"} {
		a, err := http.Get(s.address + path)
		if err != nil || a.StatusCode != http.StatusOK {
			t.Errorf("%s%s: %v, %v", s.address, path, a, err)
		}
	}
	s.end(t, exitInterrupted)
	if _, err := http.Get(s.address); err == nil {
		t.Error("the address still answers")
	}
}

func TestServeWhatIsPasted(t *testing.T) {
	paste := strings.NewReader("Waggle paths\nBees dance waggle paths.\n\nWaggle paths again\nBees dance waggle paths once more.\n")
	s := serveOn(t, paste, "-", "--addr", "127.0.0.1:0", "--quiet")
	if head := s.head(t); head.Counts.Papers != 2 || head.Example || head.Title != "pasted papers" {
		t.Errorf("head %+v is not that of two pasted papers", head)
	}
	s.end(t, exitInterrupted)
	if s.stderr.Len() > 0 {
		t.Errorf("--quiet said %q", s.stderr)
	}
}

// TestServeWhileReading holds the input back: the server answers all the same, and stops when told to.
func TestServeWhileReading(t *testing.T) {
	never, w := io.Pipe()
	defer w.Close()
	s := serveOn(t, never, "-", "--addr", "127.0.0.1:0")
	for path, want := range map[string]int{"": 200, "healthz": 200, "readyz": 503, "api/v1/map": 503} {
		a, err := http.Get(s.address + path)
		if err != nil || a.StatusCode != want {
			t.Errorf("%q: %v, %v, want %d", path, a, err, want)
		}
	}
	s.end(t, exitInterrupted)
}

func TestBusyPort(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).Port
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), []string{"serve", "demo", "--addr", l.Addr().String()}, nil, &stdout, &stderr)
	want := fmt.Sprintf("papergraph: port %d is busy; try --addr 127.0.0.1:", port)
	if code != exitFailed || !strings.HasPrefix(stderr.String(), want) || stdout.Len() > 0 {
		t.Errorf("exit code %d, standard error %q, standard output %q; want 1 and %q…", code, &stderr, &stdout, want)
	}
}

func TestServeOnAnOpenAddress(t *testing.T) {
	s := serveOn(t, nil, "demo", "--addr", "0.0.0.0:0", "--read-only", "--allow-host", "papers.example")
	if !strings.HasPrefix(s.address, "http://127.0.0.1:") {
		t.Errorf("address %s cannot be opened on this machine", s.address)
	}
	for host, want := range map[string]int{"papers.example": 200, "evil.example": 403} {
		r, err := http.NewRequest(http.MethodGet, s.address+"healthz", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		a, err := http.DefaultClient.Do(r)
		if err != nil || a.StatusCode != want {
			t.Errorf("host %s: %v, %v, want %d", host, a, err, want)
		}
	}
	s.end(t, exitInterrupted)
}

func TestServeFromAFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/index.html", []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	s := serveOn(t, nil, "demo", "--addr", "127.0.0.1:0", "--static", dir)
	a, err := http.Get(s.address)
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(a.Body); err != nil || string(body) != "mine" {
		t.Errorf("page %q, %v", body, err)
	}
	s.end(t, exitInterrupted)
}
