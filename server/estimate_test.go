package server

import (
	"encoding/json"
	"testing"

	"papergraph/graph/answer/answertest"
	"papergraph/graph/atlas"
)

// TestHeadAndTableSayWhatIsEstimated asks for the head of a map and a table of its papers.
func TestHeadAndTableSayWhatIsEstimated(t *testing.T) {
	g, err := answertest.Estimated(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(t)
	if err := s.Publish(g.Atlas(), false); err != nil {
		t.Fatal(err)
	}
	_, body := fetch(t, s, "/api/v1/map")
	var head struct {
		Columns []struct {
			Name     string
			Estimate *atlas.Estimate
		}
		Made struct{ Estimates map[string]atlas.Estimate }
	}
	if err := json.Unmarshal(body, &head); err != nil {
		t.Fatal(err)
	}
	for _, c := range head.Columns {
		e, ok := head.Made.Estimates[c.Name]
		if estimated := c.Name == "betweenness" || c.Name == "closeness"; ok != estimated || (c.Estimate != nil) != estimated ||
			ok && *c.Estimate != e {
			t.Errorf("%s: column says %v, made says %v", c.Name, c.Estimate, e)
		}
	}
	_, body = fetch(t, s, "/api/v1/papers?limit=2")
	var page struct{ Estimates map[string]atlas.Estimate }
	if err := json.Unmarshal(body, &page); err != nil {
		t.Fatal(err)
	}
	if len(page.Estimates) != 2 || page.Estimates["betweenness"].Samples != 20_000 {
		t.Errorf("papers have %v", page.Estimates)
	}
}
