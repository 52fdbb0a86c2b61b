package demo_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

// shared is the folder beside the repository with papers as conferences list them.
var shared = filepath.Join("..", "..", "..", "shared", "corpus")

// corpus returns the listed papers; where they are not at hand the test is left out.
func corpus(t *testing.T) []paper {
	t.Helper()
	file, err := os.Open(filepath.Join(shared, "papers-60k.jsonl.zst"))
	if err != nil {
		t.Skipf("left out: needs the listing of papers beside the repository: %v", err)
	}
	defer file.Close()
	plain, err := zstd.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	var all []paper
	for d := json.NewDecoder(plain); ; {
		var p paper
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// known returns what can be compared of a paper. NeurIPS was NIPS until 2018 and is one venue.
func known(p paper) paper {
	p.ID, p.Abstract = "", ""
	p.Venue = strings.Replace(p.Venue, "NIPS", "NeurIPS", 1)
	return p
}

func TestFactsAgreeWithTheListing(t *testing.T) {
	listed := map[string]paper{}
	for _, p := range corpus(t) {
		listed[strings.Join(words(p.Title), " ")] = p
	}
	var missing []string
	for _, p := range read(t) {
		other, ok := listed[strings.Join(words(p.Title), " ")]
		if !ok {
			missing = append(missing, p.ID)
			continue
		}
		if diff := cmp.Diff(known(other), known(p)); diff != "" {
			t.Errorf("%s (-listed +example):\n%s", p.ID, diff)
		}
	}
	found := len(read(t)) - len(missing)
	t.Logf("%d papers agree with the listing; not in it are %d: %s", found, len(missing), strings.Join(missing, " "))
	if found < 60 {
		t.Errorf("only %d papers are in the listing, want 60 or more", found)
	}
}
