package vocab

import (
	"context"
	"math"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// genericScore is what is left of the score of a term all of whose words are generic: machine learning, target domain. With 0.5
// F1@5 against authors' keywords is lower by 0.4.
const genericScore = 0.8

// bareScore is what is left of the score of a word alone that is neither a name nor says what is done: workflow, matrix.
// Such a word joins papers of different subjects more often than not.
const bareScore = 0.7

// IsBare reports whether a concept is one word in small letters and not what is done to something (pruning, merging).
func IsBare(t *Term) bool {
	h, tells := extract.HeadOf(t.Key)
	return t.Kind == ingest.Concept && (!tells || h.Field) && t.Label == strings.ToLower(t.Label) && !strings.ContainsAny(t.Key, " -")
}

// weigh scores the terms, of which so many documents of the background are taken to have each: by idf, and those that readers are shown by their relevance too, generic ones lower.
func (v *Vocabulary) weigh(ctx context.Context, idf *idfs, heard []int32, workers int) error {
	relevant, err := v.relevance(ctx, workers)
	if err != nil {
		return err
	}
	return inChunks(ctx, workers, len(v.Terms), func(_, from, to int) {
		for i := from; i < to; i++ {
			t := &v.Terms[i]
			t.Rarity = idf.of(t.Documents, int(heard[i]))
			t.Score = t.Rarity
			t.Relevance = relevant[i]
			if t.Kind == ingest.Word {
				continue
			}
			t.Score *= relevanceFactor(relevant[i])
			switch {
			case Generic(v.folds[i]):
				t.Score *= genericScore
			case IsBare(t):
				t.Score *= bareScore
			}
		}
	})
}

// relevanceFactor damps relevance, so that it tells terms apart without ruling over idf: on graded neighbours of 274 papers
// its square root does best.
func relevanceFactor(r float64) float64 { return min(3, max(0.2, math.Sqrt(r/2))) }
