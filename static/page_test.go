package static_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"papergraph/graph/atlas"
	"papergraph/ingest/bib"
	"papergraph/ingest/demo"
	"papergraph/server"
	"papergraph/static"
)

// browserPath returns Chromium. A test that needs it is left out where there is none, unless PAPERGRAPH_CI makes it mandatory.
func browserPath(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	if os.Getenv("PAPERGRAPH_CI") == "1" {
		t.Fatal("no Chromium, and PAPERGRAPH_CI=1 makes this test mandatory")
	}
	t.Skip("left out: no Chromium")
	return ""
}

// serveDemo serves the embedded page over the embedded example.
func serveDemo(t *testing.T) (*httptest.Server, *atlas.Atlas) {
	t.Helper()
	corpus, reading, err := bib.Read(t.Context(), []string{"demo"}, bib.Options{Demo: demo.JSONL(), Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	in := atlas.Input{Title: "example", Corpus: corpus, Reading: reading}
	a, err := atlas.Build(t.Context(), in, atlas.DefaultSettings, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := server.New(server.Options{Version: "test", Page: static.Files, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Publish(a, true); err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	return web, a
}

// tab is an open page in a browser of its own, spoken to by roles and names.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// patience is how long a tab waits for what must come; a busy machine needs some of it, a broken page all.
const patience = 60 * time.Second

func openTab(t *testing.T, url string) *tab {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browserPath(t)), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 800),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // starts the browser, which a timeout of this context would stop
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(ctx, patience)
	t.Cleanup(cancel)
	p := &tab{t, ctx}
	p.do(chromedp.Navigate(url))
	return p
}

// in is the same page in a part of the test.
func (p *tab) in(t *testing.T) *tab {
	t.Helper()
	return &tab{t, p.ctx}
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

// eval returns the value of an expression, awaited where it is a promise.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// until waits from frame to frame until an expression is true.
func (p *tab) until(expression string) {
	p.t.Helper()
	eval[bool](p, `new Promise((done) => { const look = () => (`+expression+`) ? done(true) : setTimeout(look, 20); look(); })`)
}

// still waits until no frame was drawn for a while: the camera stands, nothing fades.
func (p *tab) still() {
	p.t.Helper()
	eval[bool](p, `new Promise((done) => {
		let frames = -1;
		const look = () => {
			const now = papergraph.inspect().frames;
			if (now === frames) return done(true);
			frames = now;
			setTimeout(look, 400);
		};
		look();
	})`)
}

// find returns the node with a role and an exact name, and waits for it.
func (p *tab) find(role, name string) cdp.BackendNodeID {
	p.t.Helper()
	for {
		id, err := chromedp.Run(p.ctx, queryRole(role, name))
		if err != nil {
			p.t.Fatalf("%s %q: %v", role, name, err)
		}
		if id != 0 {
			return id
		}
		eval[bool](p, `new Promise((done) => setTimeout(() => done(true), 20))`)
	}
}

func queryRole(role, name string) chromedp.Action[cdp.BackendNodeID] {
	return func(ctx context.Context, t *chromedp.Target) (cdp.BackendNodeID, error) {
		root, err := cdp.Call(ctx, t, runtime.Evaluate, runtime.EvaluateParams{Expression: "document"})
		if err != nil {
			return 0, err
		}
		found, err := cdp.Call(ctx, t, accessibility.QueryAXTree,
			accessibility.QueryAXTreeParams{ObjectID: root.Result.ObjectID, Role: role, AccessibleName: name})
		if err != nil {
			return 0, err
		}
		for _, n := range found.Nodes {
			if !n.Ignored {
				return n.BackendDOMNodeID, nil
			}
		}
		return 0, nil
	}
}

// click clicks the middle of the node with a role and a name.
func (p *tab) click(role, name string) {
	p.t.Helper()
	id := p.find(role, name)
	middle, err := chromedp.Run(p.ctx, func(ctx context.Context, t *chromedp.Target) ([2]float64, error) {
		box, err := cdp.Call(ctx, t, dom.GetBoxModel, dom.GetBoxModelParams{BackendNodeID: id})
		if err != nil {
			return [2]float64{}, err
		}
		q := box.Model.Border
		return [2]float64{(q[0] + q[4]) / 2, (q[1] + q[5]) / 2}, nil
	})
	if err != nil {
		p.t.Fatalf("%s %q: %v", role, name, err)
	}
	p.do(chromedp.MouseClickXY(middle[0], middle[1]))
}

// shown is what the page shows of itself.
type shown struct {
	State  string
	Papers int
	Links  int
	Drawn  struct{ Nodes, Edges int }
	Labels []struct{ Text string }
	Sample struct {
		Paper string
		Link  []string
	}
	Selection struct {
		Paper string
		Link  []string
	}
}

func (p *tab) inspect() shown {
	p.t.Helper()
	return eval[shown](p, `JSON.parse(JSON.stringify(papergraph.inspect()))`)
}

// clickPoint clicks where an expression says that something is drawn.
func (p *tab) clickPoint(expression string) {
	p.t.Helper()
	at := eval[struct{ X, Y float64 }](p, `((p) => ({X: p.x, Y: p.y}))(`+expression+`)`)
	p.do(chromedp.MouseClickXY(at.X, at.Y))
}

func quoted(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestAReaderWalksTheExample loads the page, searches, opens a paper and a link, and turns the theme; each step must do
// what it says. The flows of static/test/browser go further.
func TestAReaderWalksTheExample(t *testing.T) {
	browserPath(t)
	web, a := serveDemo(t)
	p := openTab(t, web.URL)
	p.find("application", "Map of papers")
	p.until(`document.querySelector('[role=application]').getAttribute('aria-busy') === 'false'`)
	start := p.inspect()
	if n := len(a.Corpus.Documents); start.State != "ready" || start.Papers != n || start.Drawn.Nodes != n {
		t.Fatalf("of %d papers the page shows %+v", n, start)
	}
	if len(start.Labels) < 10 {
		t.Errorf("the map has %d labels", len(start.Labels))
	}
	t.Run("search", func(t *testing.T) { p.in(t).walkSearch(a) })
	t.Run("paper", func(t *testing.T) { p.in(t).walkPaper(a) })
	t.Run("link", func(t *testing.T) { p.in(t).walkLink() })
	t.Run("theme", func(t *testing.T) { p.in(t).walkTheme() })
}

func (p *tab) walkSearch(a *atlas.Atlas) {
	title := a.Corpus.Documents[0].Title
	p.click("combobox", "Search papers and concepts")
	p.do(chromedp.KeyEvent(title))
	p.find("listbox", "Search results")
	p.until(fmt.Sprintf(`document.querySelector('[role=option]')?.textContent.includes(%s)`, quoted(p.t, title)))
	p.do(chromedp.KeyEvent("\r"))
	p.find("heading", title)
	if got := p.inspect().Selection.Paper; got != a.Corpus.Documents[0].ID {
		p.t.Errorf("%q is open", got)
	}
	p.click("button", "Close")
	p.click("button", "Clear search")
	p.click("button", "Fit map")
}

func (p *tab) walkPaper(a *atlas.Atlas) {
	p.still()
	id := p.inspect().Sample.Paper
	p.clickPoint(`papergraph.pointOf(` + quoted(p.t, id) + `)`)
	for i := range a.Corpus.Documents {
		if d := &a.Corpus.Documents[i]; d.ID == id {
			p.find("heading", d.Title)
		}
	}
	p.find("list", "Concepts")
	p.find("list", "Nearest papers")
	if marks := eval[int](p, `document.querySelectorAll('.abstract mark').length`); marks == 0 {
		p.t.Error("no concept is marked in the abstract")
	}
	p.click("button", "Close")
}

func (p *tab) walkLink() {
	p.still()
	pair := p.inspect().Sample.Link
	p.clickPoint(`papergraph.pointOfLink(...` + quoted(p.t, pair) + `)`)
	p.find("heading", "Why these two are linked")
	p.find("list", "Shared concepts")
	off := eval[float64](p, `(() => {
		const meters = [...document.querySelectorAll('[role=meter]')];
		const sum = meters.reduce((all, meter) => all + Number(meter.getAttribute('aria-valuenow')), 0);
		return Math.abs(sum - Number(meters[0].getAttribute('aria-valuemax')));
	})()`)
	if off > 1e-9 {
		p.t.Errorf("the bars are off the strength by %g", off)
	}
	p.click("button", "Close")
}

func (p *tab) walkTheme() {
	p.click("button", "Switch to dark theme")
	p.find("button", "Switch to light theme")
	if got := eval[string](p, `getComputedStyle(document.body).backgroundColor`); !strings.Contains(got, "17, 20, 27") {
		p.t.Errorf("the page is %s", got)
	}
}
