package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestExamplesOfHelp runs the example of every command as it stands.
func TestExamplesOfHelp(t *testing.T) {
	p := &program{tell: &teller{w: io.Discard}}
	for _, c := range everyCommand(p.root()) {
		t.Run(c.Name(), func(t *testing.T) {
			args := splitExample(c.Example)
			if len(args) < 2 || !strings.HasPrefix(strings.Join(args, " "), c.CommandPath()+" ") && strings.Join(args, " ") != c.CommandPath() {
				t.Fatalf("example %q is none of %s", c.Example, c.CommandPath())
			}
			if c.Name() == "serve" {
				serveOn(t, nil, append(args[2:], "--addr", "127.0.0.1:0")...).end(t, exitInterrupted)
				return
			}
			t.Chdir(t.TempDir())
			var stdout, stderr bytes.Buffer
			if code := run(t.Context(), args[1:], nil, &stdout, &stderr); code != exitDone {
				t.Fatalf("exit code %d: %s", code, &stderr)
			}
			if files, _ := os.ReadDir("."); stdout.Len() == 0 && len(files) == 0 {
				t.Error("it writes nothing")
			}
		})
	}
}

// splitExample parts an example into words as a shell does, double quotes included.
func splitExample(s string) []string {
	var words []string
	for i, part := range strings.Split(s, `"`) {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	return words
}

// TestFlags lists which command takes which flag: one that does nothing there is not there.
func TestFlags(t *testing.T) {
	making := "log-format min-weight neighbours pin quiet resolution seed stop strict thesaurus workers"
	writing := " format output"
	want := map[string]string{
		"serve": making + " addr allow-host open read-only static", "annotate": making + writing, "links": making + writing + " links top",
		"related": making + writing + " paper top", "papers": making + writing + " top", "concepts": making + writing + " top",
		"communities": making + writing, "explain": making + writing + " from to", "path": making + writing + " from k to",
		"search": making + writing + " query top", "report": making + writing + " top", "export": making + writing + " links",
		"analyze": "communities error layout log-format measures no-scores quiet resolution samples seed strict timings weights workers" + writing,
		"formats": writing, "lexicon": "", "lexicon build": "log-format output quiet strict workers", "lexicon show": writing, "version": "",
	}
	p := &program{tell: &teller{w: io.Discard}}
	for _, c := range everyCommand(p.root()) {
		path := strings.TrimPrefix(c.CommandPath(), "papergraph ")
		flags, known := want[path]
		if !known {
			t.Errorf("command %s is not in the contract", path)
		}
		for name := range strings.FieldsSeq(flags) {
			if c.Flags().Lookup(name) == nil {
				t.Errorf("%s lacks --%s", path, name)
			}
		}
		if got, n := flagLines(c), len(strings.Fields(flags)); got != n {
			t.Errorf("%s has %d flags, want %d", path, got, n)
		}
	}
}

// everyCommand returns the commands below one.
func everyCommand(c *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, sub := range c.Commands() {
		all = append(append(all, sub), everyCommand(sub)...)
	}
	return all
}

// flagLines counts the flags that help shows.
func flagLines(c *cobra.Command) int {
	n := 0
	for line := range strings.Lines(c.LocalFlags().FlagUsages()) {
		if strings.Contains(line, "--") {
			n++
		}
	}
	return n
}

// blocked is a writer that nobody reads from: a write to it waits until the test is over.
type blocked struct{ begun, over chan struct{} }

func (b blocked) Write(p []byte) (int, error) {
	select {
	case b.begun <- struct{}{}:
	case <-b.over:
	}
	<-b.over
	return len(p), nil
}

func TestInterruptWhileNobodyReads(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	out := blocked{make(chan struct{}), make(chan struct{})}
	defer close(out.over)
	code := make(chan int, 1)
	go func() { code <- run(ctx, []string{"formats"}, nil, out, io.Discard) }()
	<-out.begun
	stop()
	if got := <-code; got != exitInterrupted {
		t.Errorf("exit code %d, want %d", got, exitInterrupted)
	}
}

func TestInterruptWhileReading(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	never, w := io.Pipe()
	defer w.Close()
	file := filepath.Join(t.TempDir(), "papers.json")
	code := make(chan int, 1)
	go func() { code <- run(ctx, []string{"papers", "-", "-o", file}, never, io.Discard, io.Discard) }()
	if _, err := w.Write([]byte("Waggle paths\n")); err != nil {
		t.Fatal(err)
	}
	stop()
	if got := <-code; got != exitInterrupted {
		t.Errorf("exit code %d, want %d", got, exitInterrupted)
	}
	if files, _ := os.ReadDir(filepath.Dir(file)); len(files) > 0 {
		t.Errorf("%s is left behind", files[0].Name())
	}
}

func TestInterruptWhileWriting(t *testing.T) {
	dir := t.TempDir()
	p := &program{}
	err := p.write(filepath.Join(dir, "half.txt"), func(w io.Writer) error {
		if _, err := io.WriteString(w, "half of it"); err != nil {
			t.Fatal(err)
		}
		p.drafts.remove() // as interrupted does
		return nil
	})
	if err == nil {
		t.Error("the file got its name after the end")
	}
	if files, _ := os.ReadDir(dir); len(files) > 0 {
		t.Errorf("%s is left behind", files[0].Name())
	}
	if err := p.write(filepath.Join(dir, "late.txt"), func(io.Writer) error { return nil }); err == nil {
		t.Error("a file was begun after the end")
	}
}

func TestWriteErrorKeepsTheOldFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "old.txt")
	if err := os.WriteFile(file, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	err := (&program{}).write(file, func(w io.Writer) error {
		_, _ = io.WriteString(w, "new")
		return io.ErrShortWrite
	})
	if err == nil {
		t.Error("no error")
	}
	if b, _ := os.ReadFile(file); string(b) != "old" {
		t.Errorf("the file holds %q, want old", b)
	}
	if files, _ := os.ReadDir(filepath.Dir(file)); len(files) != 1 {
		t.Errorf("%d files are left, want one", len(files))
	}
}

