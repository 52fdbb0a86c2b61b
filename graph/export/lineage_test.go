package export

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"papergraph/ingest"
)

// builders is a paper that introduces a method and two that use it.
func builders() []ingest.Document {
	return []ingest.Document{
		{ID: "a", Title: "Fenwalk: Paths over Wet Ground", Abstract: "We propose Fenwalk, a way to find dry paths over a fen."},
		{ID: "b", Title: "Dry Paths in Winter", Abstract: "Fenwalk finds dry paths over a fen. We run Fenwalk on ice."},
		{ID: "c", Title: "Reed Beds Seen from Above", Abstract: "We count reeds. Fenwalk is our baseline on a fen."},
	}
}

func TestBuildsOnStandsOnEdges(t *testing.T) {
	g := guideTo(t, builders(), 1)
	seen := checkAll(t, g, Selection{})
	if e := seen.edges["n0-n1"]; e["builds_on"] != "n0" || e["kind"] != "concepts|builds-on" {
		t.Errorf("the link of both is %v", e)
	}
}

func TestBuildsOnIsADirectedGraphOfItsOwn(t *testing.T) {
	g := guideTo(t, builders(), 1)
	m, _, edges, j := written(t, g, Selection{BuildsOn: true})
	for _, want := range []string{
		`edgedefault="directed"`, `source="n1" target="n0"`, `source="n2" target="n0"`, `<data key="e_kind">builds-on</data>`,
		`Fenwalk (method) "Fenwalk: Paths over Wet Ground" "Fenwalk finds dry paths over a fen."`,
	} {
		if !strings.Contains(string(m), want) {
			t.Errorf("GraphML lacks %s", want)
		}
	}
	if n := strings.Count(string(m), "<edge "); n != 2 {
		t.Errorf("%d edges", n)
	}
	if !strings.Contains(string(edges), "n1,n0,Directed,") || !strings.Contains(string(j), `"directed":true`) {
		t.Errorf("tables or JSON tell no direction: %s %s", edges, j)
	}
	var part bytes.Buffer
	if err := GraphML(context.Background(), &part, g, Selection{Papers: []int32{1, 2}, BuildsOn: true}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(part.String(), "<edge ") {
		t.Error("an edge to a paper that is not written")
	}
}
