package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

const (
	maxLine   = 1 << 20   // bytes of a line; names are short, and what is longer is no list of edges
	maxWindow = 128 << 20 // bytes that zstd may look back; its own tools refuse more too
)

// unpack returns the text of a file and what closes it. Packing is told by the first bytes.
func unpack(r io.Reader) (text *bufio.Reader, done func(), err error) {
	packed := bufio.NewReaderSize(r, maxLine)
	magic, err := packed.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(packed)
		if err != nil {
			return nil, nil, fmt.Errorf("unpacking gzip: %w", err)
		}
		return bufio.NewReaderSize(whole{z}, maxLine), func() {}, nil
	case bytes.Equal(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, nil, fmt.Errorf("unpacking zstd: %w", err)
		}
		return bufio.NewReaderSize(whole{z}, maxLine), z.Close, nil
	}
	return packed, func() {}, nil
}

// whole tells an end that comes too early from the end.
type whole struct{ r io.Reader }

func (w whole) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("the packed data end too early")
	}
	return n, err
}
