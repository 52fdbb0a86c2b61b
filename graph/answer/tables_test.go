package answer_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"papergraph/graph/answer"
	"papergraph/graph/answer/answertest"
	"papergraph/ingest"
)

func papersOf(t *testing.T, g *answer.Guide, q answer.PapersQuery) []answer.Paper {
	t.Helper()
	page, err := g.Papers(q)
	if err != nil {
		t.Fatal(err)
	}
	return page.Items
}

func TestPapersAreSorted(t *testing.T) {
	g := demo(t)
	for _, c := range []struct {
		sort  string
		first func(a, b *answer.Paper) bool // whether a may stand before b
	}{
		{"", func(a, b *answer.Paper) bool { return a.Scores["pagerank"] >= b.Scores["pagerank"] }},
		{"betweenness", func(a, b *answer.Paper) bool { return a.Scores["betweenness"] >= b.Scores["betweenness"] }},
		{"-degree", func(a, b *answer.Paper) bool { return a.Scores["degree"] <= b.Scores["degree"] }},
		{"year", func(a, b *answer.Paper) bool { return a.Year >= b.Year }},
		{"-year", func(a, b *answer.Paper) bool { return b.Year == 0 || a.Year <= b.Year }},
		{"id", func(a, b *answer.Paper) bool { return a.ID < b.ID }},
		{"-id", func(a, b *answer.Paper) bool { return a.ID > b.ID }},
		{"title", func(a, b *answer.Paper) bool { return strings.ToLower(a.Title) <= strings.ToLower(b.Title) }},
	} {
		t.Run("by "+c.sort, func(t *testing.T) {
			items := papersOf(t, g, answer.PapersQuery{Sort: c.sort})
			if len(items) != len(g.Atlas().Corpus.Documents) {
				t.Fatalf("%d papers", len(items))
			}
			for i := 1; i < len(items); i++ {
				if !c.first(&items[i-1], &items[i]) {
					t.Errorf("%q before %q", items[i-1].ID, items[i].ID)
				}
			}
		})
	}
}

func TestPapersAreFiltered(t *testing.T) {
	g := demo(t)
	all := papersOf(t, g, answer.PapersQuery{})
	concept := all[0].Concepts[0]
	for _, c := range []struct {
		name string
		q    answer.PapersQuery
		pass func(p *answer.Paper) bool
	}{
		{"a community", answer.PapersQuery{Community: 2}, func(p *answer.Paper) bool { return p.Community == 2 }},
		{"from a year", answer.PapersQuery{From: 2021}, func(p *answer.Paper) bool { return p.Year >= 2021 }},
		{"to a year", answer.PapersQuery{To: 2020}, func(p *answer.Paper) bool { return p.Year != 0 && p.Year <= 2020 }},
		{"years", answer.PapersQuery{From: 2019, To: 2021}, func(p *answer.Paper) bool { return p.Year >= 2019 && p.Year <= 2021 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := papersOf(t, g, c.q)
			want := slices.DeleteFunc(slices.Clone(all), func(p answer.Paper) bool { return !c.pass(&p) })
			if len(got) == 0 || len(got) != len(want) {
				t.Errorf("%d papers, want %d", len(got), len(want))
			}
		})
	}
	t.Run("a concept", func(t *testing.T) {
		got := papersOf(t, g, answer.PapersQuery{Concept: concept})
		detail, err := g.Concept(concept)
		if err != nil || len(got) < detail.Papers || len(detail.In) != detail.Papers { // more where narrower concepts count
			t.Errorf("%d in the table, %d with the concept, %d counted, %v", len(got), len(detail.In), detail.Papers, err)
		}
	})
	t.Run("ids, in their order", func(t *testing.T) {
		ids := []string{all[3].ID, all[1].ID, all[3].ID}
		got := papersOf(t, g, answer.PapersQuery{IDs: ids})
		if len(got) != 2 || got[0].ID != ids[0] || got[1].ID != ids[1] {
			t.Errorf("got %d papers", len(got))
		}
	})
}

func TestFieldsSelect(t *testing.T) {
	g := demo(t)
	for _, p := range papersOf(t, g, answer.PapersQuery{}) {
		if p.Abstract != "" {
			t.Fatal("an abstract that nobody named")
		}
	}
	p := papersOf(t, g, answer.PapersQuery{Fields: []string{"abstract", "year"}, Limit: 1})[0]
	if p.Abstract == "" || p.Title != "" || p.Scores != nil || p.Concepts != nil {
		t.Errorf("got %+v", p)
	}
	if s := marshal(t, p); strings.Contains(s, "title") || !strings.Contains(s, `"id":`) {
		t.Error(s)
	}
}

