package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// The limits of a connection. A header that takes longer than five seconds is a client that holds a place for nothing; the
// largest answer, 12 MB packed, needs a minute on a line of 2 Mbit/s; browsers keep a connection for about two minutes.
const (
	headerTime  = 5 * time.Second
	requestTime = 15 * time.Second
	writeTime   = 2 * time.Minute
	idleTime    = 2 * time.Minute
	headerBytes = 64 << 10

	answerTime = 30 * time.Second // for thinking; only path stories in large maps come near it
	graceTime  = 10 * time.Second // for requests that run when the server stops
)

// Run answers on a listener until ctx is done. Then nothing new is begun, and what runs has ten seconds to finish. The
// error is that of the listener, or says that requests had to be cut; to be stopped is none.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	web := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       requestTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headerBytes,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}
	busy := newTraffic()
	web.ConnState = busy.watch
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("server: %w", err)
	case <-ctx.Done():
		return stop(context.WithoutCancel(ctx), web, busy)
	}
}

// stop ends a server. Shutdown alone would wait seconds for a connection that a browser opened and never used, so it ends
// as soon as no connection has a request in hand.
func stop(ctx context.Context, web *http.Server, busy *traffic) error {
	grace, cancel := context.WithTimeout(ctx, graceTime)
	defer cancel()
	go func() {
		select {
		case <-busy.ceased():
			cancel()
		case <-grace.Done():
		}
	}()
	err := web.Shutdown(grace)
	if closing := web.Close(); err == nil {
		err = closing
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("server: requests still ran %s after the stop and were cut", graceTime)
	}
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}
