package lexicon

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"slices"

	"github.com/klauspost/compress/zstd"

	"papergraph/ingest"
)

// blockEntries is how many entries a block holds: more pack better, fewer are unpacked for one look-up. With 512 a block
// unpacks in some 30 µs.
const blockEntries = 512

// Write writes the table of what a corpus taught: the same background, the same bytes. Its lists must be in the order of
// their keys, without doubles; the error says where they are not, or is that of w.
func Write(w io.Writer, b *ingest.Background) error {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(false))
	if err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	p := packer{z: z, file: []byte(magic)}
	p.file = binary.AppendUvarint(p.file, uint64(b.Documents))
	packTable(&p, b.Terms, func(t *ingest.TermCount) string { return t.Key }, appendTerm)
	packTable(&p, b.Shorts, func(s *ingest.Short) string { return s.Short }, appendSenses)
	packTable(&p, b.Splits, func(s *ingest.Split) string { return s.Joined }, appendSplit)
	if p.err != nil {
		return fmt.Errorf("lexicon: %w", p.err)
	}
	p.file = binary.LittleEndian.AppendUint32(p.file, crc32.Checksum(p.file, castagnoli))
	if _, err := w.Write(p.file); err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	return nil
}

// packer gathers the file.
type packer struct {
	z    *zstd.Encoder
	file []byte
	err  error
}

// packTable appends a table.
func packTable[E any](p *packer, entries []E, key func(*E) string, value func([]byte, *E) []byte) {
	for i := 1; i < len(entries); i++ {
		if a, b := key(&entries[i-1]), key(&entries[i]); a >= b && p.err == nil {
			p.err = fmt.Errorf("%q stands before %q", a, b)
		}
	}
	var index, blocks []byte
	n, before := 0, ""
	for part := range slices.Chunk(entries, blockEntries) {
		packed := p.z.EncodeAll(rawBlock(part, key, value), nil)
		first := key(&part[0])
		index = appendKey(index, before, first)
		index = binary.AppendUvarint(index, uint64(len(packed)))
		blocks = append(blocks, packed...)
		n, before = n+1, first
	}
	p.file = binary.AppendUvarint(p.file, uint64(len(entries)))
	p.file = binary.AppendUvarint(p.file, uint64(n))
	p.file = append(append(p.file, index...), blocks...)
}

// rawBlock returns a block before it is packed.
func rawBlock[E any](part []E, key func(*E) string, value func([]byte, *E) []byte) []byte {
	raw, before := binary.AppendUvarint(nil, uint64(len(part))), ""
	for i := range part {
		k := key(&part[i])
		raw = appendKey(raw, before, k)
		before = k
	}
	for i := range part {
		v := value(nil, &part[i])
		raw = binary.AppendUvarint(raw, uint64(len(v)))
		raw = append(raw, v...)
	}
	return raw
}

func appendKey(dst []byte, before, key string) []byte {
	shared := 0
	for shared < min(len(before), len(key)) && before[shared] == key[shared] {
		shared++
	}
	return appendText(binary.AppendUvarint(dst, uint64(shared)), key[shared:])
}

func appendText(dst []byte, s string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

func appendTerm(dst []byte, t *ingest.TermCount) []byte {
	dst = binary.AppendUvarint(dst, uint64(t.Documents))
	dst = binary.AppendUvarint(dst, uint64(t.Alone))
	dst = binary.AppendUvarint(dst, uint64(t.Noun))
	for _, k := range t.Kinds {
		dst = binary.AppendUvarint(dst, uint64(k.Cue)<<3|uint64(k.Kind))
		dst = binary.AppendUvarint(dst, uint64(k.Documents))
	}
	return dst
}

func appendSenses(dst []byte, s *ingest.Short) []byte {
	for _, sense := range s.Senses {
		dst = appendText(dst, sense.Long)
		dst = binary.AppendUvarint(dst, uint64(sense.Documents))
		dst = binary.AppendUvarint(dst, uint64(len(sense.Company)))
		for _, c := range sense.Company {
			dst = append(appendText(dst, c.Word), byte(math.Round(c.Weight*255)))
		}
	}
	return dst
}

func appendSplit(dst []byte, s *ingest.Split) []byte {
	return binary.AppendUvarint(appendText(dst, s.Apart), uint64(s.Documents))
}
