package report

import (
	"encoding/csv"
	"io"
	"strconv"
)

// CSV writes a row a paper, by rank of PageRank: id, title, year, community and its name, each score and its rank, and the
// reason; where measures were estimated, their names in a last column. What is not known is empty. A text that a spreadsheet would run as a formula begins with a space.
func (r *Report) CSV(w io.Writer) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	head := []string{"id", "title", "year", "community", "community_name"}
	for _, m := range r.measures {
		head = append(head, m.name, m.name+"_rank")
	}
	head = append(head, "because")
	if r.estimates() != "" {
		head = append(head, "estimated")
	}
	if err := c.Write(head); err != nil {
		return err
	}
	for i := range r.Papers {
		if err := c.Write(r.row(&r.Papers[i])); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func (r *Report) row(p *Paper) []string {
	row := []string{cell(p.ID), cell(p.Title), known(p.Year), known(p.Community), cell(r.name(p.Community))}
	for _, m := range r.measures {
		score, ok := p.Scores[m.name]
		if !ok {
			row = append(row, "", "")
			continue
		}
		row = append(row, strconv.FormatFloat(score, 'g', -1, 64), strconv.Itoa(int(p.Ranks[m.name])))
	}
	row = append(row, cell(p.Because))
	if names := r.estimates(); names != "" {
		row = append(row, names)
	}
	return row
}

func known(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// cell returns a text as one line that no spreadsheet runs.
func cell(s string) string {
	s = oneLine(s)
	if s != "" && (s[0] == '=' || s[0] == '+' || s[0] == '-' || s[0] == '@') {
		return " " + s
	}
	return s
}
