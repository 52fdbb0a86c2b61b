package answer_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"papergraph/graph/answer"
	"papergraph/graph/atlas"
	"papergraph/ingest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestShapes holds the JSON of every answer against testdata/shapes.txt, once with all that can be there and once with as
// little as can be.
func TestShapes(t *testing.T) {
	node := int32(7)
	ref := answer.PaperRef{ID: "a", Node: &node, Title: "A <b> & c", Year: 2022}
	concept := answer.ConceptRef{Key: "low-rank adapter", Label: "LoRA", Kind: "method"}
	evidence := answer.Evidence{Field: "abstract", Start: 3, End: 7, Sentence: "Is LoRA it?", SentenceStart: 0}
	both := answer.BothEvidence{Source: []answer.Evidence{evidence}, Target: []answer.Evidence{}}
	mentioned := answer.Mentioned{ConceptRef: concept, Score: 0.5, Role: "uses", Why: "in the title", Mentions: []answer.Mention{{Field: "title", Start: 0, End: 4, Text: "LoRA"}}}
	record := answer.Record{
		PaperRef: ref, Abstract: "Is LoRA it?", Authors: []string{"First Author"}, Venue: "Venue", DOI: "10.5555/x", ArXiv: "2101.00001",
		URL: "https://example.org/x", Keywords: []string{"k"}, References: []string{"r"}, Sources: []answer.Place{{File: "x.bib", Line: 3}},
		Community: 1, Scores: map[string]float64{"pagerank": 0.125, "degree": 3}, Ranks: map[string]int32{"pagerank": 1, "degree": 2},
	}
	ancestor := answer.Ancestry{PaperRef: ref, Method: concept, Uses: []answer.Evidence{evidence}, Introduces: []answer.Evidence{evidence}}
	lineage := answer.BuildsOn{From: "a", To: "b", Method: concept, Introduces: []answer.Evidence{evidence}, Uses: []answer.Evidence{evidence}}
	community := answer.Community{ID: 1, Name: "LoRA", Size: 2, Concepts: []answer.ConceptRef{concept}, Central: []answer.PaperRef{ref}}
	next := "2-01234567"
	var out bytes.Buffer
	for _, s := range []struct {
		name        string
		full, least any
	}{
		{"made", answer.Made{Version: "1", Settings: atlas.DefaultSettings, Seed: 1, Corpus: "sha256:0"}, nil},
		{"papers", answer.Page[answer.Paper]{Items: []answer.Paper{{Record: record, Concepts: []string{"k"}}}, Next: &next}, answer.Page[answer.Paper]{Items: []answer.Paper{{}}}},
		{"paper", answer.PaperDetail{Record: record, Because: "joins", Concepts: []answer.Mentioned{mentioned}, BuildsOn: []answer.Ancestry{ancestor}, BuiltOnBy: []answer.Ancestry{ancestor}}, answer.PaperDetail{Concepts: []answer.Mentioned{}, BuildsOn: []answer.Ancestry{}, BuiltOnBy: []answer.Ancestry{}}},
		{"annotation", answer.Annotation{ID: "a", Title: "LoRA", Concepts: []answer.Mentioned{mentioned}, Abbreviations: []answer.Abbreviation{{Short: "LoRA", Long: "low-rank adapter", Field: "abstract", Start: 1, End: 5, Sense: "here"}}}, nil},
		{"link", answer.Link{Source: "a", Target: "b", Rank: 1, Weight: 0.1 + 0.2, Kind: "builds-on", Directed: true, SameWork: true}, answer.Link{OnMap: true}},
		{"related", answer.List[answer.Related]{Items: []answer.Related{{PaperRef: ref, Weight: 0.5, Rank: 1, OnMap: true, Shares: []answer.ShareBrief{{ConceptRef: concept, Share: 0.25}}}}}, nil},
		{"explain", answer.Explanation{Source: "a", Target: "b", Weight: 0.5, Linked: true, Shares: []answer.Share{{ConceptRef: concept, Share: 0.25, Evidence: both}}, BuildsOn: []answer.BuildsOn{lineage}}, nil},
		{"concept", answer.ConceptDetail{Concept: answer.Concept{ConceptRef: concept, Long: "low-rank adapter", Papers: 2, Score: 1.5, Broader: []answer.ConceptRef{concept}, Senses: []answer.Sense{{Long: "x", Papers: 1}}}, Why: "defined", In: []answer.PaperRef{ref}, ByYear: map[string]int{"2022": 1}}, answer.ConceptDetail{In: []answer.PaperRef{}}},
		{"community", answer.CommunityDetail{Community: community, Apart: []answer.Apart{{Key: "k", Label: "K", Here: 0.5, Elsewhere: 0.25}}, Bridging: []answer.PaperRef{ref}, Newest: []answer.PaperRef{ref}}, nil},
		{"path", answer.List[answer.Story]{Items: []answer.Story{{Weight: 0.5, Steps: []answer.Step{{Paper: &ref}, {Concept: &concept, Evidence: &both}, {Paper: &ref}}}}}, answer.List[answer.Story]{Items: []answer.Story{}}},
		{"search", answer.List[answer.Hit]{Items: []answer.Hit{{Kind: "paper", ID: "a", Node: &node, Label: "LoRA", Field: "title", Marks: [][2]int{{0, 4}}, Score: 1}, {Kind: "concept", Key: "k", Label: "K", Field: "label", Marks: [][2]int{}, Score: 1}}}, nil},
		{"between", answer.Between{A: 1, B: 2, Papers: []answer.Joining{{PaperRef: ref, Score: 0.5, Because: "joins"}}, Concepts: []answer.SharedConcept{{Key: "k", Label: "K", Papers: 3}}, Gap: answer.Gap{Shared: []string{"k"}, Links: 1, Expected: 8}}, nil},
		{"common", answer.Common{Key: "k", Label: "K", Papers: 9, Links: 36}, nil},
		{"reading", answer.Reading{Quality: answer.Quality{Read: 1, Papers: 1, Warnings: []ingest.Warning{{File: "x", Line: 2, Record: 1, Kind: ingest.Repaired, What: "what", Done: "done"}}}, Sources: []ingest.SourceCount{{File: "x", Format: "bibtex", Read: 1, Kept: 1}}}, nil},
	} {
		for _, v := range []any{s.full, s.least} {
			if v != nil {
				fmt.Fprintf(&out, "%s\n%s\n", s.name, indented(t, v))
			}
		}
	}
	golden(t, "testdata/shapes.txt", out.Bytes())
}

func indented(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return b
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
