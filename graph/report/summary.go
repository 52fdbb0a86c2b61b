package report

import "fmt"

// summary tells in words what was read and what came of it.
func (r *Report) summary() []string {
	out := []string{r.readInWords()}
	if r.Graph.Papers == 0 {
		return out
	}
	out = append(out, r.linksInWords())
	if r.Graph.Links > 0 {
		out = append(out, r.communitiesInWords(), r.centralInWords())
	}
	return out
}

// centralInWords names the papers that come first.
func (r *Report) centralInWords() string {
	first, brokers := &r.Papers[0], r.brokers()
	s := "The most central paper by PageRank is " + quoted(r.labels[first.ID])
	switch {
	case len(brokers) == 0:
		return s + "."
	case brokers[0] == first:
		return s + "; it is also the one that most shortest ways between others lead over."
	}
	return s + "; most shortest ways between others lead over " + quoted(r.labels[brokers[0].ID]) + "."
}

func (r *Report) readInWords() string {
	q := &r.Quality
	s := fmt.Sprintf("%s from %s.", count(q.Papers, "paper", "papers"), count(q.Read, "record", "records"))
	if lost := counted([]counting{
		{q.Merged, "was merged with another", "were merged with others"}, {q.Dropped, "was dropped", "were dropped"},
	}); lost != "" {
		s += " Of the records, " + lost + "."
	}
	if q.Skipped > 0 {
		s += " Besides, " + count(q.Skipped, "thing was no record and was", "things were no records and were") + " skipped."
	}
	if lacks := counted([]counting{
		{q.WithoutAbstract, "has no abstract", "have no abstract"}, {q.WithoutConcept, "mentions no concept", "mention no concept"},
	}); lacks != "" {
		s += " Of the papers, " + lacks + "."
	}
	return s
}

// counting is how many do what.
type counting struct {
	n         int
	one, many string
}

// counted returns those that count something, as a sentence joins them.
func counted(list []counting) string {
	var out []string
	for _, c := range list {
		if c.n > 0 {
			out = append(out, count(c.n, c.one, c.many))
		}
	}
	return and(out)
}

func (r *Report) linksInWords() string {
	g := &r.Graph
	if g.Links == 0 {
		return "No two papers are linked."
	}
	joined := "all papers"
	if n := len(r.Unlinked); n > 0 {
		joined = thousands(g.Papers-n) + " of the papers"
	}
	s := fmt.Sprintf("%s %s; that is %s of all pairs (density %s).", count(g.Links, "link joins", "links join"), joined,
		percent(g.Density), figure(g.Density))
	parts := g.Components - len(r.Unlinked)
	if parts == 1 {
		s += " All linked papers hang together"
	} else {
		s += " The linked papers form " + count(parts, "part", "parts") + " that do not touch"
	}
	s += fmt.Sprintf("; from one to another it takes %.2f links on average and %s at most.", g.MeanPath, thousands(g.Diameter))
	return s + fmt.Sprintf(" Of two papers that are linked to a third, %s are linked to each other (transitivity %s).",
		percent(g.Transitivity), figure(g.Transitivity))
}

func (r *Report) communitiesInWords() string {
	s := count(len(r.Communities), "community was found", "communities were found")
	s += " (modularity " + figure(r.Graph.Modularity) + ")"
	var largest []string
	for _, c := range r.Communities[:min(3, len(r.Communities))] {
		largest = append(largest, fmt.Sprintf("%s (%s)", quoted(r.name(c.ID)), count(c.Size, "paper", "papers")))
	}
	if len(largest) == 0 {
		return s + "."
	}
	s += "; the largest: " + and(largest) + "."
	if n := len(r.Unlinked); n > 0 {
		s += " " + count(n, "paper has no link", "papers have no link") + "; see below."
	}
	return s
}
