package lexicon

import (
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"slices"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// table is entries by key, in blocks of which each is unpacked when first needed.
type table struct {
	entries int
	blocks  []block
	heads   []uint64 // of the blocks' first keys, so that finding the block seldom looks at a key
}

// block is a run of entries.
type block struct {
	first   string // its first key
	packed  []byte
	content func() (*content, error) // unpacks it once
}

// content is an unpacked block. A look-up of what is not there looks at one slot mostly.
type content struct {
	bytes   []byte  // the key and the value of each entry, one behind the other
	entries []entry // in the order of keys
	seed    maphash.Seed
	slots   []uint32 // by hash, those behind it where it is taken: bits of the hash, then the place of an entry, plus one; a power of two
}

// entry is where a key begins in the bytes of a content, and how long it and its value are.
type entry struct{ at, key, value uint32 }

// placeBits is how many bits of a slot are the place; a block has fewer entries than bytes.
const placeBits = 20

// largestBlock bounds what a file can make a look-up unpack; Write's blocks hold a twentieth of it. The keys of a block, which
// share their heads, are written out in no more than largestContent bytes.
const (
	largestBlock   = 1 << 20
	largestContent = 1 << 28
)

// unpacker is shared by all tables; DecodeAll may be called by several goroutines.
var unpacker = sync.OnceValues(func() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(largestBlock))
})

// readTable takes the index of a table and cuts out its blocks.
func readTable(r *reader) table {
	t := table{entries: r.number()}
	n := r.number()
	if n > len(r.rest) {
		r.fail()
		return table{}
	}
	sizes := make([]int, n)
	t.blocks = make([]block, n)
	before := ""
	for i := range t.blocks {
		t.blocks[i].first, sizes[i] = r.key(before), r.number()
		if i > 0 && t.blocks[i].first <= before {
			r.fail()
		}
		before = t.blocks[i].first
	}
	t.heads = make([]uint64, n)
	for i := range t.blocks {
		b := &t.blocks[i]
		t.heads[i] = headOf(b.first)
		b.packed = r.take(sizes[i])
		b.content = sync.OnceValues(func() (*content, error) { return unpack(b.packed) })
	}
	return t
}

// find returns the value of a key and whether there is one. The error says that the block it would be in is damaged.
func (t *table) find(key string) ([]byte, bool, error) {
	i := t.blockOf(key)
	if i < 0 {
		return nil, false, nil
	}
	c, err := t.blocks[i].content()
	if err != nil {
		return nil, false, fmt.Errorf("lexicon: block of %q: %w", t.blocks[i].first, err)
	}
	value, ok := c.find(key)
	return value, ok, nil
}

// blockOf returns the block in which a key would be, -1 before the first.
func (t *table) blockOf(key string) int {
	i, _ := slices.BinarySearch(t.heads, headOf(key))
	for i < len(t.blocks) && t.blocks[i].first <= key { // several blocks may begin with keys of one head
		i++
	}
	return i - 1
}

// headOf returns the first eight bytes of a key, or fewer, as a number that is ordered as they are.
func headOf(key string) uint64 {
	var head [8]byte
	copy(head[:], key)
	return binary.BigEndian.Uint64(head[:])
}

func (c *content) find(key string) ([]byte, bool) {
	if len(c.slots) == 0 {
		return nil, false
	}
	hash := maphash.String(c.seed, key)
	for at := hash; ; at++ {
		slot := c.slots[at&uint64(len(c.slots)-1)]
		if slot == 0 {
			return nil, false
		}
		if slot>>placeBits != tagOf(hash) {
			continue
		}
		e := c.entries[slot&(1<<placeBits-1)-1]
		if string(c.bytes[e.at:e.at+e.key]) == key {
			return c.bytes[e.at+e.key:][:e.value:e.value], true
		}
	}
}

// tagOf returns the bits of a hash that a slot keeps, others than those by which the slot is found.
func tagOf(hash uint64) uint32 { return uint32(hash >> (32 + placeBits)) }

// index hashes the keys into twice as many slots and more.
func (c *content) index() {
	size := 2
	for size < 2*len(c.entries) {
		size *= 2
	}
	c.seed, c.slots = maphash.MakeSeed(), make([]uint32, size)
	for i, e := range c.entries {
		hash := maphash.Bytes(c.seed, c.bytes[e.at:e.at+e.key])
		at := hash
		for c.slots[at&uint64(size-1)] != 0 {
			at++
		}
		c.slots[at&uint64(size-1)] = tagOf(hash)<<placeBits | uint32(i+1)
	}
}

// unpack reads a block.
func unpack(packed []byte) (*content, error) {
	z, err := unpacker()
	if err != nil {
		return nil, err
	}
	raw, err := z.DecodeAll(packed, nil)
	if err != nil {
		return nil, err
	}
	r := reader{rest: raw}
	n := r.number()
	if n > len(r.rest)/3 { // an entry is three numbers at least
		return nil, errContent
	}
	keys, bytes := r, 0
	for range n { // how long all are, and where the values begin
		shared, own := r.number(), r.number()
		r.take(own)
		if bytes += shared + own; bytes > largestContent {
			return nil, errContent
		}
	}
	if r.err != nil {
		return nil, r.err
	}
	c := &content{bytes: make([]byte, 0, bytes+len(r.rest)), entries: make([]entry, n)}
	if err := c.fill(keys, r); err != nil {
		return nil, err
	}
	c.index()
	return c, nil
}

// fill copies the entries from where their keys and where their values begin.
func (c *content) fill(keys, values reader) error {
	var before []byte
	for i := range c.entries {
		shared := keys.number()
		if shared > len(before) {
			return errContent
		}
		at := len(c.bytes)
		c.bytes = append(append(c.bytes, before[:shared]...), keys.take(keys.number())...)
		before = c.bytes[at:]
		value := values.take(values.number())
		c.entries[i] = entry{uint32(at), uint32(len(before)), uint32(len(value))}
		c.bytes = append(c.bytes, value...)
	}
	return values.err
}
