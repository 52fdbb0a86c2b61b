package bib

import (
	"context"
	"strings"

	"papergraph/ingest"
)

// ThesaurusOf reads a thesaurus from a text.
func ThesaurusOf(ctx context.Context, text string) ([]ingest.Wish, []ingest.Warning, error) {
	return wishesFrom(ctx, "t", strings.NewReader(text), readThesaurus)
}

// StopListOf reads a stop list from a text.
func StopListOf(ctx context.Context, text string) ([]ingest.Wish, []ingest.Warning, error) {
	return wishesFrom(ctx, "t", strings.NewReader(text), readStopList)
}
