package vocab

import (
	"sync"

	"papergraph/ingest/extract"
)

// senses knows what each abbreviation stands for in each document: what the document itself says; else the sense of the
// documents nearest to it that define it; else that of the background whose company is nearest.
type senses struct {
	own      []map[string]string  // by document: short form to the key of the long form
	defining map[string][]definer // by short form, in the order of documents
	rivals   map[string]*rivals   // of short forms with more than one sense
	bags     *bags
	inferred []map[string]string // by document, filled as it is asked for: one goroutine a document

	elsewhere elsewhere // for short forms that no document defines
}

type definer struct {
	doc  int
	long string
}

// newSenses collects the definitions of all documents.
func newSenses(found []extract.Found, b *bags, phrase func(string) string) *senses {
	s := &senses{
		own: make([]map[string]string, len(found)), defining: make(map[string][]definer), rivals: make(map[string]*rivals),
		bags: b, inferred: make([]map[string]string, len(found)),
	}
	s.elsewhere.bags = b
	for doc := range found {
		for _, d := range found[doc].Definitions {
			short, long := shortForm(d.Short), phrase(d.Long)
			if s.own[doc] == nil {
				s.own[doc] = make(map[string]string)
			}
			if _, twice := s.own[doc][short]; twice || long == "" {
				continue
			}
			s.own[doc][short] = long
			s.defining[short] = append(s.defining[short], definer{doc, long})
		}
	}
	for short, defining := range s.defining {
		if ambiguous(defining) {
			s.rivals[short] = &rivals{short: extract.Fold(short), definers: defining}
		}
	}
	return s
}

// of returns the key of the long form of a short one in a document, and whether it is known.
func (s *senses) of(doc int, short string) (string, bool) {
	if long, ok := s.own[doc][short]; ok {
		return long, true
	}
	defining, rivals := s.defining[short], s.rivals[short]
	if len(defining) > 0 && rivals == nil {
		return defining[0].long, true
	}
	long, ok := s.inferred[doc][short]
	if !ok {
		if rivals != nil {
			long = rivals.nearest(s.bags, doc)
		} else {
			long = s.elsewhere.of(doc, short)
		}
		if s.inferred[doc] == nil {
			s.inferred[doc] = make(map[string]string)
		}
		s.inferred[doc][short] = long
	}
	return long, long != ""
}

func ambiguous(defining []definer) bool {
	for _, d := range defining {
		if d.long != defining[0].long {
			return true
		}
	}
	return false
}

// rivals are the senses of one short form.
type rivals struct {
	short    string // folded
	definers []definer
	once     sync.Once
	holders  map[int32][]int32 // by word: the definers that hold it, by their place, ascending
}

// hold notes which definers hold which words.
func (r *rivals) hold(b *bags) {
	r.holders = make(map[int32][]int32)
	for k, d := range r.definers {
		for _, w := range b.of[d.doc] {
			r.holders[w] = append(r.holders[w], int32(k))
		}
	}
}

// voters is how many of the nearest defining documents choose a sense: three did best on 87,428 papers (89.7 % right, the
// commonest sense 46.4 %).
const voters = 3

// nearest returns the sense with the largest sum of cosines among the nearest defining documents, or "" where none shares a
// word with the document besides the short form. The cosine is of the documents' words, each counted once and weighed by its
// idf, the short form left out. O(words shared) time.
func (r *rivals) nearest(b *bags, doc int) string {
	r.once.Do(func() { r.hold(b) })
	cosines, without := make([]float64, len(r.definers)), b.find(r.short)
	for _, w := range b.of[doc] {
		if w == without {
			continue
		}
		own := b.weight(doc, w)
		for _, k := range r.holders[w] {
			cosines[k] += float64(own * b.weight(r.definers[k].doc, w))
		}
	}
	best, top := "", 0.0
	nearest := mostOf(cosines, voters)
	for _, k := range nearest {
		sum := 0.0
		for _, other := range nearest {
			if r.definers[other].long == r.definers[k].long {
				sum += cosines[other]
			}
		}
		if sum > top {
			best, top = r.definers[k].long, sum
		}
	}
	return best
}

// mostOf returns the places of the n largest values, largest first, of equal ones the first.
func mostOf(values []float64, n int) []int {
	most := make([]int, 0, n+1)
	for i, x := range values {
		at := len(most)
		for at > 0 && x > values[most[at-1]] {
			at--
		}
		if at == n {
			continue
		}
		most = append(most, 0)
		copy(most[at+1:], most[at:])
		most[at] = i
		most = most[:min(n, len(most))]
	}
	return most
}
