package vocab

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"papergraph/ingest"
)

// shorts returns the short forms that enough documents define alike, by short form, with the company of each sense.
func (t *tally) shorts(ctx context.Context) ([]ingest.Short, error) {
	b, err := newBags(ctx, t.reader.forms, 1)
	if err != nil {
		return nil, err
	}
	s := newSenses(t.found, b, t.reader.phrase)
	var shorts []ingest.Short
	for short, defining := range s.defining {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		byLong := make(map[string][]int)
		for _, d := range defining {
			byLong[d.long] = append(byLong[d.long], d.doc)
		}
		var senses []ingest.Sense
		for long, docs := range byLong {
			if len(docs) >= leastDefining {
				senses = append(senses, ingest.Sense{Long: long, Documents: len(docs), Company: s.company(docs, short, long)})
			}
		}
		slices.SortFunc(senses, func(a, b ingest.Sense) int {
			return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Long, b.Long))
		})
		if len(senses) > 0 {
			shorts = append(shorts, ingest.Short{Short: short, Senses: senses})
		}
	}
	slices.SortFunc(shorts, func(a, b ingest.Short) int { return cmp.Compare(a.Short, b.Short) })
	return shorts, nil
}

// company returns the words that weigh most in the sum of the vectors of the documents, but for the short form and the words
// of the long one, which stand there because it is defined there.
func (s *senses) company(docs []int, short, long string) []ingest.Companion {
	sums := make(map[int32]float64)
	for _, doc := range docs {
		for _, w := range s.bags.of[doc] {
			sums[w] += s.bags.weight(doc, w)
		}
	}
	delete(sums, s.bags.find(short))
	delete(sums, s.bags.find(strings.ToLower(short)))
	delete(sums, s.bags.find(long))
	for w := range strings.FieldsSeq(long) {
		delete(sums, s.bags.find(w))
	}
	all := make([]ingest.Companion, 0, len(sums))
	for w, x := range sums {
		all = append(all, ingest.Companion{Word: s.bags.keys[w], Weight: x})
	}
	slices.SortFunc(all, func(a, b ingest.Companion) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Word, b.Word))
	})
	all = all[:min(companyOfSense, len(all))]
	square := 0.0
	for _, c := range all {
		square += float64(c.Weight * c.Weight)
	}
	for i := range all {
		all[i].Weight = math.Round(all[i].Weight/math.Sqrt(square)*255) / 255
	}
	return all
}
