package bib

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func rowsOf(text string, comma byte, width int) (rows [][]string, err error) {
	r := rowReader{lines: lines{r: bufio.NewReader(strings.NewReader(text))}, comma: comma, width: width}
	for {
		row, err := r.next()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, row.cells)
	}
}

// TestRowsAsTheStandardHasThem writes tables with encoding/csv, which is right about well-formed ones, and reads them.
func TestRowsAsTheStandardHasThem(t *testing.T) {
	cell := rapid.SampledFrom([]string{"", "Bees", "a, b", "say \"so\"", "two\nlines", "\"", " ends in blanks ", "tab\tinside", "semi;colon", ",", "é"})
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(2, 4).Draw(t, "columns")
		comma := rapid.SampledFrom([]rune(delimiters)).Draw(t, "comma")
		want := rapid.SliceOfN(rapid.SliceOfN(cell, columns, columns), 1, 6).Draw(t, "rows")
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Comma = comma
		if err := w.WriteAll(want); err != nil {
			t.Fatal(err)
		}
		got, err := rowsOf(b.String(), byte(comma), columns)
		if err != nil {
			t.Fatal(err)
		}
		var full [][]string // rows without anything in them are passed over
		for _, row := range want {
			if strings.Trim(strings.Join(row, ""), " \t\","+string(comma)) != "" {
				full = append(full, row)
			}
		}
		if diff := cmp.Diff(full, rowsWithWords(got, comma)); diff != "" {
			t.Fatalf("of %q, wanted -, got +:\n%s", b.String(), diff)
		}
	})
}

func rowsWithWords(rows [][]string, comma rune) (kept [][]string) {
	for _, row := range rows {
		if strings.Trim(strings.Join(row, ""), " \t\","+string(comma)) != "" {
			kept = append(kept, row)
		}
	}
	return kept
}

func TestBrokenQuotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][]string
	}{
		{"inside a bare cell", "a 5\" disk,b\n", [][]string{{"a 5\" disk", "b"}}},
		{"inside a quoted cell", "\"a \"b\" c\",d\n", [][]string{{"a \"b\" c", "d"}}},
		{"never closed", "\"a,b\nc,d\n", [][]string{{"\"a", "b"}, {"c", "d"}}},
		{"never closed, with a good one below", "\"a,b\n\"c\",d\n", [][]string{{"\"a", "b"}, {"c", "d"}}},
		{"blanks around quotes", "a, \"b, c\" ,d\n", [][]string{{"a", "b, c", "d"}}},
		{"an empty last cell", "a,\n", [][]string{{"a", ""}}},
		{"no line end", "a,\"b\"", [][]string{{"a", "b"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := rowsOf(c.text, ',', len(c.want[0]))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("wanted -, got +:\n%s", diff)
			}
		})
	}
}

func TestQuoteOpenForTooLong(t *testing.T) {
	text := "title,abstract\nBees,\"never closed\n" + strings.Repeat("Bells,they ring\n", 3*maxQuotedLines) + "Snow,\"closed\"\n"
	rows, err := rowsOf(text, ',', 2)
	if err != nil || len(rows) != 3*maxQuotedLines+3 {
		t.Errorf("%v, %d rows", err, len(rows))
	}
}
