package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// write writes the answer in one of analyzeFormats.
func (a *analysis) write(w io.Writer, format string) error {
	switch format {
	case "json":
		return writeJSON(w, a)
	case "text":
		return a.writeText(w)
	}
	return a.rows().write(w, format)
}

// columns returns the names of scores in the order of the contract; hubs stand behind hits.
func (a *analysis) columns() []string {
	var names []string
	for _, m := range measures {
		names = append(names, m.name)
		if m.name == "hits" {
			names = append(names, "hubs")
		}
	}
	return slices.DeleteFunc(names, func(name string) bool { return a.Scores[name] == nil })
}

// rows returns a row a node.
func (a *analysis) rows() table[int] {
	columns := a.columns()
	t := table[int]{
		items: func(yield func(int) bool) {
			for u := range a.Graph.Nodes {
				if !yield(u) {
					return
				}
			}
		},
		head: append([]string{"node"}, columns...),
	}
	if a.Communities != nil {
		t.head = append(t.head, "community")
	}
	if a.Layout != nil {
		t.head = append(t.head, "x", "y")
	}
	t.row = func(u int) []any {
		cells := []any{name(a.name(u))}
		for _, c := range columns {
			cells = append(cells, a.Scores[c][u])
		}
		if a.Communities != nil {
			cells = append(cells, a.Communities.Labels[u])
		}
		if a.Layout != nil {
			cells = append(cells, a.Layout[u][0], a.Layout[u][1])
		}
		return cells
	}
	return t
}

// best is how many nodes of each measure the text shows.
const best = 10

// writeText writes what is known of the whole, the best nodes by each measure, and how long it took.
func (a *analysis) writeText(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range a.facts() {
		fmt.Fprintf(t, "%s\t%s\n", f[0], f[1]) //nolint:errcheck // Flush has it
	}
	for _, e := range slices.Sorted(maps.Keys(a.Estimates)) {
		fmt.Fprintf(t, "%s\tan estimate from %d paths; error at most %s of all pairs with confidence %s\n", //nolint:errcheck // Flush has it
			e, a.Estimates[e].Samples, figure(a.Estimates[e].Error), figure(a.Estimates[e].Confidence))
	}
	for _, part := range slices.Sorted(maps.Keys(a.Timings)) {
		fmt.Fprintf(t, "%s\t%s s\n", part, figure(a.Timings[part])) //nolint:errcheck // Flush has it
	}
	if a.RSS > 0 {
		fmt.Fprintf(t, "memory\t%.0f MiB\n", a.RSS) //nolint:errcheck // Flush has it
	}
	a.writeBest(t)
	if err := t.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

func figure(x float64) string { return strconv.FormatFloat(x, 'g', 3, 64) }

// facts returns what is known of the whole graph, a name and a figure each.
func (a *analysis) facts() [][2]string {
	facts := [][2]string{{"nodes", strconv.Itoa(a.Graph.Nodes)}, {"edges", strconv.Itoa(a.Graph.Edges)}}
	add := func(name string, x *float64) {
		if x != nil {
			facts = append(facts, [2]string{name, figure(*x)})
		}
	}
	whole := func(name string, x *int) {
		if x != nil {
			facts = append(facts, [2]string{name, strconv.Itoa(*x)})
		}
	}
	whole("components", a.Graph.Components)
	add("diameter", a.Graph.Diameter)
	add("mean path", a.Graph.MeanPath)
	add("transitivity", a.Graph.Transitivity)
	add("mean clustering", a.Graph.Clustering)
	whole("cut edges", a.Graph.CutEdges)
	if a.Communities != nil {
		whole("communities", &a.Communities.Count)
		add("modularity", &a.Communities.Modularity)
	}
	for _, name := range slices.Sorted(maps.Keys(a.Sums)) {
		sum := a.Sums[name]
		add("sum of "+name, &sum)
	}
	return facts
}

// writeBest writes the nodes of the highest scores, a column a measure.
func (a *analysis) writeBest(w io.Writer) {
	columns := slices.DeleteFunc(a.columns(), func(name string) bool { return name == "components" })
	if len(columns) == 0 || a.Graph.Nodes == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", strings.Join(columns, "\t")) //nolint:errcheck // Flush has it
	orders := make([][]int, len(columns))
	for i, c := range columns {
		orders[i] = highest(a.Scores[c])
	}
	for place := range min(best, a.Graph.Nodes) {
		cells := make([]string, len(columns))
		for i, c := range columns {
			u := orders[i][place]
			cells[i] = clip(a.name(u), cellWidth/2) + " " + figure(a.Scores[c][u])
		}
		fmt.Fprintln(w, strings.Join(cells, "\t")) //nolint:errcheck // Flush has it
	}
}

// highest returns the nodes by score, the highest first, of equal ones the first.
func highest(scores []float64) []int {
	order := make([]int, len(scores))
	for u := range order {
		order[u] = u
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	return order
}
