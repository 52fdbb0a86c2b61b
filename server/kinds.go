package server

import (
	"papergraph/graph/papers"
	"papergraph/ingest"
)

// Bits of the section flags that say what kinds of terms the two papers share. That of methods is flagMethod.
const (
	flagDataset = 512
	flagMetric  = 1024
	flagTask    = 2048
	flagConcept = 4096
)

// kindFlags has the bit of each kind that readers are shown.
var kindFlags = [...]struct {
	kind ingest.Kind
	flag uint16
}{
	{ingest.Method, flagMethod},
	{ingest.Dataset, flagDataset},
	{ingest.Metric, flagMetric},
	{ingest.Task, flagTask},
	{ingest.Concept, flagConcept},
}

// flagsOfKinds returns the bits of a set of kinds.
func flagsOfKinds(k papers.Kinds) uint16 {
	var f uint16
	for _, b := range kindFlags {
		if k.Has(b.kind) {
			f |= b.flag
		}
	}
	return f
}
