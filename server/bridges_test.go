package server

import (
	"encoding/json"
	"net/http"
	"testing"

	"papergraph/graph/answer"
)

func TestBridgesAnswer(t *testing.T) {
	s := newMap(t)
	a, body := fetch(t, s, "/api/v1/bridges?a=1&b=2")
	if a.StatusCode != http.StatusOK {
		t.Fatalf("status %d: %s", a.StatusCode, body)
	}
	wantKeptAnswer(t, s, "/api/v1/bridges?a=1&b=2", a)
	var got answer.Between
	if err := json.Unmarshal(body, &got); err != nil {
		t.Fatal(err)
	}
	if got.A != 1 || got.B != 2 || got.Papers == nil || got.Concepts == nil || got.Gap.Shared == nil {
		t.Errorf("%s", body)
	}
	for _, p := range got.Papers {
		if p.Node == nil || p.Title == "" {
			t.Errorf("a paper without its number or title: %s", body)
		}
	}
	_, turned := fetch(t, s, "/api/v1/bridges?a=2&b=1")
	if string(turned) != string(body) {
		t.Errorf("turned round: %s", turned)
	}
}

func TestBridgesRefuse(t *testing.T) {
	s := newMap(t)
	for _, tt := range []struct {
		name, path string
		want       int
	}{
		{"no communities", "/bridges", 422},
		{"one community", "/bridges?a=1", 422},
		{"the same twice", "/bridges?a=1&b=1", 422},
		{"in words", "/bridges?a=one&b=two", 422},
		{"community 0", "/bridges?a=0&b=1", 422},
		{"unknown", "/bridges?a=1&b=99", 404},
	} {
		a, body := fetch(t, s, "/api/v1"+tt.path)
		if a.StatusCode != tt.want || a.Header.Get("Content-Type") != problemType {
			t.Errorf("%s: status %d, %s", tt.name, a.StatusCode, body)
		}
	}
}
