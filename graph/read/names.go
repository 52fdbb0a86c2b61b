package read

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// names numbers nodes. As long as all names are whole numbers from 0 in their plain spelling, these are the numbers. From
// the first that is not, and where the numbers have large gaps, nodes are numbered by sorted name, so that the order of
// lines does not show.
type names struct {
	named  bool
	number map[string]int32 // by name, once named, in the order in which they came
	list   []string         // the names in that order
	most   int32            // the largest plain number; -1 for none
}

// ends returns the numbers of the two nodes of an edge. Edges whose ends have plain numbers so far are numbered anew when
// the first name comes.
func (n *names) ends(line int, from, to []byte, before []edge) (u, v int32, err error) {
	if len(from) == 0 || len(to) == 0 {
		return 0, 0, atLine(line, "a node has no name")
	}
	if !n.named {
		u, plainU := plainNumber(from)
		v, plainV := plainNumber(to)
		if plainU && plainV {
			n.most = max(n.most, u, v)
			return u, v, nil
		}
		n.begin(before)
	}
	if !utf8.Valid(from) || !utf8.Valid(to) {
		return 0, 0, atLine(line, "the name of a node is not UTF-8")
	}
	return n.of(from), n.of(to), nil
}

// plainNumber returns the number that a name is, if it is one that can be a node and is spelled as numbers are.
func plainNumber(name []byte) (int32, bool) {
	if len(name) > 10 || len(name) > 1 && name[0] == '0' {
		return 0, false
	}
	u := 0
	for _, c := range name {
		if c < '0' || c > '9' {
			return 0, false
		}
		u = 10*u + int(c-'0')
	}
	return int32(u), u < maxNodes
}

// begin makes names of the numbers that edges have so far.
func (n *names) begin(before []edge) {
	n.named, n.number = true, map[string]int32{}
	var spelled [10]byte
	of := func(u int32) int32 { return n.of(strconv.AppendInt(spelled[:0], int64(u), 10)) }
	for i, e := range before {
		before[i].u, before[i].v = of(e.u), of(e.v)
	}
}

// of returns the number of a name.
func (n *names) of(name []byte) int32 {
	u, ok := n.number[string(name)]
	if !ok {
		u = int32(len(n.list))
		n.list = append(n.list, string(name))
		n.number[n.list[u]] = u
	}
	return u
}

// A list of few edges may still name a node of a high number. Above both limits, numbers are names: memory goes with the
// largest, and one stray digit would take all there is.
const (
	denseNodes = 1 << 20
	denseShare = 64 // numbers an edge
)

// settle gives the ends of all edges their final numbers, and returns how many nodes there are, their names, and whether
// numbers were taken as names.
func (n *names) settle(edges []edge) (count int, list []string, sparse bool) {
	if n.named {
		return len(n.list), n.sort(edges), false
	}
	if n.most < denseNodes || int(n.most)/denseShare < len(edges) {
		return int(n.most) + 1, nil, false
	}
	list = squeeze(edges)
	return len(list), list, true
}

// sort numbers the nodes anew by sorted name.
func (n *names) sort(edges []edge) []string {
	sorted := slices.Clone(n.list)
	slices.Sort(sorted)
	to := make([]int32, len(sorted))
	for i, name := range sorted {
		to[n.number[name]] = int32(i)
	}
	for i, e := range edges {
		edges[i].u, edges[i].v = to[e.u], to[e.v]
	}
	return sorted
}

// squeeze numbers the nodes anew by the order of their numbers, and returns these as names.
func squeeze(edges []edge) []string {
	all := make([]int32, 0, 2*len(edges))
	for _, e := range edges {
		all = append(all, e.u, e.v)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	for i, e := range edges {
		u, _ := slices.BinarySearch(all, e.u)
		v, _ := slices.BinarySearch(all, e.v)
		edges[i].u, edges[i].v = int32(u), int32(v)
	}
	list := make([]string, len(all))
	for i, u := range all {
		list[i] = strconv.Itoa(int(u))
	}
	return list
}
