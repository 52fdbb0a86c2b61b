package extract

import (
	"strings"
	"sync"
	"sync/atomic"

	"papergraph/ingest/text"
)

// Spellings are the words that readers have met as they are written, under one number each. Several readers may share them and work
// at once; then which number a word has depends on who met it first, and the order of numbers must not be seen. 128 bytes a
// spelling, its letters, and 16 to 64 in the index.
type Spellings struct {
	index atomic.Pointer[index]
	mu    sync.Mutex  // guards all that follows, and who writes into the index
	all   []*Spelling // by number
}

// index is a hash table with open addressing, a power of two long and at most half full. It is read without a lock: a slot once filled
// stays as it is.
type index []atomic.Pointer[Spelling]

// NewSpellings returns a table that holds the empty spelling only, which is number 0.
func NewSpellings() *Spellings {
	k := &Spellings{all: []*Spelling{{}}}
	k.index.Store(newIndex(1 << 10))
	return k
}

func newIndex(slots int) *index {
	x := make(index, slots)
	return &x
}

// All returns the spellings met so far, by number.
func (k *Spellings) All() []*Spelling {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.all
}

// appendAll appends the spellings of the tokens of a text, whose words are read in a manner, to dst.
func (k *Spellings) appendAll(dst []*Spelling, s string, tokens []text.Token, word manner) []*Spelling {
	for i := range tokens {
		t := &tokens[i]
		m := word
		if t.Class != text.Word {
			m = sign
		}
		dst = append(dst, k.of(s[t.Start:t.End], m))
	}
	return dst
}

// of returns the spelling of a word that is read in a manner. Of a new one it keeps a copy.
func (k *Spellings) of(written string, m manner) *Spelling {
	as := writingOf(written, m)
	if s := k.index.Load().find(as, written); s != nil {
		return s
	}
	return k.add(newSpelling(k, strings.Clone(written), as, m))
}

// small returns the spelling of a word in small letters.
func (k *Spellings) small(f *Spelling) *Spelling {
	if f.form.Lower == f.form.Surface {
		return f.form
	}
	return k.of(f.form.Lower, quiet)
}

// find returns a spelling, or nil where there is none yet.
func (x *index) find(as writing, written string) *Spelling {
	slots := *x
	for i := as.hash(); ; i++ {
		s := slots[i&uint64(len(slots)-1)].Load()
		if s == nil || s.writing == as && (as.isWhole() || s.Surface == written) {
			return s
		}
	}
}

// add numbers a new spelling, unless another reader was quicker, and returns the one that counts.
func (k *Spellings) add(s *Spelling) *Spelling {
	k.mu.Lock()
	defer k.mu.Unlock()
	x := k.index.Load()
	if other := x.find(s.writing, s.Surface); other != nil {
		return other
	}
	s.enter(int32(len(k.all)))
	k.all = append(k.all, s)
	if 2*len(k.all) > len(*x) {
		x = newIndex(4 * len(*x))
		for _, s := range k.all[1 : len(k.all)-1] {
			x.put(s)
		}
		k.index.Store(x)
	}
	x.put(s)
	return s
}

// put puts a spelling into the first free slot from its own on.
func (x *index) put(s *Spelling) {
	slots := *x
	i := s.writing.hash()
	for slots[i&uint64(len(slots)-1)].Load() != nil {
		i++
	}
	slots[i&uint64(len(slots)-1)].Store(s)
}
