package vocab

// PhraseOf returns a spelling as the corpus of v folds it.
func PhraseOf(v *Vocabulary, s string) string { return v.phrase(s) }

// RelevanceOf returns the relevance of each term.
func RelevanceOf(v *Vocabulary) []float64 { return v.relevance() }

// PriorPairs is what relevance adds to the pairs of each term.
const PriorPairs = priorPairs
