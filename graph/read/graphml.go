package read

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/ianaindex"
)

// graphML reads a graph in GraphML as a stream. Nodes are numbered in the order of their elements. The weight is the data
// of edges whose key is named weight; without such a key all edges weigh 1. Whatever GraphML has beside is left out.
// Entities of a document type are refused: a few lines of them can stand for gigabytes. See Brandes et al., GraphML
// progress report (2002), doi:10.1007/3-540-45848-4_59.
func graphML(ctx context.Context, r io.Reader) (*Graph, error) {
	text := &pieces{r: r}
	m := &markup{d: xml.NewDecoder(text), weight: newWeightKey(), nodes: newElements()}
	m.d.CharsetReader = charset
	for count := 0; ; count++ {
		if count%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		t, err := m.d.Token()
		text.taken = 0
		if errors.Is(err, io.EOF) {
			return m.end()
		}
		if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
			return nil, atLine(syntax.Line, "%s", syntax.Msg)
		}
		m.line, _ = m.d.InputPos()
		if err != nil {
			return nil, atLine(m.line, "%w", err)
		}
		if err := m.take(t); err != nil {
			return nil, err
		}
	}
}

// charset reads an encoding other than UTF-8.
func charset(label string, r io.Reader) (io.Reader, error) {
	e, err := ianaindex.MIME.Encoding(label)
	if err != nil || e == nil {
		return nil, fmt.Errorf("the encoding %q is not known", cut(label))
	}
	return e.NewDecoder().Reader(r), nil
}

// markup is a file of GraphML as far as it was read.
type markup struct {
	gather
	d      *xml.Decoder
	line   int // of the end of the token in hand
	depth  int // elements that are open
	graphs int // graphs on the highest level that were met
	inside int // graph elements that are open
	counts counts
	nodes  elements
	weight weightKey
	edge   *openEdge // the edge element that is open; nil for none
}

// openEdge is an edge element whose end was not met.
type openEdge struct {
	line     int
	from, to int32
	directed bool
	weight   float64
}

// take reads a token.
func (m *markup) take(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		m.depth++
		return m.start(t.Name.Local, t.Attr)
	case xml.EndElement:
		m.depth--
		return m.stop(t.Name.Local)
	case xml.CharData:
		m.weight.hear(t)
	case xml.Directive:
		if bytes.Contains(t, []byte("ENTITY")) {
			return atLine(m.line, "it declares entities, which are not read")
		}
	}
	return nil
}

func (m *markup) start(name string, attrs []xml.Attr) error {
	if m.depth == 1 && name != "graphml" {
		return atLine(m.line, "the file is %q, not graphml", cut(name))
	}
	switch name {
	case "key":
		m.weight.open(attrs)
	case "default":
		m.weight.listenToDefault()
	case "data":
		if m.edge != nil {
			m.weight.listenToData(attrs)
		}
	case "graph":
		return m.openGraph(attrs)
	case "node":
		return m.nodes.declare(m.line, attrs)
	case "edge":
		return m.openEdge(attrs)
	case "hyperedge":
		m.warn(m.line, "hyperedge", "left out")
	}
	return nil
}

func (m *markup) stop(name string) error {
	switch name {
	case "key":
		m.weight.inKey = false
	case "default":
		return m.weight.takeDefault(m.line)
	case "data":
		if w, said, err := m.weight.take(m.line); err != nil || said && m.edge != nil {
			m.edge.weight = w
			return err
		}
	case "graph":
		m.inside--
	case "edge":
		return m.closeEdge()
	}
	return nil
}

// openGraph begins a graph. Graphs inside of nodes are read as parts of the one around them.
func (m *markup) openGraph(attrs []xml.Attr) error {
	m.inside++
	if m.inside > 1 {
		m.warn(m.line, "graph inside a graph", "read as part of it")
		return nil
	}
	if m.graphs++; m.graphs > 1 {
		return atLine(m.line, "a second graph begins, and one can be read")
	}
	switch way := attribute(attrs, "edgedefault"); way {
	case "directed":
		m.directed = true
	case "undirected":
	case "":
		m.warn(m.line, "edgedefault is missing", "read as undirected")
	default:
		return atLine(m.line, "edgedefault is %q, not directed or undirected", cut(way))
	}
	return m.counts.open(m.line, attrs)
}

func (m *markup) openEdge(attrs []xml.Attr) error {
	if m.edge != nil || m.inside == 0 {
		return atLine(m.line, "an edge begins outside of a graph or inside another edge")
	}
	from, to := attribute(attrs, "source"), attribute(attrs, "target")
	if from == "" || to == "" {
		return atLine(m.line, "an edge lacks its source or target")
	}
	e := &openEdge{line: m.line, directed: m.directed, weight: m.weight.fallback}
	e.from, e.to = m.nodes.of(m.line, from), m.nodes.of(m.line, to)
	switch way := attribute(attrs, "directed"); {
	case way == "false":
		e.directed = false
	case way == "true" && !m.directed:
		m.warn(m.line, "edge with a direction in an undirected graph", "read without it")
	}
	m.edge = e
	return nil
}

func (m *markup) closeEdge() error {
	e := m.edge
	m.edge = nil
	m.counts.edges++
	if err := m.add(e.line, e.from, e.to, e.weight); err != nil {
		return err
	}
	if m.directed && !e.directed && e.from != e.to {
		return m.add(e.line, e.to, e.from, e.weight)
	}
	return nil
}

// end returns the graph when the file has ended.
func (m *markup) end() (*Graph, error) {
	if m.graphs == 0 {
		return nil, ErrEmpty
	}
	list, to, err := m.nodes.settle()
	if err != nil {
		return nil, err
	}
	for i, e := range m.edges {
		m.edges[i].u, m.edges[i].v = to[e.u], to[e.v]
	}
	m.counts.check(&m.gather, len(list))
	return m.graph(len(list), list)
}

// attribute returns the value of an attribute, "" if there is none.
func attribute(attrs []xml.Attr, name string) string {
	for _, a := range attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
