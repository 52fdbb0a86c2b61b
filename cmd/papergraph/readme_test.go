package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme runs every command of this program that README.md shows, with tiny.jsonl as the papers.
func TestReadme(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	commands := commandsOf(string(readme))
	if len(commands) < 10 {
		t.Fatalf("README.md shows %d commands", len(commands))
	}
	t.Chdir(t.TempDir())
	for link, name := range map[string]string{"papers.jsonl": "testdata/tiny.jsonl", "static": "static"} {
		if err := os.Symlink(filepath.Join(root, name), link); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range commands {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			if args[0] == "serve" {
				serveOn(t, nil, append(args[1:], "--addr", "127.0.0.1:0")...).end(t, exitInterrupted)
				return
			}
			var stdout, stderr bytes.Buffer
			if code := run(t.Context(), args, nil, &stdout, &stderr); code != exitDone {
				t.Errorf("exit code %d: %s", code, &stderr)
			}
		})
	}
}

// commandsOf returns the arguments of each line of a shell block that calls this program.
func commandsOf(readme string) [][]string {
	var found [][]string
	for i, block := range strings.Split(readme, "```") {
		if i%2 == 0 || !strings.HasPrefix(block, "sh\n") {
			continue
		}
		for line := range strings.Lines(block) {
			line, _, _ = strings.Cut(line, " #")
			if args, ok := strings.CutPrefix(strings.TrimPrefix(line, "go run ./cmd/"), "papergraph "); ok {
				found = append(found, splitExample(args))
			}
		}
	}
	return found
}
