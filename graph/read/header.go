package read

import (
	"slices"
	"strings"
)

// columns says where a line has the ends of its edge and its weight.
type columns struct {
	from, to int
	weight   int // -1 for none
}

// The names of columns that are known, in small letters.
var (
	fromNames   = []string{"source", "from", "src", "u"}
	toNames     = []string{"target", "to", "dst", "v"}
	weightNames = []string{"weight", "w"}
)

// head learns from the first line what stands where, and says whether it only names the columns. It does where it has a
// name for either end; without, columns are u, v and perhaps the weight.
func (t *lines) head() (isHeader bool, err error) {
	t.width = len(t.fields)
	t.at = columns{from: -1, to: -1, weight: -1}
	var others []string
	for i, field := range t.fields {
		name := strings.ToLower(string(field))
		switch {
		case t.at.from < 0 && slices.Contains(fromNames, name):
			t.at.from = i
		case t.at.to < 0 && slices.Contains(toNames, name):
			t.at.to = i
		case t.at.weight < 0 && slices.Contains(weightNames, name):
			t.at.weight = i
		default:
			others = append(others, string(field))
		}
	}
	if t.at.from < 0 || t.at.to < 0 {
		return false, t.plain()
	}
	if len(others) > 0 {
		t.warn(t.number, "columns without a use: "+cut(strings.Join(others, ", ")), "not read")
	}
	return true, nil
}

// plain is what stands where in a list without names of columns.
func (t *lines) plain() error {
	switch t.width {
	case 2:
		t.at = columns{0, 1, -1}
	case 3:
		t.at = columns{0, 1, 2}
	case 1:
		return atLine(t.number, "%q is one column; an edge is u, v and perhaps a weight, parted by tabs or spaces", cut(string(t.fields[0])))
	default:
		return atLine(t.number, "%d columns; an edge is u, v and perhaps a weight, unless a first line names source and target", t.width)
	}
	return nil
}
