package export

import (
	"bytes"
	"context"
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

var update = flag.Bool("update", false, "write the golden files anew")

// tiny is three papers and two links, made by hand; the third paper has next to nothing that is known.
func tiny() contents {
	nodes := []node{
		tinyNode("n0", map[string]value{
			"paper_id": textValue("10.5555/a"), "kind": textValue("paper"), "label": textValue("LoRA <in> practice & “use”"),
			"name": textValue("LoRA <in> practice & “use”"), "title": textValue("LoRA <in> practice & “use”"), "year": known(2022),
			"authors": listValue([]string{"First, Author", "Second | Author"}), "venue": textValue("=Venue"), "doi": textValue("10.5555/a"),
			"url": textValue("https://example.org/?a=1&b=2"), "community": known(1), "community_label": textValue("LoRA · model merging"),
			"pagerank": numberValue(0.5), "betweenness": numberValue(0), "closeness": numberValue(0.1 + 0.2), "harmonic": numberValue(1),
			"degree": numberValue(2), "strength": numberValue(0.75), "kcore": numberValue(1), "influence": numberValue(0.25), "concepts": listValue([]string{"model merging"}),
			"methods": listValue([]string{"LoRA", "QLoRA"}), "x": numberValue(-12.5), "y": numberValue(1e-9), "size": numberValue(22),
			"r": numberValue(10), "g": numberValue(148), "b": numberValue(249),
		}),
		tinyNode("n1", map[string]value{
			"paper_id": textValue("b"), "kind": textValue("paper"), "label": textValue(`a \backslash at the end \`),
			"name": textValue(`a \backslash at the end \`), "title": textValue(`a \backslash at the end \`), "degree": numberValue(1),
			"x": numberValue(3), "y": numberValue(4), "size": numberValue(5.2), "r": numberValue(139), "g": numberValue(146), "b": numberValue(157),
		}),
		tinyNode("n2", map[string]value{"paper_id": textValue("c"), "kind": textValue("paper"), "label": textValue("c"), "name": textValue("c")}),
	}
	edges := []edge{
		{"e0", "n0", "n1", []value{
			numberValue(0.5), textValue("concepts|builds-on"), textValue("concepts|builds-on"), listValue([]string{"model merging"}), listValue([]string{"LoRA"}),
			textValue("n1"), textValue(`LoRA (method, 0.300): "We use LoRA."; model merging (0.200)`),
		}},
		{"e1", "n0", "n2", []value{
			numberValue(0.25), textValue("concepts"), textValue("concepts"), {}, listValue([]string{"LoRA"}), {}, textValue("LoRA (method, 0.250)"),
		}},
	}
	return contents{
		made:  answer.Made{Version: "1.2.3", Settings: atlas.DefaultSettings, Seed: 1, Corpus: "sha256:00"},
		nodes: slices.Values(nodes), edges: slices.Values(edges),
	}
}

func tinyNode(id string, known map[string]value) node {
	n := node{id: id}
	for _, a := range nodeAttributes {
		n.values = append(n.values, known[a.name])
	}
	return n
}

func TestGolden(t *testing.T) {
	ctx := context.Background()
	var m, n, e, j bytes.Buffer
	for _, err := range []error{writeGraphML(ctx, &m, tiny()), writeNodes(ctx, &n, tiny()), writeEdges(ctx, &e, tiny()), writeJSON(ctx, &j, tiny())} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, got := range map[string][]byte{
		"tiny.graphml": m.Bytes(), "tiny.nodes.csv": n.Bytes(), "tiny.edges.csv": e.Bytes(), "tiny.json": j.Bytes(),
	} {
		t.Run(name, func(t *testing.T) { golden(t, "testdata/"+name, got) })
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: run with -update if this is meant (-want +got):\n%s", name, diff)
	}
}
