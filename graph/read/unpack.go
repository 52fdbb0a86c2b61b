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
	maxLine    = 1 << 20   // bytes of a line; names are short, and what is longer is no list of edges
	maxWindow  = 128 << 20 // bytes that zstd may look back; its own tools refuse more too
	maxPlain   = 16 << 30  // bytes unpacked; as many edges as can be numbered fill about this much
	maxRatio   = 200       // lists of edges pack 3 to 10 times, GraphML of repeated tags up to 50 times
	ratioGrace = 16 << 20  // bytes unpacked below which files may pack any way they like
)

var (
	errTooLarge = fmt.Errorf("it unpacks to more than %d GiB", maxPlain>>30)
	errBomb     = fmt.Errorf("it unpacks to more than %d times its size, as only files made to do harm do", maxRatio)
)

// unpack returns the text of a file and what closes it. Packing is told by the first bytes.
func unpack(r io.Reader) (text *bufio.Reader, done func(), err error) {
	packed := bufio.NewReaderSize(r, maxLine)
	magic, err := packed.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	counted := &counter{r: packed}
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(counted)
		if err != nil {
			return nil, nil, fmt.Errorf("unpacking gzip: %w", err)
		}
		return bufio.NewReaderSize(&limiter{r: z, packed: counted}, maxLine), func() {}, nil
	case bytes.Equal(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(counted, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, nil, fmt.Errorf("unpacking zstd: %w", err)
		}
		return bufio.NewReaderSize(&limiter{r: z, packed: counted}, maxLine), z.Close, nil
	}
	return packed, func() {}, nil
}

// counter counts what is taken from a packed file.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// limiter stops what grows out of all proportion when it is unpacked, and tells an end that comes too early from the end.
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
