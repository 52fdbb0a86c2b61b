package server

import (
	"net"
	"net/http"
	"sync"
)

// traffic knows which connections have a request in hand: one whose answer is not yet on its way to the last byte.
type traffic struct {
	mu     sync.Mutex
	active map[net.Conn]struct{}
	ending bool          // set by ceased
	none   chan struct{} // closed once ending and active is empty
}

func newTraffic() *traffic {
	return &traffic{active: make(map[net.Conn]struct{}), none: make(chan struct{})}
}

// watch is told by net/http of every change of a connection.
func (t *traffic) watch(c net.Conn, state http.ConnState) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if state == http.StateActive {
		t.active[c] = struct{}{}
		return
	}
	if _, was := t.active[c]; !was {
		return
	}
	delete(t.active, c)
	if t.ending && len(t.active) == 0 {
		t.closeNone()
	}
}

// ceased returns a channel that is closed as soon as no connection has a request in hand.
func (t *traffic) ceased() <-chan struct{} {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ending = true
	if len(t.active) == 0 {
		t.closeNone()
	}
	return t.none
}

// closeNone closes none once; t.mu is held.
func (t *traffic) closeNone() {
	select {
	case <-t.none:
	default:
		close(t.none)
	}
}
