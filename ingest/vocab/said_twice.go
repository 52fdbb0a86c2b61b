package vocab

import (
	"strings"

	"papergraph/ingest"
)

// sayOnce leaves of a method and the same with a noun for methods behind it only the first a method: a feature distillation module is
// feature distillation. The terms are those under the provisional numbers.
func (b *builder) sayOnce(terms []*Term) {
	var twice []*Term
	for n, t := range terms {
		if t == nil || t.Kind != ingest.Method || t.Why != cueWords[cueUsed] {
			continue
		}
		before, last := cutLast(b.facts[n].fold)
		if before == "" || !usedNouns[last] {
			continue
		}
		if m, ok := b.numbers.get(digestOf(before).of); ok && terms[m] != nil && terms[m].Kind == ingest.Method {
			twice = append(twice, t)
		}
	}
	for _, t := range twice {
		t.Kind, t.Why = ingest.Concept, cueWords[cueNone]
	}
}

// cutLast cuts the last word off a fold; what stands before it is empty where there is none.
func cutLast(fold string) (before, last string) {
	i := strings.LastIndexByte(fold, ' ')
	if i < 0 {
		return "", fold
	}
	return fold[:i], fold[i+1:]
}
