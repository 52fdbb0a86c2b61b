package report

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"gonum.org/v1/gonum/stat"

	"papergraph/graph/atlas"
)

// Agreement is how alike two measures rank the papers, -1 to 1.
type Agreement struct {
	Spearman float64 `json:"spearman"`
	Kendall  float64 `json:"kendall"`
}

// agreements compares each measure with each later one. Where one of the two has the same score everywhere there is
// nothing to compare, and the pair is left out.
func agreements(measures []atlas.Measure) map[string]Agreement {
	out := map[string]Agreement{}
	ranks := make([][]float64, len(measures))
	for i, m := range measures {
		ranks[i] = meanRanks(m.Scores)
	}
	for i, a := range measures {
		for j := i + 1; j < len(measures); j++ {
			s := stat.Correlation(ranks[i], ranks[j], nil)
			k := kendall(a.Scores, measures[j].Scores)
			if !math.IsNaN(s) && !math.IsNaN(k) {
				out[a.Name+"~"+measures[j].Name] = Agreement{Spearman: s, Kendall: k}
			}
		}
	}
	return out
}

// meanRanks returns the rank of each score from 1 for the lowest; equal scores have the mean of their ranks, so that the
// correlation of two such slices is Spearman's. O(n log n) time.
func meanRanks(scores []float64) []float64 {
	order := ascending(scores)
	ranks := make([]float64, len(scores))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && scores[order[to]] == scores[order[from]] {
			to++
		}
		for _, u := range order[from:to] {
			ranks[u] = float64(from+to+1) / 2
		}
		from = to
	}
	return ranks
}

func ascending(scores []float64) []int32 {
	order := make([]int32, len(scores))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(scores[a], scores[b]), cmp.Compare(a, b)) })
	return order
}

// kendall returns Kendall's tau-b of two slices of scores, NaN where one is constant. gonum's Kendall counts a tie as a
// pair in ascending order, and degrees and cores are full of ties; without ties the two are equal. O(n log n) time. See
// Knight, A computer method for calculating Kendall's tau with ungrouped data (1966), doi:10.1080/01621459.1966.10480879.
func kendall(x, y []float64) float64 {
	n := len(x)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool {
		a, b := order[i], order[j]
		return cmp.Or(cmp.Compare(x[a], x[b]), cmp.Compare(y[a], y[b]), cmp.Compare(a, b)) < 0
	})
	sorted := make([]float64, n) // y in the order of x
	for i, u := range order {
		sorted[i] = y[u]
	}
	tiedX := tiedPairs(n, func(i int) bool { return x[order[i]] == x[order[i-1]] })
	tiedBoth := tiedPairs(n, func(i int) bool { return x[order[i]] == x[order[i-1]] && sorted[i] == sorted[i-1] })
	swaps := inversions(sorted, make([]float64, n)) // sorts
	tiedY := tiedPairs(n, func(i int) bool { return sorted[i] == sorted[i-1] })
	pairs := float64(n) * float64(n-1) / 2
	return (pairs - tiedX - tiedY + tiedBoth - 2*swaps) / math.Sqrt((pairs-tiedX)*(pairs-tiedY))
}

// tiedPairs counts the pairs inside the runs in which each element is tied to the one before.
func tiedPairs(n int, tied func(i int) bool) float64 {
	pairs, run := 0.0, 0.0
	for i := 1; i < n; i++ {
		if tied(i) {
			run++
			pairs += run
		} else {
			run = 0
		}
	}
	return pairs
}

// inversions sorts a by merging and returns how many pairs stood in descending order. room is as long as a.
func inversions(a, room []float64) float64 {
	if len(a) < 2 {
		return 0
	}
	half := len(a) / 2
	count := inversions(a[:half], room[:half]) + inversions(a[half:], room[half:])
	i, j := 0, half
	for k := range room {
		if j == len(a) || i < half && a[i] <= a[j] {
			room[k] = a[i]
			i++
		} else {
			room[k] = a[j]
			count += float64(half - i)
			j++
		}
	}
	copy(a, room)
	return count
}
