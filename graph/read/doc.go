// Package read reads graphs from files that others wrote: lists of edges, a line each (table.go, header.go, names.go),
// and GraphML (graphml.go). File tells the two apart by their first letter and unpacks gzip and zstd. Both end in gather,
// which turns what was read into graph.CSR, leaves loops and repeated edges out and says so. What cannot mean anything,
// such as a weight below 0, is an error with its line. While a file is read, an edge takes 24 bytes and a name its
// letters and some 60 bytes more.
package read
