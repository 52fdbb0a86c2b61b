package main

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCommandsRunWhatTheyNeed asks each command for something and looks which stages of the map were run for it.
func TestCommandsRunWhatTheyNeed(t *testing.T) {
	tiny := filepath.Join("..", "..", "testdata", "tiny.jsonl")
	ids := firstIDs(t, tiny)
	for command, want := range map[string]string{
		"concepts":                    "concepts",
		"concepts --format thesaurus": "concepts",
		"search --query model":        "concepts",
		"annotate":                    "concepts links",
		"links":                       "concepts links",
		"links --links builds-on":     "concepts links",
		"related --paper A":           "concepts links",
		"explain --from A --to B":     "concepts links",
		"path --from A --to B":        "concepts links",
		"communities":                 "concepts links ranks communities",
		"papers":                      "concepts links ranks communities",
		"report":                      "concepts links ranks communities",
		"export":                      "concepts links ranks communities layout",
		"export --links builds-on":    "concepts links ranks communities layout",
	} {
		t.Run(command, func(t *testing.T) {
			var stderr bytes.Buffer
			var ran []string
			p := &program{stdout: &bytes.Buffer{}, stderr: &stderr, tell: &teller{w: &stderr}}
			p.step = func(stage string, _, _ int) { ran = append(ran, stage) }
			args := append(strings.Fields(strings.NewReplacer("A", ids[0], "B", ids[1]).Replace(command)), tiny)
			if code := p.run(t.Context(), args); code != exitDone {
				t.Fatalf("exit code %d: %s", code, &stderr)
			}
			if got := strings.Join(slices.Compact(ran), " "); got != want {
				t.Errorf("ran %s, want %s", got, want)
			}
		})
	}
}

// firstIDs returns the ids of the first papers.
func firstIDs(t *testing.T, file string) []string {
	t.Helper()
	var ids []string
	for line := range strings.Lines(string(printed(t, []string{"papers", file, "--format", "csv"}))) {
		id, _, _ := strings.Cut(line, ",")
		ids = append(ids, id)
	}
	return ids[1:]
}
