package vocab

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"
)

// vocabulary numbers the terms by key and makes the matrix.
func (b *builder) vocabulary(ctx context.Context) (*Vocabulary, error) {
	b.introduce()
	b.reader.forget()
	terms, folds, renumber, err := b.numbered(ctx, b.keep())
	if err != nil {
		return nil, err
	}
	v := &Vocabulary{
		Terms: terms, Warnings: b.unmetWishes(), phrase: b.reader.spelling, resolve: b.reader.termOf, folds: folds, byFold: b.numbers, mentions: b.mentions,
		background: b.background,
	}
	if err := v.fill(ctx, renumber, b.workers); err != nil {
		return nil, err
	}
	v.adoptIntroductions(b, renumber)
	var abbreviated, ordered, weighed error
	together(b.workers,
		func() { abbreviated = v.abbreviate(ctx, b) },
		func() { ordered = v.hierarchize(b.corpus) },
		func() { weighed = v.weigh(ctx, b.background.idf(v.Documents()), b.heard, b.workers) },
	)
	return v, cmp.Or(abbreviated, ordered, weighed)
}

// spelling returns the fold of the term that a phrase given as text is of.
func (r *reader) spelling(s string) string { return r.wishes.of(r.phrase(s)) }

// termOf does the same for a name or an abbreviation as it stands.
func (r *reader) termOf(s string) string { return r.wishes.of(r.resolve(s)) }

// keep returns the provisional numbers of terms worth a number: words of one document, which link nothing, are left out.
func (b *builder) keep() []int32 {
	var kept []int32
	for n := range b.facts {
		if f := &b.facts[n]; !f.word || f.documents > 1 {
			kept = append(kept, int32(n))
		}
	}
	return kept
}

// numbered makes the terms in the order of their keys, with their folds and the way from provisional numbers.
func (b *builder) numbered(ctx context.Context, kept []int32) ([]Term, []string, []int32, error) {
	described, order := make([]Term, len(kept)), make([]sortable, len(kept))
	err := inChunks(ctx, b.workers, len(kept), func(_, from, to int) {
		for i := from; i < to; i++ {
			described[i] = b.describe(&b.facts[kept[i]])
			order[i] = sortableOf(described[i].Key, i)
		}
	})
	b.decideTogether(kept, described)
	slices.SortFunc(order, func(x, y sortable) int {
		if x.head != y.head {
			return cmp.Compare(x.head, y.head)
		}
		return cmp.Or(cmp.Compare(x.next, y.next), cmp.Compare(described[x.at].Key, described[y.at].Key), cmp.Compare(b.facts[kept[x.at]].fold, b.facts[kept[y.at]].fold))
	})
	folds, renumber := make([]string, len(kept)), make([]int32, len(b.facts))
	b.heard = make([]int32, len(kept))
	for i := range renumber {
		renumber[i] = -1
	}
	for i, o := range order {
		old := kept[o.at]
		folds[i], renumber[old], b.heard[i] = b.facts[old].fold, int32(i), b.facts[old].heard
	}
	arrange(described, order)
	return described, folds, renumber, err
}

// arrange puts terms in an order, which is lost, without room for a second list of them: it follows each circle of places.
func arrange(terms []Term, order []sortable) {
	for start := range order {
		first, to := terms[start], start
		for order[to].at != start {
			from := order[to].at
			terms[to], order[to].at = terms[from], to
			to = from
		}
		terms[to], order[to].at = first, to
	}
}

// decideTogether amends the kinds of terms by those of others.
func (b *builder) decideTogether(kept []int32, described []Term) {
	terms := make([]*Term, len(b.facts)) // by provisional number
	for i, n := range kept {
		terms[n] = &described[i]
	}
	b.sayOnce(terms)
	b.befriend(terms)
}

// sortable is a key's first sixteen bytes as two numbers that are ordered as they are, so that sorting seldom looks at keys.
type sortable struct {
	head, next uint64
	at         int
}

func sortableOf(key string, at int) sortable {
	var bytes [16]byte
	copy(bytes[:], key)
	return sortable{binary.BigEndian.Uint64(bytes[:8]), binary.BigEndian.Uint64(bytes[8:]), at}
}
