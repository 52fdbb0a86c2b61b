package report

import (
	"bufio"
	"io"
	"strings"
)

// Markdown writes the report as CommonMark with tables as GitHub has them. What stands in titles is text there too: no
// character of theirs becomes markup.
func (r *Report) Markdown(w io.Writer) error {
	b := bufio.NewWriter(w)
	r.write(&markdownPage{w: b})
	return b.Flush()
}

// markdownPage writes Markdown. Errors stay in the writer until it is flushed.
type markdownPage struct {
	w     *bufio.Writer
	begun bool
}

// block writes a block with an empty line before it.
func (p *markdownPage) block(lines ...string) {
	if p.begun {
		lines = append([]string{""}, lines...)
	}
	p.begun = true
	p.w.WriteString(strings.Join(lines, "\n") + "\n") //nolint:errcheck // Flush returns it
}

func (p *markdownPage) title(text string)      { p.block("# " + escape(text)) }
func (p *markdownPage) heading(text string)    { p.block("## " + escape(text)) }
func (p *markdownPage) subheading(text string) { p.block("**" + marks.Replace(text) + "**") }
func (p *markdownPage) paragraph(text string)  { p.block(escape(text)) }

func (p *markdownPage) list(items []string) {
	lines := make([]string, len(items))
	for i, item := range items {
		lines[i] = "- " + escape(item)
	}
	p.block(lines...)
}

func (p *markdownPage) table(t table) {
	rule := make([]string, len(t.head))
	for i := range rule {
		rule[i] = "---"
		if t.right[i] {
			rule[i] = "---:"
		}
	}
	lines := []string{rowOf(t.head), "| " + strings.Join(rule, " | ") + " |"}
	for _, row := range t.rows {
		lines = append(lines, rowOf(row))
	}
	p.block(lines...)
}

func rowOf(row []string) string {
	escaped := make([]string, len(row))
	for i, c := range row {
		escaped[i] = escape(c)
	}
	return "| " + strings.Join(escaped, " | ") + " |"
}

var marks = func() *strings.Replacer {
	var pairs []string
	for _, c := range "\\`*_[]<>|#~&$" {
		pairs = append(pairs, string(c), "\\"+string(c))
	}
	return strings.NewReplacer(pairs...)
}()

// escape returns a line of text in which no character is markup.
func escape(s string) string {
	s = marks.Replace(s)
	trimmed := strings.TrimLeft(s, "0123456789")
	switch {
	case s == "":
		return s
	case strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "+ ") || s[0] == '=' || s == "-" || strings.HasPrefix(s, "--"):
		return "\\" + s
	case trimmed != s && (strings.HasPrefix(trimmed, ". ") || strings.HasPrefix(trimmed, ") ")):
		return s[:len(s)-len(trimmed)] + "\\" + trimmed
	}
	return s
}
