package export

import (
	"bytes"
	"strings"
	"testing"

	"papergraph/graph/answer/answertest"
)

// TestFilesSayWhatIsEstimated looks into each form for the measures that were estimated, and how.
func TestFilesSayWhatIsEstimated(t *testing.T) {
	g, err := answertest.Estimated(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const words = "betweenness: 20000 paths, error 0.00341, confidence 0.9; closeness: 2048 papers, error 0.0125, confidence 0.9"
	var graphML, nodes, edges, nodeLink bytes.Buffer
	if err := GraphML(t.Context(), &graphML, g, Selection{}); err != nil {
		t.Fatal(err)
	}
	if err := CSV(t.Context(), &nodes, &edges, g, Selection{}); err != nil {
		t.Fatal(err)
	}
	if err := JSON(t.Context(), &nodeLink, g, Selection{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<key id="g_estimates" for="graph" attr.name="estimates" attr.type="string"/>`, `<data key="g_estimates">` + words + "</data>",
	} {
		if strings.Count(graphML.String(), want) != 1 {
			t.Errorf("GraphML has no %s", want)
		}
	}
	lines := strings.Split(strings.TrimSpace(nodes.String()), "\r\n")
	if !strings.HasSuffix(lines[0], ",estimated") || !strings.HasSuffix(lines[1], `,"`+words+`"`) {
		t.Errorf("table of nodes begins with %s and %s", lines[0], lines[1])
	}
	want := `"estimates":{"betweenness":{"samples":20000,"of":"paths","error":0.00341,"confidence":0.9},"closeness":`
	if !strings.Contains(nodeLink.String()[:1000], want) {
		t.Errorf("node-link JSON has no %s", want)
	}
}
