package alike

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// build makes a matrix of rows, each of which it brings to length 1.
func build(rows []map[int32]float64) Matrix {
	m := Matrix{Starts: []int{0}}
	for _, row := range rows {
		square, terms := 0.0, []int32(nil)
		for t := range row {
			terms = append(terms, t)
		}
		slices.Sort(terms)
		for _, t := range terms {
			square += row[t] * row[t]
		}
		for _, t := range terms {
			m.Terms, m.Weights = append(m.Terms, t), append(m.Weights, row[t]/math.Sqrt(square))
		}
		m.Starts = append(m.Starts, len(m.Terms))
	}
	return m
}

// plain finds all that share a term in the plainest way, nearest first.
func plain(m Matrix) [][]Neighbour {
	all, of := make([][]Neighbour, m.Rows()), make([]float64, m.terms())
	for u := range all {
		terms, weights := m.Row(u)
		for i, t := range terms {
			of[t] = weights[i]
		}
		for v := range m.Rows() {
			sum := 0.0
			for i := m.Starts[v]; i < m.Starts[v+1]; i++ {
				sum += float64(of[m.Terms[i]] * m.Weights[i])
			}
			if v != u && sum > 0 {
				all[u] = append(all[u], Neighbour{int32(v), min(1, sum)})
			}
		}
		for _, t := range terms {
			of[t] = 0
		}
		slices.SortFunc(all[u], Compare)
	}
	return all
}

// check holds what is found against the plain way, for some numbers of workers, and one row at a time.
func check(t interface {
	Helper()
	Fatalf(string, ...any)
}, m Matrix, want [][]Neighbour, k int,
) {
	t.Helper()
	equal := func(how string, u int, got []Neighbour) {
		t.Helper()
		if want := want[u][:max(0, min(k, len(want[u])))]; !slices.Equal(got, want) {
			t.Fatalf("%s, row %d of %d, %d nearest: got and want differ:\n%s", how, u, m.Rows(), k, cmp.Diff(want, got))
		}
	}
	for _, workers := range []int{1, 2, 7} {
		x, all, err := All(context.Background(), m, Options{Neighbours: k, Workers: workers})
		if err != nil || len(all) != m.Rows() {
			t.Fatalf("%d of %d rows, %v", len(all), m.Rows(), err)
		}
		for u := range all {
			equal(fmt.Sprint(workers, " workers"), u, all[u])
		}
		for u := 0; u < m.Rows() && workers == 1; u += 1 + m.Rows()/50 {
			equal("alone", u, x.Nearest(u, k))
		}
	}
}

func TestAllOfSmallMatrices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weight := rapid.SampledFrom([]float64{1, 1, 1, 0.5, 2, 1e-3, 1e-9, 1e6, 0.1})
		row := rapid.MapOfN(rapid.Int32Range(0, 12), weight, 0, 6)
		m := build(rapid.SliceOfN(row, 0, 40).Draw(t, "rows"))
		check(t, m, plain(m), rapid.IntRange(-1, 45).Draw(t, "k"))
	})
}

// zipf returns rows whose terms have the frequencies of words, in groups that share some of their own.
func zipf(rows, perRow, terms int, seed uint64) Matrix {
	rng := rand.New(rand.NewPCG(seed, uint64(rows)))
	law := rand.NewZipf(rng, 1.1, 8, uint64(terms-1))
	all := make([]map[int32]float64, rows)
	for u := range all {
		all[u] = make(map[int32]float64)
		for range perRow {
			t := int32(law.Uint64())
			if rng.IntN(4) == 0 {
				t = int32(terms + u/20*30 + rng.IntN(30))
			}
			all[u][t] += 0.3 + math.Log(1+float64(t))
		}
	}
	return build(all)
}

// TestAllOfLargerMatrices has some blocks, and rows of which much is left out.
func TestAllOfLargerMatrices(t *testing.T) {
	if testing.Short() {
		t.Skip("compares all pairs")
	}
	m := zipf(blockSize+300, 30, 3000, 1)
	want := plain(m)
	for _, k := range []int{1, 15} {
		check(t, m, want, k)
	}
	x, _, err := All(t.Context(), m, Options{Neighbours: 15})
	if err != nil || x.Whole > m.Rows()/10 {
		t.Errorf("of %d of %d rows nothing was left out, %v", x.Whole, m.Rows(), err)
	}
}

