package report

import (
	"bufio"
	"io"
	"strings"
)

// columns is how wide a report in text is: it fits half of a wide screen and a printed page.
const columns = 100

// Text writes the report to be read in a terminal, at most 100 columns wide.
func (r *Report) Text(w io.Writer) error {
	b := bufio.NewWriter(w)
	r.write(&textPage{w: b})
	return b.Flush()
}

// textPage writes plain text. Errors stay in the writer until it is flushed.
type textPage struct {
	w     *bufio.Writer
	begun bool
}

func (p *textPage) gap() {
	if p.begun {
		p.line("")
	}
	p.begun = true
}

func (p *textPage) line(s string) {
	p.w.WriteString(strings.TrimRight(s, " ") + "\n") //nolint:errcheck // Flush returns it
}

func (p *textPage) title(text string) {
	p.gap()
	p.underlined(text, "=")
}

func (p *textPage) heading(text string) {
	p.gap()
	p.underlined(text, "-")
}

func (p *textPage) underlined(text, with string) {
	text = fit(text, columns)
	p.line(text)
	p.line(strings.Repeat(with, cells(text)))
}

func (p *textPage) subheading(text string) {
	p.gap()
	for i, l := range wrap(text, columns) {
		p.line(indent(i, l))
	}
}

func (p *textPage) paragraph(text string) {
	p.gap()
	for _, l := range wrap(text, columns) {
		p.line(l)
	}
}

func (p *textPage) list(items []string) {
	for _, item := range items {
		for i, l := range wrap(item, columns-4) {
			if i == 0 {
				p.line("  - " + l)
			} else {
				p.line("    " + l)
			}
		}
	}
}

func indent(i int, line string) string {
	if i == 0 {
		return line
	}
	return "  " + line
}

func (p *textPage) table(t table) {
	p.gap()
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, c := range row {
			widths[i] = max(widths[i], cells(c))
		}
	}
	shrink(widths, t.right)
	p.row(t.head, widths, t.right)
	for _, row := range t.rows {
		p.row(row, widths, t.right)
	}
}

// shrink makes the widest column of text as narrow as the page asks.
func shrink(widths []int, right []bool) {
	sum, widest := -2, -1
	for i, w := range widths {
		sum += w + 2
		if !right[i] && (widest < 0 || w > widths[widest]) {
			widest = i
		}
	}
	if widest >= 0 && sum > columns {
		widths[widest] = max(20, widths[widest]-(sum-columns))
	}
}

func (p *textPage) row(row []string, widths []int, right []bool) {
	var b strings.Builder
	for i, c := range row {
		c = fit(c, widths[i])
		space := strings.Repeat(" ", widths[i]-cells(c))
		if i > 0 {
			b.WriteString("  ")
		}
		if right[i] {
			b.WriteString(space + c)
		} else {
			b.WriteString(c + space)
		}
	}
	p.line(b.String())
}
