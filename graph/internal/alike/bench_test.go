package alike

import (
	"bufio"
	"context"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// matrixFile names the environment variable with the path of a matrix in svmlight form, terms from 0, a line a row: the
// neighbour search of other programs can be timed on the same numbers.
const matrixFile = "ALIKE_MATRIX"

// BenchmarkAll finds the 15 nearest of all rows. Besides the rows a second it reports of which share of them nothing could be left out.
func BenchmarkAll(b *testing.B) {
	for name, load := range matrices() {
		b.Run(name, func(b *testing.B) {
			m := load(b)
			whole := 0
			b.ReportAllocs()
			for b.Loop() {
				x, _, err := All(context.Background(), m, Options{Neighbours: 15})
				if err != nil {
					b.Fatal(err)
				}
				whole = x.Whole
			}
			b.ReportMetric(float64(m.Rows())*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(100*float64(whole)/float64(m.Rows()), "%whole")
		})
	}
}

// BenchmarkCancel tells how long after a cancel in the midst All comes back.
func BenchmarkCancel(b *testing.B) {
	m := zipf(20_000, 50, 30_000, 1)
	var longest time.Duration
	for b.Loop() {
		ctx, cancel := context.WithCancel(context.Background())
		var at time.Time
		_, _, err := All(ctx, m, Options{Neighbours: 15, Progress: func(int, int) {
			if at.IsZero() {
				at = time.Now()
				cancel()
			}
		}})
		if err == nil {
			b.Fatal("not cancelled")
		}
		longest = max(longest, time.Since(at))
	}
	b.ReportMetric(float64(longest.Microseconds())/1000, "ms/cancel")
}

func matrices() map[string]func(b *testing.B) Matrix {
	if path := os.Getenv(matrixFile); path != "" {
		return map[string]func(b *testing.B) Matrix{"file": func(b *testing.B) Matrix {
			b.Helper()
			return readMatrix(b, path)
		}}
	}
	all := make(map[string]func(b *testing.B) Matrix)
	for _, rows := range []int{5000, 20_000} {
		all[fmt.Sprintf("rows=%d", rows)] = func(*testing.B) Matrix { return zipf(rows, 50, 30_000, 1) }
	}
	return all
}

// readMatrix reads svmlight lines and brings each row to length 1.
func readMatrix(b *testing.B, path string) Matrix {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	m := Matrix{Starts: []int{0}}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		from, square := len(m.Weights), 0.0
		for _, field := range strings.Fields(lines.Text())[1:] {
			term, weight, _ := strings.Cut(field, ":")
			t, err1 := strconv.Atoi(term)
			w, err2 := strconv.ParseFloat(weight, 64)
			if err1 != nil || err2 != nil {
				b.Fatalf("%s: row %d: %q", path, len(m.Starts)-1, field)
			}
			m.Terms, m.Weights = append(m.Terms, int32(t)), append(m.Weights, w)
			square += w * w
		}
		for i := range m.Weights[from:] {
			m.Weights[from+i] /= math.Sqrt(square)
		}
		m.Starts = append(m.Starts, len(m.Terms))
	}
	if err := lines.Err(); err != nil {
		b.Fatal(err)
	}
	return m
}
