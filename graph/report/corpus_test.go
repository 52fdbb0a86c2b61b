package report

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"papergraph/graph/answer/answertest"
)

// TestRealPapers makes the report of 274 real papers, which lie beside the project where it is developed.
func TestRealPapers(t *testing.T) {
	listing, err := os.ReadFile("../../../shared/corpus/similar-papers.txt")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("left out: ../shared/corpus is not there")
	}
	if err != nil {
		t.Fatal(err)
	}
	g, err := answertest.Read(context.Background(), "similar-papers.txt", string(listing))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Make(context.Background(), g, DefaultOptions)
	if err != nil {
		t.Fatal(err)
	}
	if linked := float64(r.Graph.Papers-len(r.Unlinked)) / float64(r.Graph.Papers); r.Graph.Papers != 274 || linked < 0.92 {
		t.Errorf("%d papers, of which %.0f %% are linked", r.Graph.Papers, 100*linked)
	}
	said := map[string]bool{}
	for _, p := range r.brokers() {
		named := 0
		for _, c := range r.Communities {
			if strings.Contains(p.Because, quoted(c.Name)) {
				named++
			}
		}
		if named != 2 || said[p.Because] || !strings.Contains(p.Because, " through ") {
			t.Errorf("%q: %q", p.Title, p.Because)
		}
		said[p.Because] = true
	}
}
