package main

import (
	"io"
	"os"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// bar shows on a terminal how far the map is; everywhere else it shows nothing. It is an atlas.Progress.
type bar struct {
	all   *mpb.Progress // nil where nothing is drawn
	line  *mpb.Bar
	stage atomic.Pointer[string]
	also  func(stage string, done, total int)
}

// newBar returns a bar on standard error.
func (p *program) newBar() *bar {
	b := &bar{also: p.step}
	if p.tell.quiet || p.tell.json || !isTerminal(p.stderr) {
		return b
	}
	first := "reading"
	b.stage.Store(&first)
	b.all = mpb.New(mpb.WithOutput(p.stderr), mpb.WithWidth(40))
	b.line = b.all.New(0, mpb.BarStyle(), mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return *b.stage.Load() }, decor.WC{W: 12, C: decor.DindentRight})),
		mpb.AppendDecorators(decor.CountersNoUnit("%d of %d")))
	return b
}

// Step shows how far a stage is.
func (b *bar) Step(stage string, done, total int) {
	b.also(stage, done, total)
	if b.all == nil {
		return
	}
	b.stage.Store(&stage)
	b.line.SetTotal(int64(total), false)
	b.line.SetCurrent(int64(done))
}

// end takes the bar away; it may be called again.
func (b *bar) end() {
	if b.all == nil {
		return
	}
	b.line.Abort(true)
	b.all.Wait()
}

// isTerminal says whether somebody may be looking.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
