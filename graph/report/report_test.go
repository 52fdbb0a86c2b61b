package report

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph/answer"
	"papergraph/graph/answer/answertest"
	"papergraph/graph/atlas"
	"papergraph/ingest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// byHand is a report made by hand, so that its golden files depend on the writers alone.
func byHand() *Report {
	ref := func(id string, year int) answer.PaperRef {
		return answer.PaperRef{ID: id, Title: "Title of " + id, Year: year}
	}
	paper := func(id string, rank int32, community int, because string) Paper {
		return Paper{
			PaperRef: ref(id, 2020), Community: community, Because: because,
			Scores: map[string]float64{"pagerank": 0.4 / float64(rank), "betweenness": float64(rank-1) / 4, "degree": float64(4 - rank)},
			Ranks:  map[string]int32{"pagerank": rank, "betweenness": 5 - rank, "degree": rank},
		}
	}
	concept := func(label string) answer.ConceptRef {
		return answer.ConceptRef{Key: label, Label: label, Kind: "concept"}
	}
	between := answer.Between{
		A: 1, B: 2, Papers: []answer.Joining{{PaperRef: ref("a", 2020), Score: 0.5, Because: "joins “LoRA” and “merging” through adapters"}},
		Concepts: []answer.SharedConcept{{Key: "adapter", Label: "adapters", Papers: 3}, {Key: "weight", Label: "weights", Papers: 1}},
		Gap:      answer.Gap{Shared: []string{"adapter"}, Links: 1, Expected: 4.2},
	}
	gap := between
	gap.Papers = []answer.Joining{{PaperRef: ref("b", 0), Score: 2, Because: "holds adapters, weights"}}
	r := &Report{
		Made: answer.Made{Version: "1.2.3", Settings: atlas.DefaultSettings, Seed: 1, Corpus: "sha256:00"},
		Quality: answer.Quality{
			Read: 7, Merged: 1, Dropped: 2, Skipped: 1, Papers: 4, WithoutAbstract: 1, WithoutConcept: 1, WithoutLink: 1,
			Warnings: []ingest.Warning{{File: "x.bib", Line: 3, Record: 2, Kind: ingest.Dropped, What: "no title", Done: "dropped"}},
		},
		Graph: Graph{Papers: 4, Links: 3, Components: 2, Density: 0.5, Diameter: 2, MeanPath: 4.0 / 3, Transitivity: 0.25, Modularity: 0.125},
		Papers: []Paper{
			paper("a", 1, 1, "central in “LoRA” through adapters"), paper("=b|*", 2, 1, "joins “LoRA” and “merging” through adapters"),
			paper("c", 3, 2, "part of “merging” through weights"), paper("模型", 4, 0, ""),
		},
		Communities: []answer.Community{
			{ID: 1, Name: "LoRA", Size: 2, Concepts: []answer.ConceptRef{concept("LoRA"), concept("adapters")}, Central: []answer.PaperRef{ref("a", 2020)}},
			{ID: 2, Name: "merging", Size: 1, Concepts: []answer.ConceptRef{concept("merging")}, Central: []answer.PaperRef{ref("c", 0)}},
			{ID: 3, Size: 1, Central: []answer.PaperRef{ref("=b|*", 2020)}},
		},
		Unlinked: []string{"模型"}, Common: []answer.Common{{Key: "model", Label: "models", Papers: 1200, Links: 719400}},
		Bridges: []answer.Between{between}, Gaps: []answer.Between{gap},
		Agreement: map[string]Agreement{"pagerank~degree": {Spearman: 0.75, Kendall: 0.5}, "pagerank~betweenness": {Spearman: -1, Kendall: -1}},
		title:     "x.bib", top: 2, labels: map[string]string{},
		measures: []measure{{"pagerank", "PageRank"}, {"betweenness", "Betweenness"}, {"degree", "Links"}},
	}
	for _, p := range r.Papers {
		r.labels[p.ID] = p.Title
	}
	r.labels["b"] = strings.Repeat("A very long title ", 9)
	return r
}

