package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"text/tabwriter"
)

// The formats of tables, the one for people first.
var tableFormats = []string{"text", "json", "jsonl", "csv", "tsv", "md"}

// table is an answer that is a list: as a whole for JSON, item by item for JSON lines, and in rows of cells.
type table[T any] struct {
	whole any // what --format json writes
	items iter.Seq[T]
	head  []string
	row   func(T) []any // as long as head; names, strings, numbers, bools, or lists of strings
}

// write writes the table in one of tableFormats.
func (t table[T]) write(w io.Writer, format string) error {
	switch format {
	case "json":
		return writeJSON(w, t.whole)
	case "jsonl":
		for item := range t.items {
			if err := writeJSON(w, item); err != nil {
				return err
			}
		}
		return nil
	case "csv":
		return t.writeCSV(w, ',')
	case "tsv":
		return t.writeTSV(w)
	case "md":
		return t.writeMarkdown(w)
	}
	return t.writeText(w)
}

// writeJSON writes a value and the end of the line, with the same bytes as the server's.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

func (t table[T]) writeCSV(w io.Writer, comma rune) error {
	c := csv.NewWriter(w)
	c.Comma = comma
	_ = c.Write(t.head) // Flush keeps the error
	for item := range t.items {
		_ = c.Write(exact(t.row(item)))
		if c.Error() != nil {
			break
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// writeTSV writes cells parted by tabs. The form knows no quotes, so tabs and line ends inside a cell become spaces.
func (t table[T]) writeTSV(w io.Writer) error {
	return t.eachLine(w, func(cells []string) string {
		for i := range cells {
			cells[i] = strings.Join(strings.Fields(cells[i]), " ")
		}
		return strings.Join(cells, "\t")
	}, exact)
}

func (t table[T]) writeMarkdown(w io.Writer) error {
	rule := strings.Repeat("| --- ", len(t.head)) + "|"
	first := true
	return t.eachLine(w, func(cells []string) string {
		for i := range cells {
			cells[i] = markdownCell(cells[i])
		}
		line := "| " + strings.Join(cells, " | ") + " |"
		if first {
			first = false
			line += "\n" + rule
		}
		return line
	}, rounded)
}

// markdownCell keeps a text from ending its cell or starting markup.
func markdownCell(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "[", `\[`).Replace(s)
}

// writeText writes columns for people, long cells cut.
func (t table[T]) writeText(w io.Writer) error {
	columns := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	err := t.eachLine(columns, func(cells []string) string {
		return strings.TrimRight(strings.Join(cells, "\t"), "\t")
	}, short)
	if err != nil {
		return err
	}
	if err := columns.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// cellWidth lets three columns of text stand on a terminal of 200 letters.
const cellWidth = 60

// clip cuts a text to at most n letters.
func clip(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	return strings.TrimRight(string(runes[:n-1]), " ") + "…"
}

// eachLine writes the head and each row as a line.
func (t table[T]) eachLine(w io.Writer, line func([]string) string, spell func([]any) []string) error {
	if _, err := fmt.Fprintln(w, line(append([]string(nil), t.head...))); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	for item := range t.items {
		if _, err := fmt.Fprintln(w, line(spell(t.row(item)))); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	return nil
}

// exact spells cells for programs: numbers read back as the same double.
func exact(cells []any) []string { return spell(cells, -1) }

// rounded spells cells for people: three digits of a number.
func rounded(cells []any) []string { return spell(cells, 3) }

// short spells cells for a terminal: long texts are cut, ids are not, for they are there to be copied.
func short(cells []any) []string {
	out := rounded(cells)
	for i := range out {
		out[i] = strings.Join(strings.Fields(out[i]), " ")
		if _, isName := cells[i].(name); !isName {
			out[i] = clip(out[i], cellWidth)
		}
	}
	return out
}

// name is a cell that names something: the id of a paper, the key of a concept.
type name string

func spell(cells []any, digits int) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		switch c := c.(type) {
		case float64:
			out[i] = strconv.FormatFloat(c, 'g', digits, 64)
		case []string:
			out[i] = strings.Join(c, "; ")
		default:
			out[i] = fmt.Sprint(c)
		}
	}
	return out
}

// known returns a number as a cell, or an empty one where 0 stands for what is not known.
func known(n int) any {
	if n == 0 {
		return ""
	}
	return n
}
