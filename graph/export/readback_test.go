package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph/answer"
)

// seen is what a reader found in a file: the attributes of each node by its id and of each edge by its ends, as text.
type seen struct {
	nodes map[string]map[string]string
	edges map[string]map[string]string
}

// checkAll writes all formats, reads them back and reports where they break a rule or differ. It returns what they hold.
func checkAll(t *testing.T, g *answer.Guide, only Selection) seen {
	t.Helper()
	m, n, e, j := written(t, g, only)
	ofXML, ofCSV, ofJSON := readGraphML(t, m), readCSV(t, n, e), readJSON(t, j)
	if diff := cmp.Diff(ofXML, ofCSV, cmp.AllowUnexported(seen{}), cmp.Transformer("spelling", csvSpelling)); diff != "" {
		t.Errorf("GraphML and CSV differ:\n%s", diff)
	}
	if diff := cmp.Diff(ofXML, ofJSON, cmp.AllowUnexported(seen{})); diff != "" {
		t.Errorf("GraphML and JSON differ:\n%s", diff)
	}
	checkAgainst(t, g, only, ofXML)
	return ofXML
}

// csvSpelling undoes what CSV cannot carry: backslashes, and the space before what a spreadsheet would run.
func csvSpelling(s string) string {
	return strings.TrimPrefix(strings.ReplaceAll(s, `\`, "\u29f5"), " ")
}

var (
	decimal = regexp.MustCompile(`^-?\d+(\.\d+)?([eE][-+]?\d+)?$`)
	token   = regexp.MustCompile(`^[\w.:-]+$`)
)

type graphMLFile struct {
	XMLName xml.Name
	Keys    []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Graphs []struct {
		EdgeDefault string        `xml:"edgedefault,attr"`
		Nodes       []graphMLItem `xml:"node"`
		Edges       []graphMLItem `xml:"edge"`
	} `xml:"graph"`
}

type graphMLItem struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []struct {
		Key  string `xml:"key,attr"`
		Text string `xml:",chardata"`
	} `xml:"data"`
}

// readGraphML reads a file and holds it against the rules that other tools need.
func readGraphML(t *testing.T, b []byte) seen {
	t.Helper()
	var f graphMLFile
	if err := xml.Unmarshal(b, &f); err != nil {
		t.Fatalf("not well-formed: %v", err)
	}
	if f.XMLName.Space != "http://graphml.graphdrawing.org/xmlns" || len(f.Graphs) != 1 || f.Graphs[0].EdgeDefault != "undirected" {
		t.Fatalf("root %v, %d graphs", f.XMLName, len(f.Graphs))
	}
	keys := map[string][3]string{}
	for _, k := range f.Keys {
		if _, twice := keys[k.ID]; twice || k.Name == "id" {
			t.Errorf("key %+v", k)
		}
		keys[k.ID] = [3]string{k.For, k.Name, k.Type}
	}
	out := seen{map[string]map[string]string{}, map[string]map[string]string{}}
	for _, n := range f.Graphs[0].Nodes {
		out.nodes[n.ID] = dataOf(t, keys, "node", n)
	}
	for _, e := range f.Graphs[0].Edges {
		if out.nodes[e.Source] == nil || out.nodes[e.Target] == nil || e.Source == e.Target {
			t.Errorf("edge %q from %q to %q", e.ID, e.Source, e.Target)
		}
		out.edges[e.Source+"-"+e.Target] = dataOf(t, keys, "edge", e)
	}
	if len(out.nodes) != len(f.Graphs[0].Nodes) || len(out.edges) != len(f.Graphs[0].Edges) {
		t.Error("an id or a pair twice")
	}
	return out
}

func dataOf(t *testing.T, keys map[string][3]string, of string, item graphMLItem) map[string]string {
	t.Helper()
	if !token.MatchString(item.ID) {
		t.Errorf("%s id %q", of, item.ID)
	}
	data := map[string]string{}
	for _, d := range item.Data {
		k, ok := keys[d.Key]
		if _, twice := data[k[1]]; !ok || k[0] != of || twice || d.Text == "" || strip(d.Text) != d.Text {
			t.Errorf("data %q of %s %s: %q", d.Key, of, item.ID, d.Text)
		}
		if (k[2] == "int" || k[2] == "double") && !decimal.MatchString(d.Text) {
			t.Errorf("%s %q is no %s", k[1], d.Text, k[2])
		}
		data[k[1]] = d.Text
	}
	return data
}

func readCSV(t *testing.T, nodes, edges []byte) seen {
	t.Helper()
	out := seen{map[string]map[string]string{}, map[string]map[string]string{}}
	for _, row := range rowsOf(t, nodes) {
		id := row["Id"]
		row["label"] = row["Label"]
		delete(row, "Id")
		delete(row, "Label")
		out.nodes[id] = row
	}
	for _, row := range rowsOf(t, edges) {
		if row["Type"] != "Undirected" {
			t.Errorf("type %q", row["Type"])
		}
		pair := row["Source"] + "-" + row["Target"]
		row["weight"] = row["Weight"]
		for _, k := range []string{"Id", "Source", "Target", "Type", "Weight"} {
			delete(row, k)
		}
		out.edges[pair] = row
	}
	return out
}

// rowsOf returns the rows of a table by column, without empty cells.
func rowsOf(t *testing.T, b []byte) []map[string]string {
	t.Helper()
	if strings.Contains(string(b), `\`) {
		t.Error("a backslash, which Gephi takes for the beginning of an escape")
	}
	records, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, c := range r {
			if c != "" {
				row[records[0][i]] = c
			}
			if c != "" && strings.ContainsRune("=+@", rune(c[0])) {
				t.Errorf("a spreadsheet would run %q", c)
			}
		}
		out = append(out, row)
	}
	return out
}

func readJSON(t *testing.T, b []byte) seen {
	t.Helper()
	var f struct {
		Made  answer.Made
		Nodes []map[string]any
		Links []map[string]any
	}
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	if f.Made.Corpus == "" || !bytes.HasPrefix(b, []byte(`{"made":`)) {
		t.Error("made is not on top")
	}
	out := seen{map[string]map[string]string{}, map[string]map[string]string{}}
	for _, n := range f.Nodes {
		out.nodes[n["id"].(string)] = asText(t, n, "id")
	}
	for _, e := range f.Links {
		out.edges[e["source"].(string)+"-"+e["target"].(string)] = asText(t, e, "id", "source", "target")
	}
	return out
}

// asText returns the attributes as GraphML has them.
func asText(t *testing.T, item map[string]any, leave ...string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for k, v := range item {
		switch v := v.(type) {
		case string:
			out[k] = v
		case float64:
			out[k] = numberValue(v).plain(number)
		case []any:
			var items []string
			for _, i := range v {
				items = append(items, i.(string))
			}
			out[k] = joined(items)
		default:
			t.Errorf("%s is %v", k, v)
		}
	}
	for _, k := range leave {
		delete(out, k)
	}
	return out
}

// checkAgainst holds what was read against the atlas.
func checkAgainst(t *testing.T, g *answer.Guide, only Selection, got seen) {
	t.Helper()
	net, names := newGraph(g, only), map[string]bool{}
	for i, u := range net.papers {
		n, d := got.nodes[nodeID(int32(i))], &g.Atlas().Corpus.Documents[u]
		if n["label"] == "" || names[n["name"]] || len([]rune(n["label"])) > labelLength {
			t.Errorf("label %q, name %q", n["label"], n["name"])
		}
		names[n["name"]] = true
		if (d.Year != 0) != (n["year"] != "") || (g.Atlas().Community[u] >= 0) != (n["community"] != "") || n["title"] != prose(d.Title) {
			t.Errorf("%q is %v", d.Title, n)
		}
	}
	for _, e := range g.Atlas().Network.Links.Edges() {
		if net.place[e.U] < 0 || net.place[e.V] < 0 {
			continue
		}
		x := got.edges[nodeID(net.place[e.U])+"-"+nodeID(net.place[e.V])]
		if x["weight"] != numberValue(e.Weight).plain(number) || x["explanation"] == "" || x["shared_concepts"]+x["methods"] == "" {
			t.Errorf("link %v is %v", e, x)
		}
	}
}

func TestAbsentNotEmpty(t *testing.T) {
	for _, v := range []value{numberValue(math.NaN()), numberValue(math.Inf(1)), textValue(""), listValue(nil), known(0)} {
		if v.present {
			t.Errorf("%+v is there", v)
		}
	}
	if v := numberValue(0); !v.present || v.plain(number) != "0" {
		t.Errorf("a score of 0 is %+v", v)
	}
}
