package ingest_test

import (
	"encoding/json"
	"testing"

	"papergraph/ingest"
)

func TestWarningsAsLines(t *testing.T) {
	for _, c := range []struct {
		name    string
		warning ingest.Warning
		want    string
	}{
		{"a place", ingest.Warning{File: "a.jsonl", Line: 12, Record: 3, What: "year \"in press\"", Done: "left out"}, "a.jsonl:12: record 3: year \"in press\"; left out"},
		{"no record", ingest.Warning{File: "a.txt", Line: 1, What: "a banner"}, "a.txt:1: a banner"},
		{"no line", ingest.Warning{File: "-", What: "nothing", Done: "read on"}, "-: nothing; read on"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.warning.String(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNamesOfKindsAndFields(t *testing.T) {
	kinds := map[ingest.Kind]string{
		ingest.Method: "method", ingest.Dataset: "dataset", ingest.Metric: "metric",
		ingest.Task: "task", ingest.Concept: "concept", ingest.Word: "word",
	}
	for kind, want := range kinds {
		got, err := json.Marshal(kind)
		if err != nil || string(got) != `"`+want+`"` {
			t.Errorf("kind %d is written %s (%v), want %q", kind, got, err, want)
		}
	}
	d := ingest.Document{Title: "T", Abstract: "A"}
	if d.Text(ingest.Title) != "T" || d.Text(ingest.Abstract) != "A" || ingest.Title.String() != "title" || ingest.Abstract.String() != "abstract" {
		t.Error("fields and their texts do not go together")
	}
}
