package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"papergraph": main}) }

// TestScripts runs the transcripts of testdata/script. In each, tiny.jsonl is the corpus of eight papers, and
//
//	exits CODE program args…
//
// runs a program and checks its exit code.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			tiny, err := os.ReadFile(filepath.Join("..", "..", "testdata", "tiny.jsonl"))
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(e.WorkDir, "tiny.jsonl"), tiny, 0o666)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits, "shuffle": shuffle, "binary": binary, "longline": longLine,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE program args…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// shuffle FROM TO A B writes the lines of a file in another order, into two files.
func shuffle(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: shuffle FROM A B")
	}
	lines := strings.SplitAfter(strings.TrimSuffix(ts.ReadFile(args[0]), "\n")+"\n", "\n")
	var parts [2]strings.Builder
	for i, line := range slices.Backward(lines) {
		parts[i*i%3%2].WriteString(line)
	}
	for i := range parts {
		ts.Check(os.WriteFile(ts.MkAbs(args[1+i]), []byte(parts[i].String()), 0o666))
	}
}

// binary FILE writes what is no text.
func binary(ts *testscript.TestScript, _ bool, args []string) {
	b := []byte("\x7fELF\x02\x01\x01\x00")
	for i := range 4096 {
		b = append(b, byte(i*i), 0)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o666))
}

// longLine FILE MEGABYTES writes a listing whose second paper has an abstract on one line of that size.
func longLine(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	fmt.Fprintf(f, `{"id":"good","title":"Waggle paths","abstract":"Bees dance waggle paths."}`+"\n"+`{"id":"long","title":"Endless","abstract":"`)
	for range size {
		_, err = f.WriteString(strings.Repeat("waggle paths on and on ", 1<<20/23))
		ts.Check(err)
	}
	fmt.Fprintf(f, `"}`+"\n"+`{"id":"after","title":"Waggle paths again","abstract":"Bees dance waggle paths."}`+"\n")
}