func TestFormatFromTheEnding(t *testing.T) {
	all := []string{"text", "json", "jsonl", "csv", "tsv", "md", "graphml"}
	for name, want := range map[string]string{
		"-": "text", "map": "text", "map.json": "json", "map.JSON": "json", "map.ndjson": "jsonl", "a.b/map": "text", "a/map.csv": "csv",
		"map.graphml": "graphml", "notes.txt": "text", "map.unknown": "text", ".json": "json", "map.": "text",
	} {
		if got, err := (&options{out: name}).choose(all); got != want || err != nil {
			t.Errorf("-o %s: %q, %v, want %q", name, got, err, want)
		}
	}
	if got, err := (&options{out: "map.json", format: "csv"}).choose(all); got != "csv" || err != nil {
		t.Errorf("--format csv -o map.json: %q, %v, want csv", got, err)
	}
	if got, err := (&options{out: "map.html"}).choose(all); err == nil {
		t.Errorf("-o map.html: %q, want an error", got)
	}
}

func Example() {
	papers := strings.NewReader("Waggle paths\nBees dance waggle paths.\n\nWaggle paths again\nBees dance waggle paths once more.\n")
	run(context.Background(), []string{"links", "-", "--format", "md", "--quiet"}, papers, os.Stdout, os.Stderr)
	// Output:
	// | source | target | rank | weight | kind | onMap | sameWork | directed |
	// | --- | --- | --- | --- | --- | --- | --- | --- |
	// | waggle-paths | waggle-paths-again | 1 | 1 | concepts | true | false | false |
	// | waggle-paths-again | waggle-paths | 1 | 1 | concepts | true | false | false |
}
