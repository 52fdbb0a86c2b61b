package server

import (
	"sync"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

// state is what the server knows at one moment: how far the map is, that there will be none, or the map. It is never
// changed; a new one takes its place.
type state struct {
	stage       string
	done, total int
	err         error // why there is no map
	view        *view
}

// view is an atlas with what is made of it once.
type view struct {
	atlas   *atlas.Atlas
	guide   *answer.Guide
	tag     string // of every answer made from this atlas, without quotes
	head    *ready
	block   *ready
	exports map[string]func() (*ready, error) // made when first asked for
	reports map[string]func() (*ready, error)
}

// Step tells the page how far the map is; see atlas.Progress. Once there is a map, or the reason why there is none, it
// says nothing more.
func (s *Server) Step(stage string, done, total int) {
	next := &state{stage: stage, done: done, total: total}
	for {
		old := s.state.Load()
		if old.view != nil || old.err != nil || s.state.CompareAndSwap(old, next) {
			return
		}
	}
}

// Fail tells the page why there will be no map. The sentence of the error is shown to the reader.
func (s *Server) Fail(err error) { s.state.Store(&state{err: err}) }

// Publish shows an atlas from now on; requests that run keep the one they began with. example says that it is the embedded
// example, over which the page tells how to open one's own file. Head and block are made and packed here, in O(n + m) time.
func (s *Server) Publish(a *atlas.Atlas, example bool) error {
	v, err := newView(a, example)
	if err != nil {
		return err
	}
	s.state.Store(&state{view: v})
	return nil
}

// newView makes what the page asks for first; reports and exports are made when first asked for.
func newView(a *atlas.Atlas, example bool) (*view, error) {
	a.Need(atlas.Whole)
	bin, err := block(a)
	if err != nil {
		return nil, err
	}
	v := &view{atlas: a, guide: answer.NewGuide(a).WithNodes()}
	binTag := contentTag([]byte(a.Hash), bin)
	head, err := encode(makeHead(v.guide, example, binTag, len(bin)))
	if err != nil {
		return nil, err
	}
	read, err := encode(v.guide.Reading())
	if err != nil {
		return nil, err
	}
	// What was read from where is no part of the atlas hash, so the tag takes it in; head and block hold the version.
	v.tag = contentTag([]byte(a.Hash), head, bin, read)
	if v.block, err = makeReady("application/octet-stream", binTag, bin); err != nil {
		return nil, err
	}
	if v.head, err = makeReady("application/json", v.tag, head); err != nil {
		return nil, err
	}
	v.exports, v.reports = v.makeExports(), v.makeReports()
	return v, nil
}

// once returns a ready answer that is made when it is first asked for.
func once(kind, tag string, write func() ([]byte, error)) func() (*ready, error) {
	return sync.OnceValues(func() (*ready, error) {
		plain, err := write()
		if err != nil {
			return nil, err
		}
		return makeReady(kind, tag, plain)
	})
}

// current returns the map, or the fault that says why there is none.
func (s *Server) current() (*view, error) {
	now := s.state.Load()
	switch {
	case now.view != nil:
		return now.view, nil
	case now.err != nil:
		return nil, noMap(now.err)
	}
	return nil, noMapYet(now.stage, now.done, now.total)
}
