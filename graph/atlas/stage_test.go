package atlas_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph"
	"papergraph/graph/atlas"
)

// TestStages runs each set of stages alone: what is run is told, and is as in the whole atlas.
func TestStages(t *testing.T) {
	in := example(t)
	whole := build(t, in, atlas.DefaultSettings, 2)
	for _, tt := range []struct {
		name string
		ask  atlas.Stages
		ran  []string
		not  atlas.Stages
	}{
		{"concepts", atlas.Concepts, []string{"concepts"}, atlas.Links},
		{"links", atlas.Links, []string{"concepts", "links"}, atlas.Ranks},
		{"ranks", atlas.Ranks, []string{"concepts", "links", "ranks"}, atlas.Communities},
		{"communities", atlas.Communities, []string{"concepts", "links", "ranks", "communities"}, atlas.Ranks},
		{"ranks and communities", atlas.Ranks | atlas.Communities, []string{"concepts", "links", "ranks", "communities"}, atlas.Layout},
		{"layout", atlas.Layout, []string{"concepts", "links", "ranks", "communities", "layout"}, atlas.Ranks},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in.Stages = tt.ask
			var p told
			a, err := atlas.Build(t.Context(), in, atlas.DefaultSettings, 1, &p)
			if err != nil {
				t.Fatal(err)
			}
			if got := p.stages(); !slices.Equal(got, tt.ran) {
				t.Errorf("ran %v, want %v", got, tt.ran)
			}
			if !a.Has(tt.ask) || a.Has(tt.not) || !whole.Has(tt.ask|tt.not) {
				t.Errorf("has %b: %t, has %b: %t", tt.ask, a.Has(tt.ask), tt.not, a.Has(tt.not))
			}
			agree(t, whole, a)
		})
	}
}

// stages returns the stages that were told of, in order.
func (t *told) stages() []string {
	var names []string
	for _, s := range t.steps {
		names = append(names, s.stage)
	}
	return slices.Compact(names)
}

// agree checks that what a part of an atlas holds is what the whole has.
func agree(t *testing.T, whole, part *atlas.Atlas) {
	t.Helper()
	if part.Hash != whole.Hash || !cmp.Equal(part.Reading, whole.Reading) {
		t.Error("hash or reading differ")
	}
	if diff := cmp.Diff(whole.Vocabulary.Terms, part.Vocabulary.Terms); diff != "" {
		t.Errorf("terms: %s", diff)
	}
	if (part.Network != nil) != part.Has(atlas.Links) {
		t.Fatalf("a network: %t", part.Network != nil)
	}
	if part.Network != nil && !cmp.Equal(slices.Collect(weights(whole)), slices.Collect(weights(part))) {
		t.Error("links differ")
	}
	for _, m := range part.Measures {
		if diff := cmp.Diff(*whole.Measure(m.Name), m); diff != "" {
			t.Errorf("%s: %s", m.Name, diff)
		}
	}
	if n := len(part.Measures); part.Has(atlas.Ranks) && n != len(whole.Measures) {
		t.Errorf("%d measures", n)
	}
	if part.Has(atlas.Communities) && !cmp.Equal(whole.Communities, part.Communities) {
		t.Error("communities differ")
	}
	if part.Has(atlas.Layout) && !cmp.Equal(whole.Positions, part.Positions) {
		t.Error("positions differ")
	}
}

// weights runs over the links of an atlas.
func weights(a *atlas.Atlas) func(yield func(graph.Edge) bool) {
	return func(yield func(graph.Edge) bool) {
		for _, e := range a.Network.Links.Edges() {
			if !yield(e) {
				return
			}
		}
	}
}
