package bib

import (
	"context"
	"io"
)

// stopper is a reader that ends with its context even while a read waits: a pipe may be silent, and somebody may type.
type stopper struct {
	ctx context.Context
	r   io.Reader
}

type got struct {
	n   int
	err error
}

// Read reads as the reader below does. When the context ends first, the waiting read is left behind with a buffer of
// its own, so p is never written to afterwards.
func (s *stopper) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	buf, done := make([]byte, len(p)), make(chan got, 1)
	go func() {
		n, err := s.r.Read(buf)
		done <- got{n, err}
	}()
	select {
	case g := <-done:
		return copy(p, buf[:g.n]), g.err
	case <-s.ctx.Done():
		return 0, s.ctx.Err()
	}
}
