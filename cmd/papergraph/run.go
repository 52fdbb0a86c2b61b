package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/read"
	"papergraph/ingest/bib"
)

// The exit codes of the contract.
const (
	exitDone        = 0
	exitFailed      = 1
	exitWrongUse    = 2
	exitNothing     = 3
	exitInterrupted = 130
)

// patience is how long an interrupted command may take to stop by itself: the contract gives 100 ms to the whole, and a
// machine with all cores busy needs some of it to notice.
const patience = 50 * time.Millisecond

// program is one run of the command.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	tell           *teller
	began          bool                                // arguments and flags were right: an error before that is wrong use
	serving        atomic.Bool                         // a server stops by its own rules
	drafts         drafts                              // files that are not whole yet
	opened         func(string)                        // opens an address in a browser
	step           func(stage string, done, total int) // is told how far a map is, beside the bar
}

// run runs the program and returns its exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, tell: &teller{w: stderr}, opened: openBrowser, step: func(string, int, int) {}}
	return p.run(ctx, args)
}

// run runs what the arguments say.
func (p *program) run(ctx context.Context, args []string) int {
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	ended := make(chan int, 1)
	go func() {
		c, err := root.ExecuteContextC(ctx)
		ended <- p.code(ctx, p.withHint(c, err))
	}()
	select {
	case code := <-ended:
		return code
	case <-ctx.Done():
		return p.interrupted(ended)
	}
}

// interrupted waits for a command to stop; one that hangs in a write that nobody reads is left behind.
func (p *program) interrupted(ended <-chan int) int {
	if p.serving.Load() {
		<-ended
		return exitInterrupted
	}
	select {
	case <-ended:
	case <-time.After(patience):
	}
	p.drafts.remove()
	return exitInterrupted
}

// usageError is a use of the command that cannot be right, with what to try.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func wrongUse(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// withHint adds to an error that cobra found in the arguments where their description is.
func (p *program) withHint(c *cobra.Command, err error) error {
	var use *usageError
	if err == nil || p.began || errors.As(err, &use) {
		return err
	}
	return wrongUse("%v\n%s --help tells what there is", err, c.CommandPath())
}

// errWarned is the failure of --strict.
var errWarned = errors.New("there were warnings, and --strict makes them a failure")

// code says how a command ended, and tells the user why.
func (p *program) code(ctx context.Context, err error) int {
	var use *usageError
	var missing *answer.NotFoundError
	var question *answer.QuestionError
	switch {
	case err == nil:
		return exitDone
	case ctx.Err() != nil: // whatever else went wrong came of it
		return exitInterrupted
	case errors.As(err, &use) || errors.As(err, &missing) || errors.As(err, &question):
		p.tell.fail(err)
		return exitWrongUse
	case errors.Is(err, bib.ErrNothing) || errors.Is(err, read.ErrEmpty):
		p.tell.fail(err)
		return exitNothing
	}
	p.tell.fail(err)
	return exitFailed
}

// root returns the command above all others.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "papergraph",
		Short:         "A map of papers: what links them, and why",
		Long:          about,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(
		p.serve(), p.annotate(), p.links(), p.related(), p.papers(), p.concepts(), p.communities(), p.explain(), p.path(),
		p.search(), p.report(), p.export(), p.analyze(), p.lexicon(), p.formats(), p.version(),
	)
	root.PersistentPreRun = func(*cobra.Command, []string) { p.began = true }
	return root
}

const about = `papergraph reads papers (titles and abstracts are enough), finds the concepts and methods they name, links papers that
share them, and lets you walk the result.

INPUT is a file, a folder, "-" for standard input, or the word demo for the built-in example. Several inputs make one map.
Files may be packed (gz, zst). Data goes to standard output; warnings, summaries and progress go to standard error.

Exit codes: 0 done, 1 failed, 2 wrong use, 3 nothing readable in the input, 130 interrupted.`
