package export

import (
	"fmt"
	"strings"

	"papergraph/graph/atlas"
)

// estimatesInWords says on one line which measures were estimated, from what and how well.
func estimatesInWords(measures []atlas.Measure) string {
	var parts []string
	for _, m := range measures {
		if e := m.Estimate; e != nil {
			parts = append(parts, fmt.Sprintf("%s: %d %s, error %.3g, confidence %g", m.Name, e.Samples, e.Of, e.Error, e.Confidence))
		}
	}
	return strings.Join(parts, "; ")
}
