package centrality_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"papergraph/graph"
	"papergraph/graph/centrality"
	"papergraph/graph/graphtest"
)

func TestKarateAgainstNetworkX(t *testing.T) {
	ctx, g := context.Background(), graphtest.Karate()
	var want [5][]float64
	for _, line := range lines(t, "testdata/oracle/karate.tsv") {
		var u int
		var v [5]float64
		if _, err := fmt.Sscan(line, &u, &v[0], &v[1], &v[2], &v[3], &v[4]); err != nil {
			t.Fatal(err)
		}
		for i := range want {
			want[i] = append(want[i], v[i])
		}
	}
	o := centrality.DefaultPageRank
	o.Tolerance = 1e-14
	rank, err := centrality.PageRank(ctx, g, o)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "PageRank", rank, want[0])
	for _, tt := range bothLengths { // the same where all weights are 1
		between, err := centrality.Betweenness(ctx, g, tt.l, 0)
		if err != nil {
			t.Fatal(err)
		}
		d, err := centrality.Distances(ctx, g, tt.l, 0)
		if err != nil {
			t.Fatal(err)
		}
		near(t, tt.name+" betweenness", between, want[1])
		near(t, tt.name+" closeness", d.Closeness, want[2])
		near(t, tt.name+" harmonic", d.Harmonic, want[3])
		near(t, tt.name+" diameter and mean path", []float64{d.Diameter, d.MeanPath}, []float64{5, 2.408199643493761})
	}
	near(t, "core numbers", centrality.KCore(g), want[4])
	near(t, "transitivity and density", []float64{centrality.Transitivity(g), centrality.Density(g)},
		[]float64{0.2556818181818182, 0.13903743315508021}) // networkx 3.6.1: transitivity(g), density(g)
}

func lines(t *testing.T, file string) []string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if !strings.HasPrefix(s.Text(), "#") {
			all = append(all, s.Text())
		}
	}
	return all
}

// networkx 3.6.1: closeness_centrality(g, distance="l") and harmonic_centrality(g, distance="l") with l = 1/weight.
func TestClosenessOfPartsAgainstNetworkX(t *testing.T) {
	g, err := graph.New(7, []graph.Edge{
		{U: 0, V: 1, Weight: 1},
		{U: 1, V: 2, Weight: 0.5},
		{U: 0, V: 2, Weight: 0.25},
		{U: 2, V: 5, Weight: 0.5},
		{U: 3, V: 4, Weight: 0.2},
	})
	if err != nil {
		t.Fatal(err)
	}
	d, err := centrality.Distances(context.Background(), g, centrality.Similarity, 1)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "closeness", d.Closeness, []float64{
		0.16666666666666666, 0.21428571428571427, 0.21428571428571427, 0.03333333333333333, 0.03333333333333333,
		0.13636363636363635, 0,
	})
	harmonic := []float64{1.5333333333333332, 1.75, 1.3333333333333333, 0.2, 0.2, 0.95, 0}
	for u := range harmonic {
		harmonic[u] /= 6
	}
	near(t, "harmonic", d.Harmonic, harmonic)
	near(t, "diameter of the largest part, and mean path", []float64{d.Diameter, d.MeanPath}, []float64{5, 22.0 / 7})
}
