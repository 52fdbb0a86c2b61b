package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// table is entries by key, in blocks of which each is unpacked when first needed.
type table struct {
	entries int
	blocks  []block
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
	for i := range t.blocks {
		b := &t.blocks[i]
		b.packed = r.take(sizes[i])
		b.content = sync.OnceValues(func() (content, error) { return unpack(b.packed) })
	}
	return t
}

// find returns the value of a key and whether there is one. The error says that the block it would be in is damaged.
func (t *table) find(key string) ([]byte, bool, error) {
	i, exact := slices.BinarySearchFunc(t.blocks, key, func(b block, key string) int { return cmp.Compare(b.first, key) })
	if !exact {
		i--
	}
	if i < 0 {
		return nil, false, nil
	}
	c, err := t.blocks[i].content()
	if err != nil {
		return nil, false, fmt.Errorf("lexicon: block of %q: %w", t.blocks[i].first, err)
	}
	at, ok := slices.BinarySearch(c.keys, key)
	if !ok {
		return nil, false, nil
	}
	return c.values[at], true, nil
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
	return c, r.err
}
