package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strconv"

	"papergraph/graph/answer"
)

// JSON writes the graph as node-link JSON, a node and a link a line, with what made it on top. d3 takes it as it is;
// NetworkX reads it by node_link_graph(d, edges="links"). Lists are lists. The error is that of w or ctx. O(V + E) time.
func JSON(ctx context.Context, w io.Writer, g *answer.Guide, only Selection) error {
	return writeJSON(ctx, w, contentsOf(g, only))
}

func writeJSON(ctx context.Context, w io.Writer, c contents) error {
	j := &jsonFile{w: bufio.NewWriterSize(w, 1<<16)}
	j.put(`{"made":`)
	j.any(c.made)
	j.put(`,"directed":` + strconv.FormatBool(c.directed) + `,"multigraph":false,"graph":{},` + "\n" + `"nodes":[`)
	err := each(ctx, c.nodes, func(n node) error { return j.item([]string{"id", n.id}, nodeAttributes, n.values) })
	if err != nil {
		return err
	}
	j.put("\n],\n" + `"links":[`)
	j.begun = false
	err = each(ctx, c.edges, func(e edge) error {
		return j.item([]string{"id", e.id, "source", e.source, "target", e.target}, edgeAttributes, e.values)
	})
	if err != nil {
		return err
	}
	j.put("\n]}\n")
	if j.err != nil {
		return j.err
	}
	return j.w.Flush()
}

// jsonFile writes JSON. Errors of the writer stay there until it is flushed; err is the first of the encoder.
type jsonFile struct {
	w     *bufio.Writer
	begun bool // whether the list in hand has an item
	err   error
}

func (j *jsonFile) put(s string) { j.w.WriteString(s) } //nolint:errcheck // Flush returns it

func (j *jsonFile) any(v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && j.err == nil {
		j.err = err
	}
	j.put(string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
}

// item writes an object on a line of its own: names that are sure to be there, then attributes.
func (j *jsonFile) item(sure []string, attributes []attribute, values []value) error {
	if j.begun {
		j.put(",")
	}
	j.begun = true
	j.put("\n{")
	for k := 0; k < len(sure); k += 2 {
		if k > 0 {
			j.put(",")
		}
		j.any(sure[k])
		j.put(":")
		j.any(sure[k+1])
	}
	for k, a := range attributes {
		if v := values[k]; v.present {
			j.put(`,"` + a.name + `":`)
			j.value(a.kind, v)
		}
	}
	j.put("}")
	return j.err
}

func (j *jsonFile) value(k kind, v value) {
	switch k {
	case str:
		j.any(v.text)
	case list:
		j.any(v.items)
	case whole, number:
		j.any(v.number)
	}
}
