package vocab

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"papergraph/ingest"
)

// aliases replaces spellings of long forms by the spelling that stands for all of them. Following it once leads to the end.
type aliases map[string]string

// of returns what stands for a key, mostly the key itself.
func (a aliases) of(key string) string {
	if other, ok := a[key]; ok {
		return other
	}
	return key
}

// root follows links that are not shortened yet.
func (a aliases) root(key string) string {
	for {
		next, ok := a[key]
		if !ok {
			return key
		}
		key = next
	}
}

// unify makes one of long forms of one short form that are alike: the commonest stands for the others.
func (s *senses) unify() aliases {
	same := make(aliases)
	for _, short := range slices.Sorted(maps.Keys(s.defining)) {
		if defining := s.defining[short]; ambiguous(defining) {
			same.link(commonest(defining))
		}
	}
	for _, key := range slices.Collect(maps.Keys(same)) {
		same[key] = same.root(key)
	}
	for _, defining := range s.defining {
		for i := range defining {
			defining[i].long = same.of(defining[i].long)
		}
	}
	for _, own := range s.own {
		for short, long := range own {
			own[short] = same.of(long)
		}
	}
	return same
}

// commonest returns the long forms that documents give, those of most documents first, then those that end as nouns do, ties by
// key.
func commonest(defining []definer) []string {
	count := make(map[string]int)
	for _, d := range defining {
		count[d.long]++
	}
	return slices.SortedFunc(maps.Keys(count), func(x, y string) int {
		return cmp.Or(cmp.Compare(count[y], count[x]), ending(x)-ending(y), cmp.Compare(x, y))
	})
}

func ending(long string) int {
	if canEnd(lastWord(long)) {
		return 0
	}
	return 1
}

// link notes of each long form the first that is alike.
func (a aliases) link(longs []string) {
	parts := make([][]string, len(longs))
	for i, long := range longs {
		parts[i] = telltale(long)
		for j := range i {
			if alike(parts[i], parts[j]) {
				if from, to := a.root(long), a.root(longs[j]); from != to {
					a[from] = to
				}
				break
			}
		}
	}
}

// telltale returns the words of a long form without those that only link them.
func telltale(long string) []string {
	return slices.DeleteFunc(strings.Fields(long), func(w string) bool { return linking[w] })
}

// alike reports whether two long forms of one short form say the same: word by word, each in some form. One that is all in
// the other's words and more is another concept: language model, large language model.
func alike(a, b []string) bool {
	return slices.EqualFunc(a, b, sameStem)
}

// sameStem reports whether two words differ in their endings only: convolution, convolutional.
func sameStem(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for ; n >= shortestStem; n-- {
		if stemEndings[a[n:]] && stemEndings[b[n:]] {
			return true
		}
	}
	return false
}

// shortestStem is how many letters two words must share to be forms of one.
const shortestStem = 5

// stemEndings make other words of the same stem that a short form does not tell apart. Those in -ive and -less do.
var stemEndings = map[string]bool{
	"": true, "al": true, "ic": true, "ical": true, "ed": true, "ing": true, "ion": true, "ional": true, "ation": true, "er": true, "or": true, "e": true, "ity": true,
}

// unified returns senses of a short form in which alike long forms are one.
func unified(given []ingest.Sense) []ingest.Sense {
	if len(given) < 2 {
		return given
	}
	longs := make([]string, len(given))
	for i := range given {
		longs[i] = given[i].Long
	}
	same := make(aliases)
	same.link(longs)
	if len(same) == 0 {
		return given
	}
	place := make(map[string]int)
	var senses []ingest.Sense
	for _, s := range given {
		if i, ok := place[same.root(s.Long)]; ok {
			senses[i].Documents += s.Documents
			continue
		}
		place[s.Long] = len(senses)
		senses = append(senses, s)
	}
	slices.SortStableFunc(senses, func(a, b ingest.Sense) int { return cmp.Compare(b.Documents, a.Documents) })
	return senses
}
