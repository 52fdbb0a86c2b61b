package vocab

import (
	"cmp"
	"math"
	"slices"

	"papergraph/ingest/extract"
)

// senses knows what each abbreviation stands for in each document: what the document itself says; else what all documents
// that define it say, if they are several; else the sense, of those of the corpus and of the background, whose company is
// nearest (see choose).
type senses struct {
	own      []map[string]string  // by document: short form to the key of the long form
	defining map[string][]definer // by short form, in the order of documents
	found    []extract.Found
	idf      map[string]float64 // of words asked for, or of all where there is no background
	vectors  [][]weighted       // by document, made when first asked for

	background background
	written    map[string]bool        // long forms of the background that the corpus writes out somewhere
	candidates map[string][]candidate // by short form, made when first asked for
	inferred   map[asked]string
}

type definer struct {
	doc  int
	long string
}

type asked struct {
	doc   int
	short string
}

// newSenses collects the definitions of all documents.
func newSenses(found []extract.Found, phrase func(string) string) *senses {
	s := &senses{
		own: make([]map[string]string, len(found)), defining: make(map[string][]definer), found: found,
		vectors:    make([][]weighted, len(found)),
		candidates: make(map[string][]candidate), inferred: make(map[asked]string),
	}
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
	defining := s.defining[short]
	if len(defining) >= agreeLeast && !ambiguous(defining) {
		return defining[0].long, true
	}
	long, ok := s.inferred[asked{doc, short}]
	if !ok {
		long = s.choose(doc, short)
		s.inferred[asked{doc, short}] = long
	}
	return long, long != ""
}

// agreeLeast is how many documents of the corpus must define a short form, all alike, for others to be read so whatever
// the background says.
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

// weighted is a word of a document, and what it weighs there.
type weighted struct {
	word   string
	weight float64
}

// vector returns the words of a document in order, weighed by their idf and how often they stand there; its length is 1.
func (s *senses) vector(doc int) []weighted {
	if s.vectors[doc] != nil {
		return s.vectors[doc]
	}
	words := s.words(doc)
	v, square := make([]weighted, 0, len(words)), 0.0
	for len(words) > 0 {
		w, times := words[0], 1
		for times < len(words) && words[times] == w {
			times++
		}
		x := s.rarity(w) * (1 + math.Log(float64(times)))
		v = append(v, weighted{w, x})
		square += float64(x * x)
		words = words[times:]
	}
	norm := max(math.Sqrt(square), math.SmallestNonzeroFloat64)
	for i := range v {
		v[i].weight /= norm
	}
	s.vectors[doc] = v
	return v
}

// weightOf returns what a word weighs in a vector, 0 where it does not stand there.
func weightOf(v []weighted, word string) float64 {
	i, ok := slices.BinarySearchFunc(v, word, func(x weighted, word string) int { return cmp.Compare(x.word, word) })
	if !ok {
		return 0
	}
	return v[i].weight
}

// cosine returns the cosine of two vectors by their words but for one.
func cosine(a, b []weighted, without string) float64 {
	sum := 0.0
	for len(a) > 0 && len(b) > 0 {
		switch order := cmp.Compare(a[0].word, b[0].word); {
		case order < 0:
			a = a[1:]
		case order > 0:
			b = b[1:]
		default:
			if a[0].word != without {
				sum += float64(a[0].weight * b[0].weight)
			}
			a, b = a[1:], b[1:]
		}
	}
	return sum
}

// words returns the words of a document in order.
func (s *senses) words(doc int) []string {
	words := s.found[doc].Words
	keys := make([]string, len(words))
	for i := range words {
		keys[i] = words[i].Key
	}
	slices.Sort(keys)
	return keys
}

// rarity returns the idf of a word: in the background, or in the corpus where there is none.
func (s *senses) rarity(word string) float64 {
	if s.idf == nil {
		s.idf = make(map[string]float64)
		if s.background.given == nil {
			s.weigh()
		}
	}
	x, ok := s.idf[word]
	if !ok && s.background.given != nil {
		x = s.background.rarity(word)
		s.idf[word] = x
	}
	return x
}

// weigh sets the idf of all words of the corpus.
func (s *senses) weigh() {
	df := make(map[string]int)
	for doc := range s.found {
		for _, w := range slices.Compact(s.words(doc)) {
			df[w]++
		}
	}
	for w, n := range df {
		s.idf[w] = math.Log(float64(len(s.found)+1) / float64(n))
	}
}
