package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"papergraph/graph/answer"
)

// GraphML writes the graph for Gephi, Cytoscape, NetworkX, igraph and their like; it is valid against graphml.xsd. The
// error is that of w or ctx. O(V + E) time. See Brandes et al., GraphML progress report (2002),
// doi:10.1007/3-540-45848-4_59.
func GraphML(ctx context.Context, w io.Writer, g *answer.Guide, only Selection) error {
	x := &xmlFile{Writer: bufio.NewWriterSize(w, 1<<16)}
	net := newGraph(g, only)
	x.put(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	x.put(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	x.put("<desc>" + escaped(madeInWords(net.made)) + "</desc>\n")
	x.keys("node", nodeAttributes)
	x.keys("edge", edgeAttributes)
	x.put(`<graph id="G" edgedefault="undirected">` + "\n")
	for i := range net.papers {
		if err := stopped(ctx, i); err != nil {
			return err
		}
		n := net.node(i)
		x.put(`<node id="` + n.id + `">`)
		x.data("node", nodeAttributes, n.values)
		x.put("</node>\n")
	}
	i := 0
	for e := range net.edges() {
		if err := stopped(ctx, i); err != nil {
			return err
		}
		i++
		x.put(`<edge id="` + e.id + `" source="` + e.source + `" target="` + e.target + `">`)
		x.data("edge", edgeAttributes, e.values)
		x.put("</edge>\n")
	}
	x.put("</graph>\n</graphml>\n")
	return x.Flush()
}

// stopped returns the error of ctx, which it looks at once in 256 items.
func stopped(ctx context.Context, i int) error {
	if i%256 != 0 {
		return nil
	}
	return ctx.Err()
}

// xmlFile writes XML. An error stays in the writer until it is flushed.
type xmlFile struct{ *bufio.Writer }

func (x *xmlFile) put(s string) { x.WriteString(s) } //nolint:errcheck // Flush returns it

// keyID names an attribute in the file. Gephi looks at ids before names, so what it draws by has its name for an id.
func keyID(of, name string) string {
	switch name {
	case "label", "x", "y", "size", "r", "g", "b", "weight":
		return name
	}
	return of[:1] + "_" + name
}

func (x *xmlFile) keys(of string, attributes []attribute) {
	types := map[kind]string{str: "string", list: "string", whole: "int", number: "double"}
	for _, a := range attributes {
		x.put(fmt.Sprintf("<key id=%q for=%q attr.name=%q attr.type=%q/>\n", keyID(of, a.name), of, a.name, types[a.kind]))
	}
}

func (x *xmlFile) data(of string, attributes []attribute, values []value) {
	for i, a := range attributes {
		if values[i].present {
			x.put(`<data key="` + keyID(of, a.name) + `">` + escaped(values[i].plain(a.kind)) + "</data>")
		}
	}
}

var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escaped returns a clean line as the text of an element.
func escaped(s string) string { return entities.Replace(s) }

// madeInWords says what made the file on one line.
func madeInWords(m answer.Made) string {
	settings, err := json.Marshal(m.Settings)
	if err != nil { // a setting that is no finite number; none that Build accepts
		settings = nil
	}
	return line(fmt.Sprintf("papergraph %s; settings %s; seed %d; corpus %s", m.Version, settings, m.Seed, m.Corpus))
}
