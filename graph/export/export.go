// Package export writes the graph of an atlas for other tools: GraphML, a pair of CSV tables, node-link JSON. All share
// one schema (schema.go): what is not known is absent, lists are joined by a bar where a format has none, texts are one
// clean line. Writers stream: beside the atlas they keep one sentence for each paper and term that a reason quotes. The
// bytes depend on the atlas and the selection alone.
package export

import (
	"context"
	"io"
	"slices"
	"strings"

	"papergraph/graph/answer"
)

// Format is a form of file that is written.
type Format struct {
	Name   string   // as asked for: graphml
	Label  string   // for readers
	Ending string   // of a file of one part, with its dot; over HTTP of the attachment
	Media  string   // media type over HTTP
	Parts  []string // endings of the files it is made of where there are several; a pair has no standard output
	Write  func(ctx context.Context, w io.Writer, g *answer.Guide, only Selection) error
}

// Selection is what to write: papers, and the links of one kind among them. The zero value is all papers and the links of the
// map.
type Selection struct {
	Papers   []int32 // by number in ascending order; nil is all
	BuildsOn bool    // the directed links from papers that use a method to the one that introduces it, in place of the map's
}

// Formats returns what can be written, the best kept by other tools first. The write of CSV is the pair as a zip.
func Formats() []Format {
	return []Format{
		{Name: "graphml", Label: "GraphML, for Gephi, Cytoscape, NetworkX, igraph", Ending: ".graphml", Media: "application/graphml+xml", Write: GraphML},
		{
			Name: "csv", Label: "Two tables, nodes and edges", Ending: ".zip", Media: "application/zip",
			Parts: []string{".nodes.csv", ".edges.csv"}, Write: CSVZip,
		},
		{Name: "json", Label: "Node-link JSON, for d3 and NetworkX", Ending: ".json", Media: "application/json", Write: JSON},
	}
}

// Find returns the format of the name, and whether there is one.
func Find(name string) (Format, bool) {
	all := Formats()
	i := slices.IndexFunc(all, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return all[i], true
}

// ForFile returns the format that the ending of a file name stands for, and whether there is one. Of a pair, ".csv" does.
func ForFile(name string) (Format, bool) {
	name = strings.ToLower(name)
	for _, f := range Formats() {
		if strings.HasSuffix(name, f.Ending) && f.Parts == nil || f.Parts != nil && strings.HasSuffix(name, "."+f.Name) {
			return f, true
		}
	}
	return Format{}, false
}
