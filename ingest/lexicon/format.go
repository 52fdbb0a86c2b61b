package lexicon

import (
	"errors"
	"fmt"
	"hash/crc32"
)

// A file is
//
//	┌─────────┬───────────┬───────┬────────┬────────┬─────────┐
//	│ magic 8 │ documents │ terms │ shorts │ splits │ crc32 4 │
//	└─────────┴───────────┴───────┴────────┴────────┴─────────┘
//
// where the three are tables of entries in the order of the bytes of their keys,
//
//	┌─────────┬────────┬───────────────────────────────────────┬─────────┐
//	│ entries │ blocks │ for each block: its first key, length │ blocks  │
//	└─────────┴────────┴───────────────────────────────────────┴─────────┘
//
// and each block is a frame of Zstandard, whose content is
//
//	┌─────────┬────────────────────────────────┬────────────────────────────────────────┐
//	│ entries │ for each entry: its key, front │ for each entry: length of value, value │
//	└─────────┴────────────────────────────────┴────────────────────────────────────────┘
//
// A key is the number of bytes that it shares with the key before, the number of those that follow, and these. A text is its
// length and its bytes. Numbers are unsigned varints; the checksum is CRC-32C of all before it, lowest byte first. Values:
//
//	term:  documents, alone, noun, then to the end for each kind: 8·cue + kind, documents
//	short: then to the end for each sense: long, documents, companions, for each: word, 255·weight as one byte
//	split: apart, documents
//
// The last byte of the magic is the version; it changes when this drawing does.
const magic = "pglexic\x02"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Open reads a table, which must not be written to as long as it is used. The error says that it is none, that it is of
// another version, or that it is cut or damaged. O(bytes) time for the checksum, a millisecond for 4 MB.
func Open(file []byte) (*Lexicon, error) {
	l, err := open(file)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return l, nil
}

// The ways in which a file cannot be read.
var (
	errNone    = errors.New("this is no lexicon: it does not begin as one does")
	errVersion = errors.New("made by another version of this program; build it again")
	errDamaged = errors.New("cut or damaged: its checksum is wrong; build it again")
	errContent = errors.New("damaged content")
)

func open(file []byte) (*Lexicon, error) {
	named := len(magic) - 1
	switch {
	case len(file) < named || string(file[:named]) != magic[:named]:
		return nil, errNone
	case len(file) < len(magic)+crc32.Size:
		return nil, errDamaged
	case file[named] != magic[named]:
		return nil, errVersion
	}
	body, sum := file[:len(file)-crc32.Size], reader{rest: file[len(file)-crc32.Size:]}
	if crc32.Checksum(body, castagnoli) != sum.fixed() {
		return nil, errDamaged
	}
	r := reader{rest: body[len(magic):]}
	l := &Lexicon{documents: r.number()}
	for _, t := range []*table{&l.terms, &l.shorts, &l.splits} {
		*t = readTable(&r)
	}
	if r.err == nil && len(r.rest) > 0 {
		return nil, errContent
	}
	return l, r.err
}
