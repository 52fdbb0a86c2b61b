package vocab

import "papergraph/ingest"

// mates counts the kinds of the names beside which a name stands in lists.
type mates struct{ methods, others int }

// befriend makes a method of each name of which nothing is known but that it stands in lists beside methods and beside no data sets,
// metrics or tasks: "DDPM, EDM and DiT". The terms are those with the provisional numbers.
func (b *builder) befriend(numbers []int32, described []Term) {
	terms := make([]*Term, len(b.facts))
	for i, n := range numbers {
		terms[n] = &described[i]
	}
	beside := make(map[int32]mates)
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
	}
	for _, pair := range b.mates {
		count(pair[0], pair[1])
		count(pair[1], pair[0])
	}
	for n, m := range beside {
		if t := terms[n]; t.Kind == ingest.Concept && t.Why == cueWords[cueBare] && m.methods > 0 && m.others == 0 {
			t.Why = cueWords[cueMates]
		}
	}
	for n := range beside {
		if t := terms[n]; t.Why == cueWords[cueMates] {
			t.Kind = ingest.Method
		}
	}
}
