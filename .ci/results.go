// Command results reads what go test -json writes and prints what a person wants of it: a line a package, and all that a
// failed test said. It adds "passed failed skipped" as one line to the file it is given, and exits 1 where a test failed,
// or was left out without -may-skip.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
)

// event is a line of go test -json; "go doc test2json" tells what is in it.
type event struct {
	Action, Package, Test, Output string
	ImportPath                    string // of a build
	Elapsed                       float64
}

// results is what was seen so far.
type results struct {
	said                    map[string]string // by package and test, until it ends
	broken                  map[string]bool   // packages with a failed test, which counts, so they do not
	passed, failed, skipped int
}

func main() {
	maySkip := flag.Bool("may-skip", false, "let tests be left out")
	counts := flag.String("counts", os.DevNull, "file to add the counts to")
	flag.Parse()
	r := results{said: map[string]string{}, broken: map[string]bool{}}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 64<<20)
	for in.Scan() {
		var e event
		if err := json.Unmarshal(in.Bytes(), &e); err != nil {
			fmt.Println(in.Text()) // go itself, as "downloading"
			continue
		}
		r.add(e)
	}
	if err := errors.Join(in.Err(), write(*counts, r)); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	if r.failed > 0 || r.skipped > 0 && !*maySkip {
		os.Exit(1)
	}
}

func (r *results) add(e event) {
	key := e.Package + " " + e.Test
	switch e.Action {
	case "output":
		r.said[key] += e.Output
	case "build-output":
		fmt.Print(e.Output)
	case "fail":
		if e.Test != "" || !r.broken[e.Package] {
			r.failed++
		}
		r.broken[e.Package] = true
		fmt.Printf("FAIL %s\n%s", strings.TrimSpace(key), r.said[key])
	case "skip":
		if e.Test != "" {
			r.skipped++
			fmt.Printf("skip %s\n%s", key, r.said[key])
		}
	case "pass":
		if e.Test != "" {
			r.passed++
		} else {
			fmt.Printf("ok   %-36s %6.1f s\n", e.Package, e.Elapsed)
		}
	}
	if e.Action != "output" {
		delete(r.said, key)
	}
}

// write adds the counts to a file.
func write(name string, r results) error {
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(f, r.passed, r.failed, r.skipped)
	return errors.Join(err, f.Close())
}
