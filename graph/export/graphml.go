package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"papergraph/graph/answer"
)

// GraphML writes the graph for Gephi, Cytoscape, NetworkX, igraph and their like; it is valid against graphml.xsd. The
// error is that of w or ctx. O(V + E) time. See Brandes et al., GraphML progress report (2002),
// doi:10.1007/3-540-45848-4_59.
func GraphML(ctx context.Context, w io.Writer, g *answer.Guide, only Selection) error {
	return writeGraphML(ctx, w, contentsOf(g, only))
}

func writeGraphML(ctx context.Context, w io.Writer, c contents) error {
	x := &xmlFile{Writer: bufio.NewWriterSize(w, 1<<16)}
	x.put(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	x.put(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	x.put("<desc>" + escaped(madeInWords(c.made)) + "</desc>\n")
	if c.estimates != "" {
		x.put(`<key id="g_estimates" for="graph" attr.name="estimates" attr.type="string"/>` + "\n")
	}
	x.keys("node", nodeAttributes)
	x.keys("edge", edgeAttributes)
	x.put(`<graph id="G" edgedefault="` + direction(c.directed) + `">` + "\n")
	if c.estimates != "" {
		x.put(`<data key="g_estimates">` + escaped(c.estimates) + "</data>\n")
	}
	if err := each(ctx, c.nodes, x.node); err != nil {
		return err
	}
	if err := each(ctx, c.edges, x.edge); err != nil {
		return err
	}
	x.put("</graph>\n</graphml>\n")
	return x.Flush()
}

// direction says whether edges have one.
func direction(directed bool) string {
	if directed {
		return "directed"
	}
	return "undirected"
}

func (x *xmlFile) node(n node) error {
	x.put(`<node id="` + n.id + `">`)
	x.data("node", nodeAttributes, n.values)
	x.put("</node>\n")
	return nil
}

func (x *xmlFile) edge(e edge) error {
	x.put(`<edge id="` + e.id + `" source="` + e.source + `" target="` + e.target + `">`)
	x.data("edge", edgeAttributes, e.values)
	x.put("</edge>\n")
	return nil
}

// each writes one item after the other until ctx ends, at which it looks once in 256 items.
func each[T any](ctx context.Context, items iter.Seq[T], write func(T) error) error {
	i := 0
	for item := range items {
		if i%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		i++
		if err := write(item); err != nil {
			return err
		}
	}
	return nil
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
	s := m.Settings
	number := func(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
	return line(fmt.Sprintf("papergraph %s; settings neighbours=%d minWeight=%s resolution=%s; seed %d; corpus %s",
		m.Version, s.Neighbours, number(s.MinWeight), number(s.Resolution), m.Seed, m.Corpus))
}
