package bib

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
)

// Format is a kind of input that can be read.
type Format struct {
	Name    string   // as in Source.Format
	Label   string   // for people
	Endings []string // of file names in folders, with the dot; what stands in a file decides how it is read
	What    string   // how it is recognised and what is taken from it

	read func(context.Context, *source, *text) error
}

// Formats returns the formats that can be read, in the order in which they are tried. Each may be packed (gz, zst).
func Formats() []Format {
	return []Format{
		{
			Name: "json", Label: "JSON lines or array", Endings: []string{".json", ".jsonl", ".ndjson"}, read: readJSON,
			What: "an object a line, an array, or an array under results, data, items or papers; title or abstract, and year, authors, venue, doi, arxiv, url, keywords, references, language under their usual names",
		},
		{
			Name: "csv", Label: "Table with a header", Endings: []string{".csv", ".tsv", ".tab"}, read: readCSV,
			What: "cells parted by comma, semicolon, tab or bar below a header that names title or abstract; the other columns as in JSON",
		},
		{
			Name: "listing", Label: "Listing copied from a web page", Endings: []string{".txt"}, read: readListing,
			What: "title and abstract on alternating lines, or blocks parted by blank lines, or titles alone; buttons and banners are left out",
		},
	}
}

// packings are the endings of packed files.
func packings() []string { return []string{".gz", ".zst"} }

// endings returns the known endings in the order of the formats.
func endings() []string {
	var all []string
	for _, f := range Formats() {
		all = append(all, f.Endings...)
	}
	return all
}

// known reports whether a file below a folder is to be read: by its ending, a packed one's below the packing's.
func known(path string) bool {
	return slices.Contains(endings(), ending(path))
}

// ending returns the ending of a name in lower case, without that of its packing.
func ending(path string) string {
	name := strings.ToLower(filepath.Base(path))
	for _, p := range packings() {
		name = strings.TrimSuffix(name, p)
	}
	return filepath.Ext(name)
}
