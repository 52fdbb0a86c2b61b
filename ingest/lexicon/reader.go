package lexicon

import (
	"encoding/binary"
	"math"

	"papergraph/ingest"
)

// reader takes numbers and texts from bytes; after the first that is not there it gives nothing.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) fail() { r.rest, r.err = nil, errContent }

// number takes an unsigned varint that fits an int32.
func (r *reader) number() int {
	x, n := binary.Uvarint(r.rest)
	if n <= 0 || x > math.MaxInt32 {
		r.fail()
		return 0
	}
	r.rest = r.rest[n:]
	return int(x)
}

func (r *reader) byte() byte {
	b := r.take(1)
	if b == nil {
		return 0
	}
	return b[0]
}

// fixed takes four bytes, the lowest first.
func (r *reader) fixed() uint32 {
	b := r.take(4)
	if b == nil {
		return 0
	}
	return binary.LittleEndian.Uint32(b)
}

// take takes n bytes, or nil where there are fewer.
func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.fail()
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) text() string { return string(r.take(r.number())) }

// key takes a key that shares its head with the one before.
func (r *reader) key(before string) string {
	shared := r.number()
	if shared > len(before) {
		r.fail()
		return ""
	}
	return before[:shared] + r.text()
}

// readTerm takes the value of a term.
func readTerm(key string, r *reader) ingest.TermCount {
	t := ingest.TermCount{Key: key, Documents: r.number(), Alone: r.number(), Noun: r.number()}
	for len(r.rest) > 0 {
		which := r.number()
		k := ingest.KindCount{Cue: ingest.Cue(which >> 3), Kind: ingest.Kind(which & 7), Documents: r.number()}
		if which>>3 > int(ingest.CueUsed) || k.Kind >= ingest.Word {
			r.fail()
		}
		t.Kinds = append(t.Kinds, k)
	}
	return t
}

// readSenses takes the value of a short form. Its texts are parts of one string.
func readSenses(r *reader) []ingest.Sense {
	var senses []ingest.Sense
	all := string(r.rest)
	text := func() string {
		t := r.take(r.number())
		end := len(all) - len(r.rest)
		return all[end-len(t) : end]
	}
	for len(r.rest) > 0 {
		s := ingest.Sense{Long: text(), Documents: r.number()}
		n := r.number()
		if n > 0 {
			s.Company = make([]ingest.Companion, 0, min(n, len(r.rest)/2)) // a companion is two bytes at least
		}
		for ; n > 0 && r.err == nil; n-- {
			s.Company = append(s.Company, ingest.Companion{Word: text(), Weight: float64(r.byte()) / 255})
		}
		senses = append(senses, s)
	}
	return senses
}
