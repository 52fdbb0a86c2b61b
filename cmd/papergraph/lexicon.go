package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"papergraph/graph/atlas"
	"papergraph/ingest"
	"papergraph/ingest/extract"
	"papergraph/ingest/lexicon"
	"papergraph/ingest/vocab"
)

func (p *program) lexicon() *cobra.Command {
	c := &cobra.Command{
		Use: "lexicon", Short: "What is known of terms from many other papers",
		Example: "  papergraph lexicon show GAN",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(p.lexiconBuild(), p.lexiconShow())
	return c
}

func (p *program) lexiconBuild() *cobra.Command {
	o := &options{settings: atlas.DefaultSettings} // they play no part, and are checked with the rest
	c := &cobra.Command{
		Use: "build INPUT... -o FILE", Short: "Make a lexicon of papers, some ten thousand or more",
		Example: "  papergraph lexicon build demo -o demo.lexicon",
		Args:    inputs,
		RunE: func(c *cobra.Command, names []string) error {
			if err := needed("output", o.out, "the file to write, such as papers.lexicon; - is standard output"); err != nil {
				return err
			}
			p.tell.quiet, p.tell.json = o.quiet, o.logAs == "json"
			if err := o.check(); err != nil {
				return err
			}
			b, err := p.tally(c.Context(), o, names)
			if err != nil {
				return err
			}
			return p.write(o.out, func(w io.Writer) error { return lexicon.Write(w, &b) })
		},
	}
	o.talking(c)
	f := c.Flags()
	f.IntVar(&o.workers, "workers", 0, "cores to read with, 0 for all; the result does not depend on it")
	f.StringVarP(&o.out, "output", "o", "", "file to write; - is standard output")
	return c
}

// tally reads the inputs, counts what they teach and tells of it.
func (p *program) tally(ctx context.Context, o *options, names []string) (ingest.Background, error) {
	in, err := p.read(ctx, o, names)
	if err != nil {
		return ingest.Background{}, err
	}
	b, err := vocab.Tally(ctx, in.Corpus)
	if err == nil {
		p.tell.note("kept %s, %s, %s", count(len(b.Terms), "term"), count(len(b.Shorts), "short form"), count(len(b.Splits), "compound"))
	}
	return b, err
}

func (p *program) lexiconShow() *cobra.Command {
	o := &options{}
	c := &cobra.Command{
		Use: "show TERM", Short: "What the built-in lexicon knows of a term",
		Example: `  papergraph lexicon show "knowledge distillation"`,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			format, err := o.choose(tableFormats)
			if err != nil {
				return err
			}
			facts, err := showing(lexicon.Embedded(), args[0])
			if err != nil {
				return err
			}
			return p.write(o.out, func(w io.Writer) error { return facts.write(w, format) })
		},
	}
	o.writing(c, tableFormats...)
	return c
}

// showing returns what a lexicon knows of a term as a table. The error says that it knows nothing.
func showing(l *lexicon.Lexicon, term string) (table[lexiconFact], error) {
	facts := factsOf(l, term)
	if len(facts) == 0 {
		return table[lexiconFact]{}, wrongUse("%s: in fewer than five of the lexicon's %d papers; try a shorter or commoner form", term, l.Documents())
	}
	return table[lexiconFact]{
		whole: lexiconAnswer{l.Documents(), facts}, items: slices.Values(facts),
		head: []string{"term", "fact", "what", "papers", "company"},
		row:  func(f lexiconFact) []any { return []any{name(f.Term), f.Fact, f.What, f.Papers, f.Company} },
	}, nil
}

// lexiconAnswer is what --format json writes.
type lexiconAnswer struct {
	Papers int           `json:"papers"` // of the lexicon
	Items  []lexiconFact `json:"items"`
}

// lexiconFact is one thing that the lexicon knows of a term.
type lexiconFact struct {
	Term    string   `json:"term"` // as the lexicon has it
	Fact    string   `json:"fact"` // stands, alone, kind, means or apart
	What    string   `json:"what,omitempty"`
	Papers  int      `json:"papers"`
	Company []string `json:"company,omitempty"`
}

// factsOf returns what is known of a term as it is written and folded.
func factsOf(l *lexicon.Lexicon, term string) []lexiconFact {
	var facts []lexiconFact
	fold := extract.Fold(term)
	for _, key := range slices.Compact([]string{strings.TrimSpace(term), fold}) {
		facts = append(facts, countsOf(l, key)...)
	}
	if s, ok := l.Split(fold); ok {
		facts = append(facts, lexiconFact{Term: fold, Fact: "apart", What: s.Apart, Papers: s.Documents})
	}
	for _, s := range l.Senses(strings.TrimSpace(term)) {
		f := lexiconFact{Term: strings.TrimSpace(term), Fact: "means", What: s.Long, Papers: s.Documents}
		for _, c := range s.Company {
			f.Company = append(f.Company, c.Word)
		}
		facts = append(facts, f)
	}
	return facts
}

// countsOf returns what is counted of a key.
func countsOf(l *lexicon.Lexicon, key string) []lexiconFact {
	t, ok := l.Term(key)
	if !ok {
		return nil
	}
	facts := []lexiconFact{{Term: key, Fact: "stands", Papers: t.Documents}, {Term: key, Fact: "alone", Papers: t.Alone}}
	if t.Noun > 0 {
		facts = append(facts, lexiconFact{Term: key, Fact: "noun", Papers: t.Noun})
	}
	for _, k := range t.Kinds {
		facts = append(facts, lexiconFact{Term: key, Fact: "kind", What: k.Kind.String() + ", by " + cueWords[k.Cue], Papers: k.Documents})
	}
	return facts
}

// cueWords says by what a kind was told.
var cueWords = map[ingest.Cue]string{
	ingest.CueTitle: "titles of the form Name: …", ingest.CueCalled: "being called so", ingest.CueAfter: "the noun behind", ingest.CueOn: "the word on before", ingest.CueUsed: "being put to use",
}
