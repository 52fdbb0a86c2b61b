package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestSameBytesOfRealPapers makes links, report and GraphML of 274 real papers on one core and on all.
func TestSameBytesOfRealPapers(t *testing.T) {
	file := filepath.Join("..", "..", "..", "shared", "corpus", "similar-papers.txt")
	if _, err := os.Stat(file); err != nil {
		t.Skip("left out: the corpus of 274 papers does not lie beside this repository")
	}
	for _, args := range [][]string{
		{"links", "--format", "jsonl"}, {"report", "--format", "json"}, {"export", "--format", "graphml"},
	} {
		t.Run(args[0], func(t *testing.T) {
			one, all := printed(t, append(args, file, "--workers", "1")), printed(t, append(args, file))
			if !bytes.Equal(one, all) {
				t.Errorf("%d bytes on one core and %d on all are not the same", len(one), len(all))
			}
		})
	}
}

// printed runs a command and returns what it wrote to standard output.
func printed(t *testing.T, args []string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), append(args, "--quiet"), nil, &stdout, &stderr); code != exitDone {
		t.Fatalf("exit code %d: %s", code, &stderr)
	}
	return stdout.Bytes()
}
