package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"papergraph/graph/answer"
)

// write puts the whole report on a page: what matters most first.
func (r *Report) write(p page) {
	name := "Report"
	if r.title != "" {
		name = "Report on " + oneLine(answer.Shown(r.title))
	}
	p.title(name)
	for _, paragraph := range r.summary() {
		p.paragraph(paragraph)
	}
	if r.Graph.Links > 0 {
		r.writeCommunities(p)
		r.writeRanking(p)
		r.writeBrokers(p)
		r.writeBetween(p)
	}
	r.writeUnlinked(p)
	r.writeCommon(p)
	r.writeAgreement(p)
	r.writeWarnings(p)
	r.writeMade(p)
}

func quoted(name string) string { return "“" + name + "”" }

func (r *Report) writeCommunities(p page) {
	p.heading("Communities")
	p.paragraph("Each with the concepts that name it or set it apart, and with its most central papers.")
	shown := r.Communities[:min(r.top, len(r.Communities))]
	for _, c := range shown {
		p.subheading(fmt.Sprintf("%d. %s: %s", c.ID, r.name(c.ID), count(c.Size, "paper", "papers")))
		var items []string
		if labels := labelsOf(c.Concepts); len(labels) > 0 {
			items = append(items, "Concepts: "+strings.Join(labels, ", "))
		}
		for _, u := range c.Central[:min(3, len(c.Central))] {
			items = append(items, r.paperName(u))
		}
		p.list(items)
	}
	if rest := r.Communities[len(shown):]; len(rest) > 0 {
		var names []string
		for _, c := range rest {
			names = append(names, fmt.Sprintf("%s (%d)", quoted(r.name(c.ID)), c.Size))
		}
		p.paragraph("Smaller ones: " + and(names) + ".")
	}
}

func labelsOf(concepts []answer.ConceptRef) []string {
	var labels []string
	for _, c := range concepts {
		labels = append(labels, c.Label)
	}
	return labels
}

// paperName returns the label of a paper with its year.
func (r *Report) paperName(u answer.PaperRef) string {
	s := r.labels[u.ID]
	if u.Year != 0 {
		s += " (" + strconv.Itoa(u.Year) + ")"
	}
	return s
}

// name returns the name of the community with the id, empty for 0.
func (r *Report) name(id int) string {
	i := slices.IndexFunc(r.Communities, func(c answer.Community) bool { return c.ID == id })
	switch {
	case i < 0:
		return ""
	case r.Communities[i].Name == "":
		return "community " + strconv.Itoa(id)
	}
	return r.Communities[i].Name
}

// writeRanking lists the papers of highest PageRank, with their ranks by the other measures.
func (r *Report) writeRanking(p page) {
	p.heading("Most central papers")
	p.paragraph("By PageRank: a paper ranks high when papers that rank high are linked to it. Beside it stands the rank by each other measure." +
		r.estimated("closeness"))
	t := table{head: []string{"", "Paper", "Community", "PageRank"}, right: []bool{true, false, true, true}}
	var others []measure
	for _, m := range r.measures {
		if m.name == "betweenness" || m.name == "closeness" || m.name == "degree" {
			others = append(others, m)
			t.head, t.right = append(t.head, m.label), append(t.right, true)
		}
	}
	for i := range r.Papers[:min(r.top, len(r.Papers))] {
		u := &r.Papers[i]
		row := []string{strconv.Itoa(int(u.Ranks["pagerank"])), r.paperName(u.PaperRef), known(u.Community), figure(u.Scores["pagerank"])}
		for _, m := range others {
			row = append(row, strconv.Itoa(int(u.Ranks[m.name])))
		}
		t.rows = append(t.rows, row)
	}
	p.table(t)
}