func TestGolden(t *testing.T) {
	r := byHand()
	for name, write := range map[string]func(*bytes.Buffer) error{
		"tiny.txt": func(b *bytes.Buffer) error { return r.Text(b) }, "tiny.md": func(b *bytes.Buffer) error { return r.Markdown(b) },
		"tiny.csv": func(b *bytes.Buffer) error { return r.CSV(b) }, "tiny.json": func(b *bytes.Buffer) error { return r.JSON(b) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			golden(t, "testdata/"+name, b.Bytes())
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: run with -update if this is meant (-want +got):\n%s", name, diff)
	}
}

func demoReport(t *testing.T, workers int) *Report {
	t.Helper()
	g, err := answertest.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	r, err := Make(context.Background(), g, Options{Top: 10, Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReportOfTheExample(t *testing.T) {
	r := demoReport(t, 0)
	if r.Graph.Papers != len(r.Papers) || r.Quality.Papers != len(r.Papers) || r.Quality.WithoutLink != len(r.Unlinked) {
		t.Errorf("%+v, %+v, %d papers, %d unlinked", r.Graph, r.Quality, len(r.Papers), len(r.Unlinked))
	}
	size, reasons := 0, map[string]bool{}
	for _, c := range r.Communities {
		size += c.Size
	}
	if size+len(r.Unlinked) != len(r.Papers) {
		t.Errorf("%d in communities and %d unlinked of %d", size, len(r.Unlinked), len(r.Papers))
	}
	for i := range r.Papers {
		p := &r.Papers[i]
		if i > 0 && p.Ranks["pagerank"] < r.Papers[i-1].Ranks["pagerank"] {
			t.Errorf("rank %d after %d", p.Ranks["pagerank"], r.Papers[i-1].Ranks["pagerank"])
		}
		if len(p.Scores) != len(r.measures) || (p.Community == 0) != (p.Because == "") {
			t.Errorf("%+v", p)
		}
		if p.Ranks["betweenness"] <= 10 && p.Scores["betweenness"] > 0 {
			if reasons[p.Because] || !strings.HasPrefix(p.Because, "joins ") {
				t.Errorf("reason %q", p.Because)
			}
			reasons[p.Because] = true
		}
	}
	n := len(r.measures)
	if len(r.Agreement) != n*(n-1)/2 {
		t.Errorf("%d pairs of %d measures", len(r.Agreement), n)
	}
	for pair, a := range r.Agreement {
		if math.Abs(a.Spearman) > 1+1e-12 || math.Abs(a.Kendall) > 1+1e-12 {
			t.Errorf("%s: %+v", pair, a)
		}
	}
}

// TestShapeIsThatOfTheContract looks for each field of the contract by its name.
func TestShapeIsThatOfTheContract(t *testing.T) {
	var b bytes.Buffer
	if err := demoReport(t, 0).JSON(&b); err != nil {
		t.Fatal(err)
	}
	var top map[string]json.RawMessage
	if err := json.Unmarshal(b.Bytes(), &top); err != nil {
		t.Fatal(err)
	}
	for field, inside := range map[string]string{
		"made": "version settings seed corpus", "papers": "id title year community scores ranks because", "communities": "id name size concepts central",
		"quality": "read merged dropped skipped papers withoutAbstract withoutConcept withoutLink warnings", "unlinked": "", "common": "",
		"graph":   "papers links components density diameter meanPath transitivity modularity",
		"bridges": "a b papers concepts gap", "gaps": "", "agreement": "spearman kendall",
	} {
		raw, ok := top[field]
		if !ok || bytes.Equal(raw, []byte("null")) {
			t.Errorf("%s is %s", field, raw)
		}
		for name := range strings.FieldsSeq(inside) {
			if !bytes.Contains(raw, []byte(fmt.Sprintf("%q:", name))) {
				t.Errorf("%s has no %s", field, name)
			}
		}
	}
}

func TestSameBytesForAnyNumberOfWorkers(t *testing.T) {
	var want bytes.Buffer
	if err := demoReport(t, 1).JSON(&want); err != nil {
		t.Fatal(err)
	}
	for _, workers := range []int{2, 7} {
		var got bytes.Buffer
		if err := demoReport(t, workers).JSON(&got); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%d workers: other bytes, %v", workers, err)
		}
	}
}

func TestCSVHasARowAPaper(t *testing.T) {
	r := demoReport(t, 0)
	var b bytes.Buffer
	if err := r.CSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != len(r.Papers)+1 || rows[1][0] != r.Papers[0].ID || len(rows[0]) != 6+2*len(r.measures) {
		t.Errorf("%d rows of %d cells, %v", len(rows), len(rows[0]), err)
	}
}

func TestTextIsAtMostAHundredColumnsWide(t *testing.T) {
	var b bytes.Buffer
	if err := demoReport(t, 0).Text(&b); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if line = strings.TrimSuffix(line, "\n"); cells(line) > columns || strings.TrimRight(line, " ") != line {
			t.Errorf("%d columns: %q", cells(line), line)
		}
	}
}

func TestReportsOfNextToNothing(t *testing.T) {
	for _, c := range []struct {
		name, want string
		docs       []ingest.Document
	}{
		{"no paper", "0 papers from 0 records.", nil},
		{"one paper", "No two papers are linked.", []ingest.Document{{ID: "a", Title: "Alone"}}},
		{"two strangers", "No two papers are linked.", []ingest.Document{{ID: "a", Title: "Birds in the morning"}, {ID: "b", Abstract: "On stones."}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, err := answertest.Documents(context.Background(), c.docs, 0)
			if err != nil {
				t.Fatal(err)
			}
			r, err := Make(context.Background(), g, DefaultOptions)
			if err != nil {
				t.Fatal(err)
			}
			var b, j bytes.Buffer
			if err := errors.Join(r.Text(&b), r.Markdown(&j), r.CSV(&j), r.JSON(&j)); err != nil || !strings.Contains(b.String(), c.want) {
				t.Errorf("%v\n%s", err, b.String())
			}
		})
	}
}

func TestContextStopsTheReport(t *testing.T) {
	g, err := answertest.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Make(ctx, g, DefaultOptions); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
