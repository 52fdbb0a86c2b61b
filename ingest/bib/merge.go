package bib

import (
	"context"

	"papergraph/ingest"
)

// merge returns the documents of all sources in the order of input.
func merge(ctx context.Context, sources []*source) (docs []ingest.Document, merged int, err error) {
	for _, s := range sources {
		docs = append(docs, s.docs...)
	}
	return docs, 0, ctx.Err()
}