// TestAllOfOddMatrices has what bounds could fail at.
func TestAllOfOddMatrices(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	of := func(rows int, row func(u int) map[int32]float64) (all []map[int32]float64) {
		for u := range rows {
			all = append(all, row(u))
		}
		return all
	}
	tests := []struct {
		name string
		rows []map[int32]float64
	}{
		{"no rows", nil},
		{"empty rows", of(100, func(int) map[int32]float64 { return nil })},
		{"one term in all", of(300, func(int) map[int32]float64 { return map[int32]float64{7: 1} })},
		{"all alike", of(300, func(int) map[int32]float64 { return map[int32]float64{1: 1, 2: 2, 5: 3} })},
		{"nothing shared", of(300, func(u int) map[int32]float64 { return map[int32]float64{int32(u): 1} })},
		{"a common term alone, and one more", of(500, func(u int) map[int32]float64 {
			return map[int32]float64{0: 1, int32(1 + u/2): float64(u%7) * 0.1}
		})},
		{"common terms weigh most", of(400, func(u int) map[int32]float64 {
			row := map[int32]float64{}
			for t := range int32(20) {
				if rng.IntN(2) == 0 {
					row[t] = 10 + rng.Float64()
				}
			}
			row[int32(100+u/3)] = 1
			return row
		})},
		{"one row of very many terms", of(200, func(u int) map[int32]float64 {
			row := map[int32]float64{}
			for t := range int32(20_000) {
				if u == 0 || t == int32(u) || t == int32(u/2) {
					row[t] = 1 + float64(t%3)
				}
			}
			return row
		})},
		{"very small weights beside large ones", of(300, func(u int) map[int32]float64 {
			return map[int32]float64{int32(u % 5): 1, int32(10 + u%7): 1e-6, int32(20 + u%11): 1e-12, int32(40 + u%100): 1e-160}
		})},
		{"ties at the last place", of(600, func(u int) map[int32]float64 {
			return map[int32]float64{int32(u % 3): 1, int32(3 + u%4): 1, int32(10 + u%5): 1}
		})},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for row := range tt.rows { // a weight of 0 is no entry
				for term, w := range tt.rows[row] {
					if w == 0 {
						delete(tt.rows[row], term)
					}
				}
			}
			m := build(tt.rows)
			want := plain(m)
			for _, k := range []int{0, 1, 10, 1000} {
				check(t, m, want, k)
			}
		})
	}
}

func TestProgressRises(t *testing.T) {
	m := zipf(1000, 20, 500, 2)
	last := 0
	_, _, err := All(t.Context(), m, Options{Neighbours: 5, Workers: 7, Progress: func(done, total int) {
		if done <= last || total != m.Rows() {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	}})
	if err != nil || last != m.Rows() {
		t.Errorf("told of %d of %d rows, %v", last, m.Rows(), err)
	}
}

func TestCancel(t *testing.T) {
	m := zipf(1000, 20, 500, 2)
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	_, _, err := All(ctx, m, Options{Neighbours: 5, Workers: 1, Progress: func(int, int) {
		calls++
		cancel()
	}})
	if !errors.Is(err, context.Canceled) || calls != 1 {
		t.Errorf("%v after %d chunks", err, calls)
	}
	if x, all, err := All(ctx, m, Options{Neighbours: 5}); x != nil || all != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, where it was cancelled before", err)
	}
}

// TestSumsAreNeverTooSmall is what the bounds rest on: whole numbers are at least what they stand for, and the bar is no higher than
// the cosine.
func TestSumsAreNeverTooSmall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Float64Range(0, 1).Draw(t, "a"), rapid.Float64Range(0, 1).Draw(t, "b")
		product := uint64(inRow(inList(a))) * uint64(inList(b))
		if float64(product) < a*b*rowUnit*listUnit*(1-1e-15) {
			t.Fatalf("%g·%g became %d", a, b, product)
		}
		if least := bar(a * b); uint64(least) > max(1, product) {
			t.Fatalf("bar %d for a sum of %d", least, product)
		}
	})
}
