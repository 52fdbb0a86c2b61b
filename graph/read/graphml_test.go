package read_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	karateXML = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="n_label" for="node" attr.name="label" attr.type="string"/>
<key id="w" for="edge" attr.name="weight" attr.type="double"><default>3</default></key>
<graph id="G" edgedefault="undirected" parse.nodes="3" parse.edges="2">
<node id="z"><data key="n_label">Z &amp; z</data></node>
<edge source="z" target="b"><data key="w"> 0.25 </data></edge>
<node id="a"/><node id="b"/>
<edge source="b" target="a"/>
</graph>
</graphml>
`
	directedXML = `<graphml><graph edgedefault="directed"><node id="0"/><node id="1"/><node id="2"/>
<edge source="1" target="0"/><edge source="0" target="1"><data key="weight">2</data></edge>
<edge source="2" target="1" directed="false"/><edge source="1" target="0"/></graph></graphml>`
	nestedXML = `<graphml><graph edgedefault="undirected"><node id="a"><graph edgedefault="undirected"><node id="b"/>
<edge source="a" target="b" directed="true"/></graph></node><hyperedge><endpoint node="a"/></hyperedge></graph></graphml>`
)

func TestGraphML(t *testing.T) {
	tests := []struct {
		name, text string
		want       told
	}{
		{"weights, a default, an edge before its node", karateXML, told{3, "0-2 0.25, 1-2 3", "", "z a b", ""}},
		{
			"directed: both ways are added, an edge without direction goes both ways", directedXML,
			told{3, "0-1 3, 1-2 2", "0>1 2, 1>0 1, 1>2 1, 2>1 1", "0 1 2", "3: edge given again (1), left out"},
		},
		{"a graph in a node, an edge with a direction of its own, a hyperedge", nestedXML, told{
			2, "0-1 1", "", "a b",
			"1: graph inside a graph (1), read as part of it; 2: edge with a direction in an undirected graph (1), read without it; 2: hyperedge (1), left out",
		}},
		{"no nodes", "<graphml><graph edgedefault='undirected'/></graphml>", told{}},
		{
			"no direction said, and counts that are wrong",
			"<graphml><graph parse.nodes='9' parse.edges='1'><node id='a'/></graph></graphml>",
			told{1, "", "", "a", "1: edgedefault is missing (1), read as undirected; " +
				"1: the graph says that it has 9 nodes, and has 1 (1), what it has holds; 1: the graph says that it has 1 edges, and has 0 (1), what it has holds"},
		},
		{
			"a document type without entities, another encoding",
			"<?xml version='1.0' encoding='ISO-8859-1'?><!DOCTYPE graphml><graphml><graph edgedefault='undirected'><node id='\xe9'/></graph></graphml>",
			told{1, "", "", "é", ""},
		},
		{"space before the first element", "\n  <graphml><graph edgedefault='directed'/></graphml>", told{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, err := file(t, tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, tell(g)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGraphMLRefused(t *testing.T) {
	inGraph := func(s string) string {
		return "<graphml><key id='w' for='edge' attr.name='weight'/>\n<graph edgedefault='undirected'><node id='a'/><node id='b'/>\n" + s + "</graph></graphml>"
	}
	weighs := func(s string) string {
		return inGraph("<edge source='a' target='b'><data key='w'>" + s + "</data></edge>")
	}
	bomb := "<!DOCTYPE g [\n<!ENTITY a 'ha'><!ENTITY b '" + strings.Repeat("&a;", 100) + "'>]><graphml><graph edgedefault='directed'><node id='&b;'/></graph></graphml>"
	tests := []struct{ name, text, want string }{
		{"another kind of XML", "<html></html>", `line 1: the file is "html", not graphml`},
		{"no graph", "<graphml></graphml>", "there is no graph in it"},
		{"cut off", karateXML[:len(karateXML)-25], "line 9: unexpected EOF"},
		{"cut off inside a tag", karateXML[:300], "line 5: unexpected EOF"},
		{"tags that cross", "<graphml><graph edgedefault='directed'></graphml>", "element <graph> closed by </graphml>"},
		{"entities that stand for much", bomb, "it declares entities, which are not read"},
		{"an entity nobody declared", inGraph("<node id='&x;'/>"), "line 3: invalid character entity &x;"},
		{"a node that is not there", inGraph("<edge source='a' target='c'/>"), `line 3: an edge names the node "c", and there is none`},
		{"a node twice", inGraph("<node id='a'/>"), `line 3: there is a second node "a"`},
		{"a node without an id", inGraph("<node/>"), "line 3: a node has no id"},
		{"an edge without a target", inGraph("<edge source='a'/>"), "line 3: an edge lacks its source or target"},
		{"an edge in an edge", inGraph("<edge source='a' target='b'><edge source='a' target='b'/></edge>"), "inside another edge"},
		{"an edge outside", "<graphml><edge source='a' target='b'/></graphml>", "outside of a graph"},
		{"a weight below 0", weighs("-1"), "line 3: the weight -1 is not a finite number from 0 on"},
		{"no number as weight", weighs("NaN"), "the weight NaN is not a finite number"},
		{"an infinite weight", weighs("INF"), "the weight +Inf is not a finite number"},
		{"a word as weight", weighs("heavy"), `the weight "heavy" is not a number`},
		{"no weight where there should be one", weighs(""), `the weight "" is not a number`},
		{"two graphs", "<graphml><graph edgedefault='directed'/><graph edgedefault='directed'/></graphml>", "a second graph begins"},
		{"a direction nobody knows", "<graphml><graph edgedefault='up'/></graphml>", `edgedefault is "up"`},
		{"a count that is none", "<graphml><graph edgedefault='directed' parse.nodes='-1'/></graphml>", `parse.nodes is "-1"`},
		{"an encoding nobody knows", "<?xml version='1.0' encoding='x-none'?><graphml/>", `the encoding "x-none" is not known`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { refused(t, tt.text, tt.want) })
	}
}
