package alike

import "slices"

// What the k-th nearest of a row reaches at least is found by its rarest terms alone: so many entries of their lists are summed,
// and the rows with the largest sums are weighed, half as many again as are sought. On TF-IDF of 20,000 papers that comes to
// 0.85 of what is reached in truth; twice the entries to 0.9, which costs what it saves.
const (
	seedEntries = 1000
	seedMore    = 8
)

// seeder sums over all rows, few of them touched, for one goroutine.
type seeder struct {
	matrix  *Matrix
	ranking *ranking
	lists   *lists
	first   int32 // ranks below have no list
	probe   Probe
	sums    []uint32 // by row; all 0 between two seeds
	touched []int32
	keys    []uint64 // a sum, or a rank, above the number of a row, or a weight
	cosines []float64
}

// least returns what the k-th nearest row of u reaches at least; 0 where that is not known.
func (s *seeder) least(u, k int) float64 {
	terms, weights := s.matrix.Row(u)
	s.sum(terms, weights)
	near := s.pick(u, k+k/2+seedMore)
	if len(near) < k {
		return 0
	}
	s.probe.Set(terms, weights)
	s.touched = s.touched[:0]
	for _, key := range near {
		s.touched = append(s.touched, int32(uint32(key)))
	}
	s.cosines = s.probe.Dots(s.cosines[:0], s.matrix, s.touched)
	s.touched = s.touched[:0]
	slices.Sort(s.cosines)
	return s.cosines[len(s.cosines)-k]
}

// sum adds up what others have in common with a row in its rarest terms.
func (s *seeder) sum(terms []int32, weights []float64) {
	s.keys = s.keys[:0]
	for i, t := range terms {
		if rank := s.ranking.of[t]; rank >= s.first {
			s.keys = append(s.keys, uint64(rank)<<16|uint64(inList(weights[i])))
		}
	}
	slices.Sort(s.keys)
	budget := seedEntries
	for i := len(s.keys) - 1; i >= 0 && budget > 0; i-- {
		places, weights := s.lists.list(int32(s.keys[i] >> 16))
		s.add(places, weights, inRow(uint16(s.keys[i])))
		budget -= len(places)
	}
}

func (s *seeder) add(places []int32, weights []uint16, weight uint32) {
	for i, p := range places {
		if s.sums[p] == 0 {
			s.touched = append(s.touched, p)
		}
		s.sums[p] += weight * uint32(weights[i])
	}
}

// pick returns the rows with the k largest sums, or fewer, without u itself, each below its sum in a number, and sets all
// sums to 0.
func (s *seeder) pick(u, k int) []uint64 {
	s.keys = s.keys[:0]
	floor := uint64(0)
	for _, p := range s.touched {
		if key := uint64(s.sums[p])<<32 | uint64(p); int(p) != u && key >= floor {
			s.keys = append(s.keys, key)
			if len(s.keys) >= 4*k {
				s.keys = largest(s.keys, k)
				floor = s.keys[0]
			}
		}
		s.sums[p] = 0
	}
	s.touched = s.touched[:0]
	return largest(s.keys, k)
}

// largest returns the k largest keys, ascending, at the front.
func largest(keys []uint64, k int) []uint64 {
	slices.Sort(keys)
	return keys[:copy(keys, keys[max(0, len(keys)-k):])]
}
