package vocab

import (
	"slices"
	"sync"

	"papergraph/ingest/extract"
)

// senses knows what each abbreviation stands for in each document: what the document itself says; else what all documents
// that define it say, if they are several; else the sense, of those of the corpus and of the background, that is nearest (see
// choose).
type senses struct {
	own      []map[string]string  // by document: short form to the key of the long form
	defining map[string][]definer // by short form, in the order of documents
	bags     *bags
	inferred []map[string]string // by document, filled as it is asked for: one goroutine a document

	candidates sync.Map // by short form: what it may stand for, made when first asked for
	laid       sync.Pool
	elsewhere  elsewhere
}

type definer struct {
	doc  int
	long string
}

// newSenses collects the definitions of all documents.
func newSenses(found []extract.Found, b *bags, phrase func(string) string) *senses {
	s := &senses{
		own: make([]map[string]string, len(found)), defining: make(map[string][]definer),
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
	return s
}

// of returns the key of the long form of a short one in a document, and whether it is known.
func (s *senses) of(doc int, short string) (string, bool) {
	if long, ok := s.own[doc][short]; ok {
		return long, true
	}
	if defining := s.defining[short]; len(defining) >= agreeLeast && !ambiguous(defining) {
		return defining[0].long, true
	}
	long, ok := s.inferred[doc][short]
	if !ok {
		long = s.choose(doc, short)
		if s.inferred[doc] == nil {
			s.inferred[doc] = make(map[string]string)
		}
		s.inferred[doc][short] = long
	}
	return long, long != ""
}

// forget lets go of what is needed to read documents; how phrases and names are folded stays known.
func (r *reader) forget() {
	r.forms, r.ties, r.senses = nil, ties{}, &senses{defining: r.senses.defining}
}

// agreeLeast is how many documents of the corpus must define a short form, all alike, for others to be read so without a
// look at their words.
const agreeLeast = 3

func ambiguous(defining []definer) bool {
	for _, d := range defining {
		if d.long != defining[0].long {
			return true
		}
	}
	return false
}

// defines reports whether a document of the corpus says that the short form stands for the long one.
func (s *senses) defines(short, long string) bool {
	return slices.ContainsFunc(s.defining[short], func(d definer) bool { return d.long == long })
}
