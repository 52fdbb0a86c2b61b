package centrality_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

// topSpace returns the part of a vector of ones that lies in the space of the largest eigenvalue of a symmetric matrix,
// brought to a largest entry of 1, and by which share the next eigenvalue is smaller: from all eigenvectors, as gonum has
// them. Rows that are 0 have no part.
func topSpace(m *mat.SymDense) (top []float64, gap float64) {
	n := m.SymmetricDim()
	var e mat.EigenSym
	if !e.Factorize(m, true) {
		panic("no eigenvectors")
	}
	values := e.Values(nil)
	var vectors mat.Dense
	e.VectorsTo(&vectors)
	largest, next := values[n-1], 0.0
	top = make([]float64, n)
	for i, value := range values {
		if value < largest*(1-1e-9) {
			next = math.Max(next, value)
			continue
		}
		part := 0.0
		for u := range n {
			part += vectors.At(u, i)
		}
		for u := range n {
			top[u] += part * vectors.At(u, i)
		}
	}
	most := 0.0
	for _, x := range top {
		most = math.Max(most, x)
	}
	for u := range top {
		top[u] /= most
	}
	return top, 1 - next/largest
}

func matrixOf(g *graph.CSR) *mat.SymDense {
	m := mat.NewSymDense(g.Order(), nil)
	for _, e := range g.Edges() {
		m.SetSym(int(e.U), int(e.V), e.Weight)
	}
	return m
}

// close fails t where scores are farther apart than a residual of 1e-10 lets them be at a gap.
func closeAtGap(t rapid.TB, what string, got, want []float64, gap float64) {
	t.Helper()
	if gap < 1e-4 {
		return
	}
	for u := range want {
		if !(math.Abs(got[u]-want[u]) <= 1e-8/gap) {
			t.Errorf("%s of %d: %.12g, want %.12g (gap %g)", what, u, got[u], want[u], gap)
		}
	}
}

func TestEigenvectorAndHITSAgainstGonum(t *testing.T) {
	compared := 0
	for name, g := range seeded() {
		t.Run(name, func(t *testing.T) {
			eigenvector, err := centrality.Eigenvector(t.Context(), g, centrality.DefaultSpectral)
			if err != nil {
				t.Fatal(err)
			}
			hits, err := centrality.HITS(t.Context(), g, centrality.DefaultSpectral)
			if err != nil {
				t.Fatal(err)
			}
			if g.Size() == 0 {
				near(t, "eigenvector", eigenvector, make([]float64, g.Order()))
				near(t, "HITS", hits, make([]float64, g.Order()))
				return
			}
			m := matrixOf(g)
			want, gap := topSpace(m)
			closeAtGap(t, "eigenvector", eigenvector, want, gap)
			var square mat.SymDense
			square.SymOuterK(1, m)
			want, gap = topSpace(&square)
			closeAtGap(t, "HITS", hits, want, gap)
			if gap >= 1e-4 {
				compared++
			}
		})
	}
	if compared < 12 {
		t.Errorf("only %d graphs were compared", compared)
	}
}

func TestDirectedHITSAgainstGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "nodes")
		var arcs []centrality.Arc
		m := mat.NewDense(n, n, nil)
		for range rapid.IntRange(1, 3*n).Draw(t, "arcs") {
			u, v := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
			w := float64(rapid.IntRange(1, 9).Draw(t, "weight"))
			arcs = append(arcs, centrality.Arc{From: int32(u), To: int32(v), Weight: w})
			m.Set(u, v, m.At(u, v)+w)
		}
		hubs, authorities, err := centrality.DirectedHITS(t.Context(), n, arcs, centrality.DefaultSpectral)
		if err != nil {
			t.Fatal(err)
		}
		var ofAuthorities mat.SymDense
		ofAuthorities.SymOuterK(1, m.T())
		want, gap := topSpace(&ofAuthorities)
		closeAtGap(t, "authority", authorities, want, gap)
		var h mat.VecDense
		h.MulVec(m, mat.NewVecDense(n, want))
		h.ScaleVec(1/mat.Max(&h), &h)
		closeAtGap(t, "hub", hubs, h.RawVector().Data, gap)
	})
}

func TestSpectraOfNamedGraphs(t *testing.T) {
	eigenvector := func(g *graph.CSR) []float64 {
		x, err := centrality.Eigenvector(t.Context(), g, centrality.DefaultSpectral)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	path := make([]float64, 2000)
	for u := range path {
		path[u] = math.Sin(math.Pi*float64(u+1)/2001) / math.Sin(math.Pi*1000/2001)
	}
	twoTriangles, err := graph.New(7, []graph.Edge{
		{U: 0, V: 1, Weight: 1},
		{U: 1, V: 2, Weight: 1},
		{U: 0, V: 2, Weight: 1},
		{U: 3, V: 4, Weight: 1},
		{U: 4, V: 5, Weight: 1},
		{U: 3, V: 5, Weight: 1},
	})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		g    *graph.CSR
		want []float64
	}{
		{"all alike in a ring", graphtest.Cycle(5), []float64{1, 1, 1, 1, 1}},
		{"a star: its points have 1/√(n-1)", graphtest.Star(5), []float64{1, .5, .5, .5, .5}},
		{"a long path: half a wave", graphtest.Path(2000), path},
		{"equal components share, a node alone has nothing", twoTriangles, []float64{1, 1, 1, 1, 1, 1, 0}},
		{"one node", graphtest.Path(1), []float64{0}},
		{"none", graphtest.Path(0), []float64{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := eigenvector(tt.g)
			for u, want := range tt.want {
				if math.Abs(got[u]-want) > 1e-4 { // the path's gap is 4e-6
					t.Fatalf("node %d: %g, want %g", u, got[u], want)
				}
			}
		})
	}
}

// Weights at both ends of what is taken must not overflow.
func TestSpectraOfExtremeWeights(t *testing.T) {
	for _, w := range []float64{1e-140, 1e140} {
		g := graphtest.Reweigh(graphtest.Star(5), func() float64 { return w })
		for name, measure := range map[string]func(context.Context, *graph.CSR, centrality.SpectralOptions) ([]float64, error){
			"eigenvector": centrality.Eigenvector, "HITS": centrality.HITS,
		} {
			got, err := measure(t.Context(), g, centrality.DefaultSpectral)
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(got[0]-1) > 1e-9 || !(got[1] > 0.4) {
				t.Errorf("%s at weight %g: %g", name, w, got)
			}
		}
	}
}

func TestSpectraRefuse(t *testing.T) {
	tests := []struct {
		name string
		o    centrality.SpectralOptions
		want string
	}{
		{"a tolerance below 0", centrality.SpectralOptions{Tolerance: -1, MaxRounds: 1}, "tolerance -1"},
		{"no number as tolerance", centrality.SpectralOptions{Tolerance: math.NaN(), MaxRounds: 1}, "tolerance NaN"},
		{"no rounds", centrality.SpectralOptions{Tolerance: 1}, "0 rounds"},
		{"too few rounds", centrality.SpectralOptions{Tolerance: 1e-10, MaxRounds: 1}, "still moves after 1 rounds"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x, err := centrality.Eigenvector(t.Context(), graphtest.Karate(), tt.o)
			if x != nil || err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, %v; want an error with %q", x, err, tt.want)
			}
		})
	}
	if _, _, err := centrality.DirectedHITS(t.Context(), 1, []centrality.Arc{{To: 1, Weight: 1}}, centrality.DefaultSpectral); err == nil {
		t.Error("an arc to a node that is not there is no error")
	}
}
