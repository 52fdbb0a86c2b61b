package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
)

// question is a command that makes a map, asks it something and writes the answer.
type question struct {
	use, short, example string
	formats             []string             // the usual one first
	flags               func(*cobra.Command) // its own flags
	check               func() error         // says what is wrong with them; may be nil
	needs               atlas.Stages         // what the answer is made of
	answer              func(ctx context.Context, g *answer.Guide, w io.Writer, format string) error
}

// ask returns the command of a question.
func (p *program) ask(q question) *cobra.Command {
	o := &options{}
	c := &cobra.Command{
		Use: q.use, Short: q.short, Example: q.example,
		Args: inputs,
		RunE: func(c *cobra.Command, names []string) error {
			format, err := p.prepare(o, q.formats, q.check)
			if err != nil {
				return err
			}
			ctx := c.Context()
			g, err := p.make(ctx, o, names, q.needs)
			if err != nil {
				return err
			}
			return p.write(o.out, func(w io.Writer) error { return q.answer(ctx, g, w, format) })
		},
	}
	o.talking(c)
	o.making(c)
	o.writing(c, q.formats...)
	if q.flags != nil {
		q.flags(c)
	}
	return c
}

// prepare checks the flags before anything is read.
func (p *program) prepare(o *options, formats []string, check func() error) (format string, err error) {
	p.tell.quiet, p.tell.json = o.quiet, o.logAs == "json"
	if err := o.check(); err != nil {
		return "", err
	}
	if check != nil {
		if err := check(); err != nil {
			return "", err
		}
	}
	return o.choose(formats)
}

// inputs is the check of arguments of all commands that read.
func inputs(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return wrongUse("no INPUT: name a file or a folder, - for standard input, or demo for the example")
	}
	return nil
}

// needed says that a flag without which there is no question is missing.
func needed(flag, value, try string) error {
	if value == "" {
		return wrongUse("--%s is missing: %s", flag, try)
	}
	return nil
}

const howToFindIDs = "papergraph papers INPUT lists the ids"

// atLeastOne says that a number must be 1 or more.
func atLeastOne(flag string, n int) error {
	if n < 1 {
		return wrongUse("--%s %d: try a number from 1 on", flag, n)
	}
	return nil
}
