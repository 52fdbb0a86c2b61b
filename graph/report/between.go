package report

import (
	"fmt"
	"math"
	"strings"

	"papergraph/graph/answer"
)

// writeBetween tells what joins communities and where they are apart.
func (r *Report) writeBetween(p page) {
	if len(r.Bridges) > 0 {
		p.heading("Bridges between communities")
		p.paragraph("The pairs of communities with most weight of links between them, and the papers and concepts that carry most of it.")
	}
	for _, b := range r.Bridges {
		p.subheading(r.pairName(b) + ": " + count(b.Gap.Links, "link", "links"))
		r.listBetween(p, b, "Joined by")
	}
	if len(r.Gaps) > 0 {
		p.heading("Gaps")
		p.paragraph("Pairs of communities that share concepts and have hardly a link: what one knows may be news to the other. " +
			"So many links were to be expected if links fell by chance.")
	}
	for _, b := range r.Gaps {
		p.subheading(fmt.Sprintf("%s: %s where %s were to be expected", r.pairName(b), count(b.Gap.Links, "link", "links"),
			thousands(int(math.Round(b.Gap.Expected)))))
		r.listBetween(p, b, "Both hold")
	}
}

func (r *Report) pairName(b answer.Between) string {
	return quoted(r.name(b.A)) + " and " + quoted(r.name(b.B))
}

func (r *Report) listBetween(p page, b answer.Between, lead string) {
	var concepts []string
	for _, c := range b.Concepts {
		concepts = append(concepts, fmt.Sprintf("%s (%s)", c.Label, count(c.Papers, "paper", "papers")))
	}
	items := []string{}
	if len(concepts) > 0 {
		items = append(items, lead+": "+strings.Join(concepts, ", "))
	}
	for _, u := range b.Papers[:min(3, len(b.Papers))] {
		items = append(items, r.paperName(u.PaperRef)+through(u.Because))
	}
	p.list(items)
}

// through returns what a reason adds where the two communities are named already.
func through(because string) string {
	if _, concepts, ok := strings.Cut(because, " through "); ok {
		return ": " + concepts
	}
	if concepts, ok := strings.CutPrefix(because, "holds "); ok {
		return ": " + concepts
	}
	return ""
}
