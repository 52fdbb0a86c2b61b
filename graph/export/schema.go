package export

import (
	"math"
	"strconv"
)

// kind is the type of an attribute.
type kind uint8

const (
	str kind = iota
	whole
	number
	list
)

// attribute is a column of the schema.
type attribute struct {
	name string
	kind kind
}

// nodeAttributes are what a node may carry, in the order of files. It is never called id: igraph puts that in place of the
// node's own.
var nodeAttributes = []attribute{
	{"paper_id", str},
	{"kind", str},
	{"label", str},
	{"name", str},
	{"title", str},
	{"year", whole},
	{"authors", list},
	{"venue", str},
	{"doi", str},
	{"url", str},
	{"community", whole},
	{"community_label", str},
	{"pagerank", number},
	{"betweenness", number},
	{"closeness", number},
	{"harmonic", number},
	{"degree", whole},
	{"strength", number},
	{"kcore", whole},
	{"influence", number},
	{"concepts", list},
	{"methods", list},
	{"x", number},
	{"y", number},
	{"size", number},
	{"r", whole},
	{"g", whole},
	{"b", whole},
}

// edgeAttributes are what an edge may carry. It has no label: Gephi draws that.
var edgeAttributes = []attribute{
	{"weight", number},
	{"kind", str},
	{"interaction", str},
	{"shared_concepts", list},
	{"methods", list},
	{"builds_on", str},
	{"explanation", str},
}

// value is the value of an attribute; one that is not known is absent and has present false.
type value struct {
	present bool
	text    string
	items   []string
	number  float64
}

func textValue(s string) value { return value{present: s != "", text: s} }

func listValue(items []string) value { return value{present: len(items) > 0, items: items} }

// numberValue is absent where x is no finite number, which no reader survives.
func numberValue(x float64) value {
	return value{present: !math.IsNaN(x) && !math.IsInf(x, 0), number: x}
}

// known is a number of which 0 says that it is not known.
func known(n int) value { return value{present: n != 0, number: float64(n)} }

// plain returns the value as text: numbers in the shortest form that reads back, lists joined by a bar.
func (v value) plain(k kind) string {
	switch k {
	case whole:
		return strconv.FormatInt(int64(v.number), 10)
	case number:
		return strconv.FormatFloat(v.number, 'g', -1, 64)
	case list:
		return joined(v.items)
	case str:
	}
	return v.text
}

// node is a paper as files have it: values in the order of nodeAttributes.
type node struct {
	id     string
	values []value
}

// edge is a link as files have it: values in the order of edgeAttributes.
type edge struct {
	id, source, target string
	values             []value
}
