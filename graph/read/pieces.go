package read

import (
	"fmt"
	"io"
)

// maxPiece bounds the bytes of a tag, a text or a comment: the decoder of XML keeps each in memory as a whole.
const maxPiece = 16 << 20

// pieces is text of XML that fails in the middle of a piece that has no end. Who takes a piece sets taken back to 0.
type pieces struct {
	r     io.Reader
	taken int64 // bytes since the last piece
}

func (p *pieces) Read(to []byte) (int, error) {
	if p.taken > maxPiece {
		return 0, fmt.Errorf("a tag or text is longer than %d MiB", maxPiece>>20)
	}
	n, err := p.r.Read(to)
	p.taken += int64(n)
	return n, err
}
