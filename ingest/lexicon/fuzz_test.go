package lexicon_test

import (
	"testing"

	"papergraph/ingest/lexicon"
)

// FuzzOpen opens what is given, as it is and with the right checksum, and looks up what may be there.
func FuzzOpen(f *testing.F) {
	whole := written(f, &small)
	f.Add(whole, "waggle dance")
	f.Add(whole[:len(whole)-4], "WD")
	f.Add(whole[:20], "")
	f.Fuzz(func(t *testing.T, file []byte, key string) {
		for _, b := range [][]byte{file, sealed(file)} {
			l, err := lexicon.Open(b)
			if err != nil {
				continue
			}
			if term, ok := l.Term(key); ok && term.Key != key {
				t.Errorf("%q finds %q", key, term.Key)
			}
			l.Senses(key)
			l.Split(key)
			readBack(l, &small)
		}
	})
}
