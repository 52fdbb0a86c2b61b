package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"papergraph/graph/answer/answertest"
	"papergraph/graph/atlas"
)

// TestReportSaysWhatIsEstimated looks for the measures, what was drawn, the error and the chance in every form.
func TestReportSaysWhatIsEstimated(t *testing.T) {
	g, err := answertest.Estimated(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r, err := Make(t.Context(), g, DefaultOptions)
	if err != nil {
		t.Fatal(err)
	}
	written := func(write func(io.Writer) error) string {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, text := range []string{written(r.Text), strings.ReplaceAll(written(r.Markdown), "\\", "")} {
		words := strings.Join(strings.Fields(text), " ")
		for _, want := range []string{
			"Betweenness is an estimate from 20,000 shortest ways between two papers: with a chance of 90 % no paper is more than 0.00341 off.",
			"Closeness is an estimate from 2,048 papers, their distances to all: with a chance of 90 % no paper is more than 0.0125 off.",
		} {
			if strings.Count(words, want) != 1 {
				t.Errorf("the report does not say once: %s", want)
			}
		}
	}
	var shape struct {
		Made struct{ Estimates map[string]atlas.Estimate }
	}
	if err := json.Unmarshal([]byte(written(r.JSON)), &shape); err != nil {
		t.Fatal(err)
	}
	if got := shape.Made.Estimates; len(got) != 2 || got["betweenness"].Error != 0.00341 || got["closeness"].Of != "papers" {
		t.Errorf("JSON has %+v", got)
	}
	for i, line := range strings.Split(strings.TrimSpace(written(r.CSV)), "\r\n") {
		if want := map[bool]string{true: ",because,estimated", false: ",betweenness|closeness"}[i == 0]; !strings.HasSuffix(line, want) {
			t.Fatalf("line %d of the table: %s", i+1, line)
		}
	}
}
