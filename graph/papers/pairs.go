package papers

import (
	"context"
	"math"
	"slices"
	"strings"

	"papergraph/ingest"
	"papergraph/ingest/vocab"
)

// pair is two plain words that stand side by side, the first in the upper half. Two papers with "sparse attention" are nearer
// than two of which each says both words somewhere. Readers are not shown pairs: what a pair is worth is told with its words.
type pair uint64

func pairOf(first, second int32) pair { return pair(uint32(first))<<32 | pair(uint32(second)) }

func (p pair) words() (first, second int32) { return int32(p >> 32), int32(uint32(p)) }

// pairCount is a pair of a paper and how often it stands there, the title counted more.
type pairCount struct {
	pair
	count float32
}

// pairs holds those pairs that link papers: not in one paper alone, nor in too many.
type pairs struct {
	all    []pair // ascending; vectors number pairs by their place here, behind the terms
	rarity []float64
	starts []int32 // paper u has counts starts[u] to starts[u+1]-1
	counts []pairCount
}

func (p *pairs) row(u int) []pairCount { return p.counts[p.starts[u]:p.starts[u+1]] }

// newPairs counts pairs. Those of two words that link nothing are left out, since their worth could not be told. The error is
// that of ctx. O(mentions) time but for sorting the pairs.
func newPairs(ctx context.Context, c *ingest.Corpus, v *vocab.Vocabulary, limit, workers int) (*pairs, error) {
	p, rows := &pairs{starts: make([]int32, 1, v.Documents()+1)}, make([][]pairCount, v.Documents())
	kinds := kindsOfWords(v, limit)
	err := inBlocks(ctx, len(rows), workers, func() func(doc int) {
		var found []pairCount
		return func(doc int) {
			found = appendPairs(found[:0], &c.Documents[doc], v.Mentions(doc), kinds)
			rows[doc] = slices.Clone(together(found))
		}
	})
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		p.starts = append(p.starts, p.starts[len(p.starts)-1]+int32(len(row)))
	}
	p.counts = slices.Concat(rows...)
	p.choose(limit)
	return p, ctx.Err()
}

// Kinds of terms, as far as pairs go.
const (
	noWord     byte = iota // or one that is several words
	commonWord             // links nothing
	rareWord
)

func kindsOfWords(v *vocab.Vocabulary, limit int) []byte {
	kinds := make([]byte, len(v.Terms))
	for i := range v.Terms {
		if t := &v.Terms[i]; t.Kind == ingest.Word && !strings.Contains(t.Key, " ") {
			kinds[i] = rareWord
			if t.Documents > limit {
				kinds[i] = commonWord
			}
		}
	}
	return kinds
}

// appendPairs appends the pairs of a paper in the order of the text. A dash between two words makes them a term already.
func appendPairs(dst []pairCount, d *ingest.Document, ms []vocab.Mention, kinds []byte) []pairCount {
	var before *vocab.Mention
	for i := range ms {
		m := &ms[i]
		if kinds[m.Term] == noWord {
			continue
		}
		if before != nil && before.Field == m.Field && before.End+1 == m.Start && d.Text(m.Field)[before.End] == ' ' &&
			max(kinds[before.Term], kinds[m.Term]) == rareWord {
			times := float32(1)
			if m.Field == ingest.Title {
				times = vocab.TitleCount
			}
			dst = append(dst, pairCount{pairOf(before.Term, m.Term), times})
		}
		before = m
	}
	return dst
}

// together sorts pairs and makes one of those that are alike.
func together(ps []pairCount) []pairCount {
	slices.SortFunc(ps, func(a, b pairCount) int {
		switch {
		case a.pair < b.pair:
			return -1
		case a.pair > b.pair:
			return 1
		}
		return 0
	})
	kept := ps[:0]
	for _, p := range ps {
		if n := len(kept); n > 0 && kept[n-1].pair == p.pair {
			kept[n-1].count += p.count
		} else {
			kept = append(kept, p)
		}
	}
	return kept
}

// choose leaves the pairs of two papers and more, up to the limit.
func (p *pairs) choose(limit int) {
	every := make([]pair, len(p.counts))
	for i := range p.counts {
		every[i] = p.counts[i].pair
	}
	slices.Sort(every)
	papers := float64(len(p.starts) - 1)
	for i := 0; i < len(every); {
		j := i + 1
		for j < len(every) && every[j] == every[i] {
			j++
		}
		if n := j - i; n > 1 && n <= limit {
			p.all = append(p.all, every[i])
			p.rarity = append(p.rarity, math.Log((papers+1)/(float64(n)+0.5)))
		}
		i = j
	}
}

// numbers returns the number of each pair in vectors, behind so many terms.
func (p *pairs) numbers(terms int) map[pair]int32 {
	numbers := make(map[pair]int32, len(p.all))
	for i, q := range p.all {
		numbers[q] = int32(terms + i)
	}
	return numbers
}
