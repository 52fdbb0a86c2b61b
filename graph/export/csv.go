package export

import (
	"archive/zip"
	"context"
	"encoding/csv"
	"io"
	"strings"

	"papergraph/graph/answer"
)

// CSV writes the graph as two tables, nodes and edges, for Gephi's importer and for spreadsheets. The error is that of a
// writer or ctx. A column that would be empty is left out: an importer guesses its type and takes a year for text. Where
// measures were estimated, a last column of the nodes says which and how. O(V + E) time.
func CSV(ctx context.Context, nodes, edges io.Writer, g *answer.Guide, only Selection) error {
	c := contentsOf(g, only)
	if err := writeNodes(ctx, nodes, c); err != nil {
		return err
	}
	return writeEdges(ctx, edges, c)
}

// CSVZip writes the two tables of CSV as nodes.csv and edges.csv in a zip file. It holds no time, so it is the same bytes
// each time.
func CSVZip(ctx context.Context, w io.Writer, g *answer.Guide, only Selection) error {
	z, c := zip.NewWriter(w), contentsOf(g, only)
	for _, part := range []struct {
		name  string
		write func(context.Context, io.Writer, contents) error
	}{{"nodes.csv", writeNodes}, {"edges.csv", writeEdges}} {
		f, err := z.Create(part.name)
		if err != nil {
			return err
		}
		if err := part.write(ctx, f, c); err != nil {
			return err
		}
	}
	return z.Close()
}

func writeNodes(ctx context.Context, w io.Writer, c contents) error {
	columns := without(nodeAttributes, c.unknown)
	head, last := append([]string{"Id", "Label"}, names(columns, "label")...), []string(nil)
	if c.estimates != "" {
		head, last = append(head, "estimated"), []string{cell(c.estimates)}
	}
	t, err := newTable(w, head)
	if err != nil {
		return err
	}
	err = each(ctx, c.nodes, func(n node) error {
		return t.Write(append(row([]string{n.id}, columns, n.values, "label"), last...))
	})
	if err != nil {
		return err
	}
	t.Flush()
	return t.Error()
}

func writeEdges(ctx context.Context, w io.Writer, c contents) error {
	columns := without(edgeAttributes, nil)
	t, err := newTable(w, append([]string{"Id", "Source", "Target", "Type", "Weight"}, names(columns, "weight")...))
	if err != nil {
		return err
	}
	kind := "Undirected"
	if c.directed {
		kind = "Directed"
	}
	err = each(ctx, c.edges, func(e edge) error {
		return t.Write(row([]string{e.id, e.source, e.target, kind}, columns, e.values, "weight"))
	})
	if err != nil {
		return err
	}
	t.Flush()
	return t.Error()
}

// newTable begins a table as RFC 4180 has it.
func newTable(w io.Writer, head []string) (*csv.Writer, error) {
	t := csv.NewWriter(w)
	t.UseCRLF = true
	return t, t.Write(head)
}

// column is an attribute and its place among the values.
type column struct {
	attribute
	place int
}

// without returns the columns of the attributes but those of the names.
func without(attributes []attribute, unknown map[string]bool) []column {
	var out []column
	for i, a := range attributes {
		if !unknown[a.name] {
			out = append(out, column{a, i})
		}
	}
	return out
}

// names returns the names of the columns but the one that stands in front.
func names(columns []column, front string) []string {
	var out []string
	for _, a := range columns {
		if a.name != front {
			out = append(out, a.name)
		}
	}
	return out
}

// row returns the cells: those given, the column in front, the others.
func row(cells []string, columns []column, values []value, front string) []string {
	at := len(cells)
	cells = append(cells, "")
	for _, a := range columns {
		text := ""
		if v := values[a.place]; v.present {
			text = v.plain(a.kind)
			if a.kind == str || a.kind == list {
				text = cell(text)
			}
		}
		if a.name == front {
			cells[at] = text
		} else {
			cells = append(cells, text)
		}
	}
	return cells
}

// cell returns a text that Gephi and spreadsheets take as it stands. Gephi reads a backslash as the beginning of an escape
// and loses the record that ends in one, so it becomes a look-alike; a spreadsheet would run what begins like a formula,
// so a space goes before it, which Gephi trims.
func cell(s string) string {
	s = strings.ReplaceAll(s, `\`, "\u29f5")
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return " " + s
	}
	return s
}