// writeBrokers lists the papers of highest betweenness with their reasons.
func (r *Report) writeBrokers(p page) {
	p.heading("Papers that join communities")
	p.paragraph("By betweenness: the share of shortest ways between other papers that lead over this one." + r.estimated("betweenness"))
	var items []string
	for _, u := range r.brokers() {
		s := fmt.Sprintf("%s: %s", r.paperName(u.PaperRef), figure(u.Scores["betweenness"]))
		if u.Because != "" {
			s += "; " + u.Because
		}
		items = append(items, s)
	}
	p.list(items)
}

// brokers returns the papers of highest betweenness above 0.
func (r *Report) brokers() []*Paper {
	var out []*Paper
	for i := range r.Papers {
		if r.Papers[i].Scores["betweenness"] > 0 {
			out = append(out, &r.Papers[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *Paper) int { return int(a.Ranks["betweenness"] - b.Ranks["betweenness"]) })
	return out[:min(r.top, len(out))]
}

func (r *Report) writeUnlinked(p page) {
	if len(r.Unlinked) == 0 {
		return
	}
	p.heading("Papers without a link")
	p.paragraph("They share no concept with another paper that is rare enough to be a reason.")
	items := make([]string, len(r.Unlinked))
	for i, id := range r.Unlinked {
		items[i] = r.labels[id]
	}
	p.list(items)
}

func (r *Report) writeCommon(p page) {
	if len(r.Common) == 0 {
		return
	}
	p.heading("Common terms")
	p.paragraph("They stand in so many papers that they are no reason for a link; so many links they would make.")
	t := table{head: []string{"Term", "Papers", "Links"}, right: []bool{false, true, true}}
	for _, c := range r.Common[:min(2*r.top, len(r.Common))] {
		t.rows = append(t.rows, []string{c.Label, thousands(c.Papers), thousands(c.Links)})
	}
	p.table(t)
	if rest := len(r.Common) - len(t.rows); rest > 0 {
		p.paragraph("And " + thousands(rest) + " more.")
	}
}

// writeAgreement shows one table for both: Spearman's above the diagonal, Kendall's below.
func (r *Report) writeAgreement(p page) {
	if len(r.Agreement) == 0 {
		return
	}
	p.heading("How far the measures agree")
	p.paragraph("1 is the same order, 0 none in common. Spearman's rho stands above the diagonal, Kendall's tau below." + r.estimated("harmonic"))
	t := table{head: []string{""}, right: []bool{false}}
	for i, a := range r.measures {
		t.head, t.right = append(t.head, a.label), append(t.right, true)
		row := []string{a.label}
		for j, b := range r.measures {
			row = append(row, r.agreementCell(i, j, a.name, b.name))
		}
		t.rows = append(t.rows, row)
	}
	p.table(t)
}

func (r *Report) agreementCell(i, j int, a, b string) string {
	if i > j {
		a, b = b, a
	}
	of, ok := r.Agreement[a+"~"+b]
	switch {
	case i == j || !ok:
		return ""
	case i < j:
		return strconv.FormatFloat(of.Spearman, 'f', 2, 64)
	}
	return strconv.FormatFloat(of.Kendall, 'f', 2, 64)
}

// warningsShown is how many warnings a report prints; JSON has all.
const warningsShown = 20

func (r *Report) writeWarnings(p page) {
	w := r.Quality.Warnings
	if len(w) == 0 {
		return
	}
	p.heading("Warnings")
	var items []string
	for _, one := range w[:min(warningsShown, len(w))] {
		items = append(items, oneLine(one.String()))
	}
	p.list(items)
	if rest := len(w) - len(items); rest > 0 {
		p.paragraph("And " + thousands(rest) + " more.")
	}
}

func (r *Report) writeMade(p page) {
	p.heading("Made by")
	s := r.Made.Settings
	p.paragraph(fmt.Sprintf("papergraph %s; seed %d, %d neighbours, least weight %s, resolution %s; corpus %s.",
		r.Made.Version, r.Made.Seed, s.Neighbours, figure(s.MinWeight), figure(s.Resolution), r.Made.Corpus))
}
