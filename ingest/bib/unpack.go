package bib

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
	window     = 64 << 10 // what is looked at to tell encodings and formats apart
	maxLayers  = 2        // a .gz inside a .zst happens; more is made to harm
	maxPlain   = 4 << 30  // no list of papers is larger
	maxRatio   = 200      // text packs 3 to 10 times, JSON of repeated keys up to 50 times
	ratioGrace = 16 << 20 // small files may pack any way they like
	maxMemory  = 128 << 20
)

var (
	errTooLarge = fmt.Errorf("unpacks to more than %d GiB", maxPlain>>30)
	errBomb     = fmt.Errorf("unpacks to more than %d times its size", maxRatio)
)

// plain is an input without its packing.
type plain struct {
	r     *bufio.Reader
	close []func()
}

// unpack opens gzip and zstd, told by their first bytes and not by the name, up to two layers.
func unpack(r io.Reader) (*plain, error) {
	p := &plain{r: bufio.NewReaderSize(r, window)}
	for range maxLayers {
		packed := &counter{r: p.r}
		var out io.Reader
		var err error
		switch magic, _ := p.r.Peek(4); {
		case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
			out, err = gzip.NewReader(packed)
		case bytes.Equal(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
			out, err = p.openZstd(packed)
		default:
			return p, nil
		}
		if err != nil {
			p.Close()
			return nil, fmt.Errorf("unpack: %w", err)
		}
		p.r = bufio.NewReaderSize(&limiter{r: out, packed: packed}, window)
	}
	return p, nil
}

func (p *plain) openZstd(r io.Reader) (io.Reader, error) {
	d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxMemory))
	if err != nil {
		return nil, err
	}
	p.close = append(p.close, d.Close)
	return d, nil
}

// head returns the first bytes, at most a window, without taking them.
func (p *plain) head() []byte {
	head, _ := p.r.Peek(window)
	return head
}

// Close frees what unpacking held.
func (p *plain) Close() {
	for _, f := range p.close {
		f()
	}
}

type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// limiter stops what grows out of all proportion when it is unpacked.
type limiter struct {
	r      io.Reader
	packed *counter
	n      int64
}

func (l *limiter) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	l.n += int64(n)
	switch {
	case l.n > maxPlain:
		return 0, errTooLarge
	case l.n > ratioGrace && l.n > maxRatio*l.packed.n:
		return 0, errBomb
	case errors.Is(err, io.ErrUnexpectedEOF):
		return n, errors.New("the packed data end too early")
	}
	return n, err
}
