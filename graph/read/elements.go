package read

import (
	"encoding/xml"
	"fmt"
	"strconv"
)

// elements numbers the nodes of GraphML. An edge may name a node whose element comes later, so nodes get numbers as they
// are first named, and their final ones at the end.
type elements struct {
	number map[string]int32 // by id, in the order in which they were first named
	ids    []string         // in that order
	lines  []int            // where that was
	place  []int32          // in the order of node elements; -1 for one without
	count  int32            // of node elements
}

func newElements() elements { return elements{number: map[string]int32{}} }

// of returns the number of an id.
func (n *elements) of(line int, id string) int32 {
	u, ok := n.number[id]
	if !ok {
		u = int32(len(n.ids))
		n.number[id] = u
		n.ids, n.lines, n.place = append(n.ids, id), append(n.lines, line), append(n.place, -1)
	}
	return u
}

// declare takes a node element.
func (n *elements) declare(line int, attrs []xml.Attr) error {
	id := attribute(attrs, "id")
	if id == "" {
		return atLine(line, "a node has no id")
	}
	u := n.of(line, id)
	if n.place[u] >= 0 {
		return atLine(line, "there is a second node %q", cut(id))
	}
	n.place[u] = n.count
	n.count++
	return nil
}

// settle returns the ids by final number, and the final number of each node.
func (n *elements) settle() (list []string, to []int32, err error) {
	list = make([]string, n.count)
	for u, id := range n.ids {
		if n.place[u] < 0 {
			return nil, nil, atLine(n.lines[u], "an edge names the node %q, and there is none", cut(id))
		}
		list[n.place[u]] = id
	}
	return list, n.place, nil
}

// counts holds how many nodes and edges a graph says it has; -1 where it says nothing.
type counts struct {
	line                 int
	saidNodes, saidEdges int
	edges                int // met
}

// open reads what a graph says of itself to help readers.
func (c *counts) open(line int, attrs []xml.Attr) error {
	c.line = line
	var err error
	if c.saidNodes, err = said(line, attrs, "parse.nodes"); err != nil {
		return err
	}
	c.saidEdges, err = said(line, attrs, "parse.edges")
	return err
}

func said(line int, attrs []xml.Attr, name string) (int, error) {
	text := attribute(attrs, name)
	if text == "" {
		return -1, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return -1, atLine(line, "%s is %q, not a whole number from 0 on", name, cut(text))
	}
	return n, nil
}

// check warns where the graph has not what it says.
func (c *counts) check(g *gather, nodes int) {
	if c.saidNodes >= 0 && c.saidNodes != nodes {
		g.warn(c.line, fmt.Sprintf("the graph says that it has %d nodes, and has %d", c.saidNodes, nodes), "what it has holds")
	}
	if c.saidEdges >= 0 && c.saidEdges != c.edges {
		g.warn(c.line, fmt.Sprintf("the graph says that it has %d edges, and has %d", c.saidEdges, c.edges), "what it has holds")
	}
}
