package server_test

import (
	"context"
	"fmt"
	"io"
	"net/http/httptest"
	"strings"
	"testing/fstest"

	"papergraph/graph/atlas"
	"papergraph/ingest/bib"
	"papergraph/server"
)

// A server answers before there is a map, and shows it as soon as it is published.
func Example() {
	page := fstest.MapFS{"index.html": {Data: []byte("<!doctype html><title>papergraph</title>")}}
	srv, err := server.New(server.Options{Version: "v1", Page: page})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("before:", status(srv, "/api/v1/map"))

	papers := strings.NewReader("Waggle Paths\nBees dance waggle paths.\n\nWaggle Paths Again\nWe follow waggle paths once more.\n")
	corpus, reading, err := bib.ReadFrom(context.Background(), "bees.txt", papers, bib.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	in := atlas.Input{Title: "bees.txt", Corpus: corpus, Reading: reading}
	a, err := atlas.Build(context.Background(), in, atlas.DefaultSettings, 1, srv)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := srv.Publish(a, false); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("after:", status(srv, "/api/v1/map"))
	// Output:
	// before: 503 Service Unavailable
	// after: 200 OK
}

// status asks a server on this machine and returns how it answered.
func status(srv *server.Server, path string) string {
	w := httptest.NewRecorder()
	srv.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost"+path, nil))
	_, _ = io.Copy(io.Discard, w.Result().Body)
	return w.Result().Status
}
