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
	content func() (content, error) // unpacks it once
}

// content is an unpacked block.
type content struct {
	keys   []string // ascending
	values [][]byte // by key
	seed   maphash.Seed
	slots  []int32 // by hash, those behind it where it is taken: the place of a key, plus one; a power of two
}

// largestBlock bounds what a file can make a look-up unpack; Write's blocks hold a twentieth of it.
const largestBlock = 1 << 20

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
		b.content = sync.OnceValues(func() (content, error) { return unpack(b.packed) })
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
	for at := maphash.String(c.seed, key); ; at++ {
		n := c.slots[at&uint64(len(c.slots)-1)]
		if n == 0 {
			return nil, false
		}
		if c.keys[n-1] == key {
			return c.values[n-1], true
		}
	}
}

// index hashes the keys into twice as many slots and more.
func (c *content) index() {
	size := 2
	for size < 2*len(c.keys) {
		size *= 2
	}
	c.seed, c.slots = maphash.MakeSeed(), make([]int32, size)
	for i := range c.keys {
		at := maphash.String(c.seed, c.keys[i])
		for c.slots[at&uint64(size-1)] != 0 {
			at++
		}
		c.slots[at&uint64(size-1)] = int32(i + 1)
	}
}

// unpack reads a block.
func unpack(packed []byte) (content, error) {
	z, err := unpacker()
	if err != nil {
		return content{}, err
	}
	raw, err := z.DecodeAll(packed, nil)
	if err != nil {
		return content{}, err
	}
	r := reader{rest: raw}
	n := r.number()
	if n > len(r.rest) {
		return content{}, errContent
	}
	c := content{keys: make([]string, n), values: make([][]byte, n)}
	before := ""
	for i := range c.keys {
		c.keys[i] = r.key(before)
		before = c.keys[i]
	}
	for i := range c.values {
		c.values[i] = r.take(r.number())
	}
	c.index()
	return c, r.err
}
