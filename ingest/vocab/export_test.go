package vocab

import "context"

// PhraseOf returns a spelling as the corpus of v folds it.
func PhraseOf(v *Vocabulary, s string) string { return v.phrase(s) }

// RelevanceOf returns the relevance of each term.
func RelevanceOf(v *Vocabulary) []float64 {
	scores, err := v.relevance(context.Background(), 0)
	if err != nil {
		panic(err)
	}
	return scores
}

// PriorPairs is what relevance adds to the pairs of each term.
const PriorPairs = priorPairs
