package export

import (
	"cmp"
	"iter"
	"math"
	"strconv"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
	"papergraph/ingest"
)

// contents is what a file holds, whatever its form. Nodes come before edges; each is run over once.
type contents struct {
	made answer.Made
	// which measures were estimated, from what and how well, on one line; empty where all are exact
	estimates string
	directed  bool
	unknown   map[string]bool // node attributes that no node has
	nodes     iter.Seq[node]
	edges     iter.Seq[edge]
}

// contentsOf returns the papers of a selection and the links among them.
func contentsOf(g *answer.Guide, only Selection) contents {
	net := newGraph(g, only)
	c := contents{made: g.Made(), estimates: estimatesInWords(g.Atlas().Measures), directed: only.BuildsOn, unknown: net.unknown(), nodes: net.nodes(), edges: net.edges()}
	if only.BuildsOn {
		c.edges = net.lineage()
	}
	return c
}

// graphOf is the part of an atlas that is written.
type graphOf struct {
	a      *atlas.Atlas
	papers []int32 // to write, ascending
	place  []int32 // by paper: its place in papers, -1 where it is not written
	names  map[string]bool
	labels []string // by term: its label on one line, as far as it was asked for
	top    float64  // the largest PageRank
	quotes map[quoted]string
}

func newGraph(g *answer.Guide, only Selection) *graphOf {
	a := g.Atlas()
	a.Need(atlas.Whole)
	out := &graphOf{
		a: a, papers: only.Papers, place: make([]int32, len(a.Corpus.Documents)), names: map[string]bool{}, quotes: map[quoted]string{},
		labels: make([]string, len(a.Vocabulary.Terms)),
	}
	if only.Papers == nil {
		out.papers = make([]int32, len(a.Corpus.Documents))
		for u := range out.papers {
			out.papers[u] = int32(u)
		}
	}
	for u := range out.place {
		out.place[u] = -1
	}
	for i, u := range out.papers {
		out.place[u] = int32(i)
	}
	for _, s := range out.scores("pagerank") {
		out.top = max(out.top, s)
	}
	return out
}

// scores returns the scores of a measure, nil where the atlas has none of the name.
func (g *graphOf) scores(name string) []float64 {
	for _, m := range g.a.Measures {
		if m.Name == name {
			return m.Scores
		}
	}
	return nil
}

// nodeID and edgeID name nodes and edges in files: ids of papers hold characters that no XML name has.
func nodeID(place int32) string { return "n" + strconv.Itoa(int(place)) }
func edgeID(place int) string   { return "e" + strconv.Itoa(place) }

// unknown returns the attributes of which no paper to write knows the value. Only what a reader may leave empty is looked
// at.
func (g *graphOf) unknown() map[string]bool {
	out := map[string]bool{"year": true, "authors": true, "venue": true, "doi": true, "url": true, "community": true, "community_label": true}
	for _, u := range g.papers {
		d := &g.a.Corpus.Documents[u]
		for name, known := range map[string]bool{
			"year": d.Year != 0, "authors": len(d.Authors) > 0, "venue": d.Venue != "", "doi": d.DOI != "", "url": d.URL != "",
			"community": g.a.Community[u] >= 0, "community_label": g.a.Community[u] >= 0,
		} {
			if known {
				delete(out, name)
			}
		}
	}
	return out
}

// nodes runs over the papers to write in the order of their numbers.
func (g *graphOf) nodes() iter.Seq[node] {
	return func(yield func(node) bool) {
		for i := range g.papers {
			if !yield(g.node(i)) {
				return
			}
		}
	}
}

// node returns the i-th paper to write. It must be called once for each, in order: names depend on those before.
func (g *graphOf) node(i int) node {
	u := g.papers[i]
	d := &g.a.Corpus.Documents[u]
	id := line(d.ID)
	title := prose(d.Title)
	label := short(title)
	if label == "" {
		label = short(prose(answer.Label(d)))
	}
	if label == "" { // an id of nothing but controls
		label = nodeID(int32(i))
	}
	known := map[string]value{
		"paper_id": textValue(id), "kind": textValue("paper"), "label": textValue(label), "name": textValue(g.unique(label, id)),
		"title": textValue(title), "venue": textValue(prose(d.Venue)), "doi": textValue(line(d.DOI)), "url": textValue(line(d.URL)),
		"authors": listValue(cleaned(d.Authors)),
	}
	g.addFigures(known, d, u)
	g.addCommunity(known, u)
	g.addConcepts(known, u)
	n := node{id: nodeID(int32(i)), values: make([]value, len(nodeAttributes))}
	for j, a := range nodeAttributes {
		n.values[j] = known[a.name]
	}
	return n
}

// unique returns a label that no node before had: followed by the id in brackets, and by a number where that is taken too.
func (g *graphOf) unique(label, id string) string {
	name := label
	for n := 1; g.names[name]; n++ {
		name = label + " [" + id + "]"
		if n > 1 {
			name += " " + strconv.Itoa(n)
		}
	}
	g.names[name] = true
	return name
}

func (g *graphOf) addFigures(to map[string]value, d *ingest.Document, u int32) {
	to["year"] = known(d.Year)
	for _, m := range g.a.Measures {
		to[m.Name] = numberValue(m.Scores[u])
	}
	p := g.a.Positions[u]
	to["x"], to["y"] = numberValue(p.X), numberValue(p.Y)
	rank := 0.0
	if scores := g.scores("pagerank"); scores != nil && g.top > 0 {
		rank = scores[u] / g.top
	}
	to["size"] = numberValue(diameter(rank))
}

// diameter returns the size of a node by its part of the largest PageRank, 0 to 1: twice the radius that the map draws,
// to hundredths.
func diameter(part float64) float64 {
	return math.Round(200*(2.6+float64(8.4*math.Pow(part, 0.8)))) / 100
}

func (g *graphOf) addCommunity(to map[string]value, u int32) {
	c := colourOf(g.a.Community[u])
	to["r"], to["g"], to["b"] = numberValue(float64(c.r)), numberValue(float64(c.g)), numberValue(float64(c.b))
	if place := g.a.Community[u]; place >= 0 {
		to["community"] = known(g.a.Communities[place].ID)
		to["community_label"] = textValue(line(g.a.Communities[place].Name))
	}
}

func (g *graphOf) addConcepts(to map[string]value, u int32) {
	var concepts, methods []string
	for _, c := range g.a.Vocabulary.Concepts(int(u)) {
		if g.a.Vocabulary.Terms[c.Term].Kind == ingest.Method {
			methods = append(methods, g.label(c.Term))
		} else {
			concepts = append(concepts, g.label(c.Term))
		}
	}
	to["concepts"], to["methods"] = listValue(concepts), listValue(methods)
}

// label returns the label of a term on one line; its key where nothing is left of it.
func (g *graphOf) label(term int32) string {
	if g.labels[term] == "" {
		t := &g.a.Vocabulary.Terms[term]
		g.labels[term] = cmp.Or(line(t.Label), line(t.Key), "?")
	}
	return g.labels[term]
}