func TestPagesOfPapersAreTheWholeTable(t *testing.T) {
	g := demo(t)
	var got []string
	for cursor := ""; ; {
		page, err := g.Papers(answer.PapersQuery{Sort: "year", Limit: 7, Cursor: cursor})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range page.Items {
			got = append(got, p.ID)
		}
		if page.Next == nil {
			break
		}
		cursor = *page.Next
	}
	for i, p := range papersOf(t, g, answer.PapersQuery{Sort: "year"}) {
		if got[i] != p.ID {
			t.Fatalf("place %d has %q, want %q", i, got[i], p.ID)
		}
	}
}

func TestConcepts(t *testing.T) {
	g := demo(t)
	page, err := g.Concepts(answer.ConceptsQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range page.Items {
		if c.Kind == "word" || c.Papers < 1 || i > 0 && c.Papers > page.Items[i-1].Papers {
			t.Errorf("place %d: %+v", i, c)
		}
	}
	t.Run("by kind and text", func(t *testing.T) {
		some, err := g.Concepts(answer.ConceptsQuery{Kind: "method", Text: "LORA"})
		if err != nil || len(some.Items) == 0 || len(some.Items) >= len(page.Items) {
			t.Fatalf("%d concepts, %v", len(some.Items), err)
		}
		for _, c := range some.Items {
			if c.Kind != "method" {
				t.Errorf("%+v", c)
			}
		}
	})
	t.Run("years add up to papers of known year", func(t *testing.T) {
		d, err := g.Concept(page.Items[0].Key)
		if err != nil {
			t.Fatal(err)
		}
		sum, dated := 0, 0
		for _, n := range d.ByYear {
			sum += n
		}
		for _, p := range d.In {
			if p.Year != 0 {
				dated++
			}
		}
		if sum != dated {
			t.Errorf("%d by year, %d dated", sum, dated)
		}
	})
	t.Run("broader has narrower", func(t *testing.T) {
		for _, c := range page.Items {
			for _, b := range c.Broader {
				d, err := g.Concept(b.Key)
				if err != nil || !slices.ContainsFunc(d.Narrower, func(n answer.ConceptRef) bool { return n.Key == c.Key }) {
					t.Errorf("%q is below %q, which does not know it; %v", c.Key, b.Key, err)
				}
			}
		}
	})
}

func TestCommunities(t *testing.T) {
	g := demo(t)
	page := g.Communities()
	if len(page.Items) < 3 {
		t.Fatalf("%d communities", len(page.Items))
	}
	for _, c := range page.Items {
		d, err := g.Community(c.ID)
		if err != nil || d.Name != c.Name || len(d.Central) == 0 || len(d.Apart) == 0 {
			t.Errorf("%+v, %v", d, err)
		}
		for _, a := range d.Apart {
			if !(a.Here > a.Elsewhere) || a.Here > 1 || a.Elsewhere < 0 || math.IsNaN(a.Here) {
				t.Errorf("%q sets %q apart: %g here, %g elsewhere", a.Label, d.Name, a.Here, a.Elsewhere)
			}
		}
		for i := 1; i < len(d.Newest); i++ {
			if d.Newest[i].Year > d.Newest[i-1].Year {
				t.Errorf("%d after %d", d.Newest[i].Year, d.Newest[i-1].Year)
			}
		}
		if len(papersOf(t, g, answer.PapersQuery{Community: c.ID})) != c.Size {
			t.Errorf("%q has not %d papers", c.Name, c.Size)
		}
	}
}

// TestNarrowerConceptsCount holds that papers with a narrower concept pass where a broader one is asked for, and not the other
// way round.
func TestNarrowerConceptsCount(t *testing.T) {
	g, err := answertest.Documents(t.Context(), []ingest.Document{
		{ID: "lists", Title: "Lattice solvers", Abstract: "We compare lattice solvers such as Foldy and QTree. Lattice solvers are old."},
		{ID: "broad", Title: "Old lattice solvers", Abstract: "Lattice solvers, again."},
		{ID: "narrow", Title: "Foldy", Abstract: "Foldy is fast. We run Foldy and QTree."},
		{ID: "neither", Title: "Weather", Abstract: "Weather reports of towns."},
	}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string][]string{"lattice solver": {"broad", "lists", "narrow"}, "foldy": {"lists", "narrow"}} {
		var got []string
		for _, p := range papersOf(t, g, answer.PapersQuery{Concept: key, Sort: "id"}) {
			got = append(got, p.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is in %v, want %v", key, got, want)
		}
		for _, id := range []string{"broad", "narrow"} {
			asked := papersOf(t, g, answer.PapersQuery{Concept: key, IDs: []string{id}})
			if passes := len(asked) == 1; passes != slices.Contains(want, id) {
				t.Errorf("%s passes for %q: %t", id, key, passes)
			}
		}
	}
}
