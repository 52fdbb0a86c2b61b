package vocab

import "papergraph/ingest"

// mates counts the kinds of the names beside which a name stands in lists.
type mates struct{ methods, others int }

// befriend makes a method of each name of which nothing is known but that it stands in lists beside methods and beside no data sets,
// metrics or tasks: "DDPM, EDM and DiT". The terms are those under the provisional numbers.
func (b *builder) befriend(terms []*Term) {
	beside, near := make(map[int32]mates), make(map[int32][]int32)
	count := func(of, mate int32) {
		m := beside[of]
		switch terms[mate].Kind {
		case ingest.Method:
			m.methods++
		case ingest.Dataset, ingest.Metric, ingest.Task:
			m.others++
		case ingest.Concept, ingest.Word:
		}
		beside[of] = m
		near[of] = append(near[of], mate)
	}
	for _, pair := range b.mates {
		count(pair[0], pair[1])
		count(pair[1], pair[0])
	}
	var found []int32
	for n, m := range beside {
		if m.methods > 0 && m.mayBe(terms[n]) {
			found = append(found, n)
		}
	}
	for len(found) > 0 { // those beside them in their turn, whatever the order
		t := terms[found[len(found)-1]]
		mates := near[found[len(found)-1]]
		found = found[:len(found)-1]
		if t.Kind == ingest.Method {
			continue
		}
		t.Kind, t.Why = ingest.Method, cueWords[cueMates]
		for _, n := range mates {
			if m := beside[n]; m.mayBe(terms[n]) {
				found = append(found, n)
			}
		}
	}
}

// mayBe reports whether a name may be a method by its mates.
func (m mates) mayBe(t *Term) bool {
	return t.Kind == ingest.Concept && t.Why == cueWords[cueBare] && m.others == 0
}
