package report

import (
	"fmt"
	"slices"
	"strings"
)

// estimated says of those of the measures that were estimated from what, and how far off a score may be; empty where all of
// them are exact, else with a space before it.
func (r *Report) estimated(measures ...string) string {
	var said strings.Builder
	for _, m := range r.measures {
		e, ok := r.Made.Estimates[m.name]
		if !ok || !slices.Contains(measures, m.name) {
			continue
		}
		fmt.Fprintf(&said, " %s is an estimate from %s: with a chance of %s no paper is more than %s off.",
			m.label, count(e.Samples, drawn[e.Of].one, drawn[e.Of].many), percent(e.Confidence), figure(e.Error))
	}
	return said.String()
}

// drawn says what was drawn for an estimate.
var drawn = map[string]counting{
	"paths":  {one: "shortest way between two papers", many: "shortest ways between two papers"},
	"papers": {one: "paper, its distances to all,", many: "papers, their distances to all"},
}

// estimates returns the names of the measures that were estimated, joined as a cell has lists.
func (r *Report) estimates() string {
	var names []string
	for _, m := range r.measures {
		if _, ok := r.Made.Estimates[m.name]; ok {
			names = append(names, m.name)
		}
	}
	return strings.Join(names, "|")
}
