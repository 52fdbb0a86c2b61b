package bib

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"papergraph/ingest"
)

// listing parts the lines of a page into papers. Every line that is not blank becomes part of a paper or is skipped.
type listing struct {
	papers   []*record
	skipped  []passage
	noTitles bool // each line is an abstract; said once, not for each
}

// readListing reads text copied from a web page. All lines are held, since the shape shows in the whole only.
func readListing(ctx context.Context, s *source, t *text) error {
	passages, readErr := readPassages(ctx, s, bufio.NewReaderSize(t.peek, window))
	if err := ctx.Err(); err != nil {
		return err
	}
	var l listing
	l.part(passages)
	for i, p := range l.papers {
		if i%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		s.take(p.find())
	}
	l.report(s)
	return readErr
}

// readPassages reads the lines that are not blank. A line that is too long is a record lost.
func readPassages(ctx context.Context, s *source, r *bufio.Reader) ([]passage, error) {
	var passages []passage
	ls := lines{r: r}
	gap := false
	for {
		line, long, err := ls.next()
		if errors.Is(err, io.EOF) {
			return passages, nil
		}
		if err != nil {
			return passages, err
		}
		if ls.n%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if long || len(line) > maxField {
			s.take(find{line: ls.n, lost: fmt.Sprintf("line over %d MiB in a listing", maxField>>20)})
			continue
		}
		for _, text := range physical(string(line)) {
			if p := newPassage(ls.n, text); p.text != "" || p.label != "" {
				p.gap = gap
				passages, gap = append(passages, p), false
			}
		}
		gap = gap || len(strings.TrimSpace(string(line))) == 0
	}
}

// physical parts a line at U+2028 and U+2029, which end lines for people, but not in JSON and tables.
func physical(line string) []string {
	if !strings.Contains(line, "\u2028") && !strings.Contains(line, "\u2029") {
		return []string{line}
	}
	return strings.FieldsFunc(line, func(r rune) bool { return r == '\u2028' || r == '\u2029' })
}

// part chooses the shape: labelled fields, abstracts alone, blocks, or lines by turns.
func (l *listing) part(passages []passage) {
	passages = l.leaveChrome(lendLabels(passages))
	cutGlued(passages)
	switch groups := byGaps(passages); {
	case labelled(passages):
		l.labels(passages)
	case len(passages) >= 3 && countTexts(passages)*10 >= len(passages)*9:
		l.noTitles = true
		l.alternate(passages, false)
	case inBlocks(groups):
		l.blocks(groups)
	default:
		l.alternate(passages, shortAbstracts(passages))
	}
}

// leaveChrome takes out the buttons and banners.
func (l *listing) leaveChrome(passages []passage) []passage {
	often := repeated(passages)
	var kept []passage
	for i, p := range passages {
		if (often[p.text] || isChrome(p.text)) && p.label == "" && !standsAsTitle(passages, i) {
			l.skipped = append(l.skipped, p)
			if i+1 < len(passages) {
				passages[i+1].gap = passages[i+1].gap || p.gap
			}
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// add begins a paper.
func (l *listing) add(p passage) *record {
	r := &record{line: p.line}
	l.papers = append(l.papers, r)
	return r
}

// title begins a paper with its title.
func (l *listing) title(p passage) *record {
	r := l.add(p)
	if p.label != "" && p.label != "title" {
		p.text = p.whole
	}
	r.setText(title, 0, p.text)
	r.notes = append(r.notes, p.notes...)
	return r
}

// textAlone begins a paper without a title.
func (l *listing) textAlone(p passage) {
	r := l.add(p)
	r.setText(abstract, 0, p.prose)
	if !l.noTitles {
		r.note(ingest.Repaired, "an abstract without a title above it", "kept without title")
	}
}

// namedSkips is how many skipped lines are named one by one; the others are counted.
const namedSkips = 100

func (l *listing) report(s *source) {
	slices.SortStableFunc(l.skipped, func(a, b passage) int { return a.line - b.line })
	s.skipped += len(l.skipped)
	for _, p := range l.skipped[:min(len(l.skipped), namedSkips)] {
		s.warn(ingest.Skipped, p.line, fmt.Sprintf("%q is a button or a banner", clip(p.text)), "left out")
	}
	if more := len(l.skipped) - namedSkips; more > 0 {
		s.warn(ingest.Skipped, l.skipped[len(l.skipped)-1].line, fmt.Sprintf("%d more buttons and banners, this the last", more), "left out")
	}
	if l.noTitles && len(l.papers) > 0 {
		s.warn(ingest.Partial, l.papers[0].line, "no titles: nearly every line reads like an abstract", "each is kept as a paper without title")
	}
}
