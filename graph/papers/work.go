package papers

import (
	"papergraph/ingest"
	"papergraph/ingest/extract"
)

// sameWork reports whether two papers have one title, spelling apart. O(1) time.
func (n *Network) sameWork(u, v int) bool { return n.works[u] == n.works[v] }

// HasVersion reports whether another paper is a record or a version of the same work as u; none of a
// network that Build did not make. O(1) time.
func (n *Network) HasVersion(u int) bool { return u < len(n.versions) && n.versions[u] }

// versionsOf returns for each paper whether another is of the same work, given the works.
func versionsOf(works []int32) []bool {
	versions := make([]bool, len(works))
	for u, first := range works {
		if int(first) != u {
			versions[u], versions[first] = true, true
		}
	}
	return versions
}

// newWorks returns for each paper the first that has the same title, spelling apart: itself where it has none. O(bytes of
// the titles) time.
func newWorks(c *ingest.Corpus) []int32 {
	works, first := make([]int32, len(c.Documents)), make(map[string]int32)
	for u := range works {
		works[u] = int32(u)
		title := extract.Fold(c.Documents[u].Title)
		if title == "" {
			continue
		}
		if v, ok := first[title]; ok {
			works[u] = v
		} else {
			first[title] = int32(u)
		}
	}
	return works
}
